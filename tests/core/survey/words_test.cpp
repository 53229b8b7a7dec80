#include <catch2/catch.hpp>
#include <string>

#include "core/survey/language.h"

using namespace farewell::survey;

namespace {

const std::vector<Language> kLanguages = {
    {"ar", "العربية", true, {{"a", "ar.a"}}},
    {"en", "English", false, {{"a", "en.a"}, {"b", "en.b"}, {"c", "en.c"}, {"topic.waiting", "Waiting"}}},
    {"nb", "Norsk", false, {{"a", "nb.a"}, {"b", "nb.b"}}},
};

Survey norwegian() {
  Survey survey;
  survey.default_language = "nb";
  survey.languages = {"nb", "ar", "en"};
  return survey;
}

}  // namespace

TEST_CASE("a shop's own text in the language comes before all") {
  Survey survey = norwegian();
  survey.texts = {{"ar", {{"a", "own"}}}};
  CHECK(Words(survey, kLanguages, "ar").say("a") == "own");
}

TEST_CASE("the language's file comes before a shop's own text in the default language") {
  Survey survey = norwegian();
  survey.texts = {{"nb", {{"a", "own"}}}};
  CHECK(Words(survey, kLanguages, "ar").say("a") == "ar.a");
}

TEST_CASE("a shop's own text in the default language comes before that language's file") {
  Survey survey = norwegian();
  survey.texts = {{"nb", {{"b", "own"}}}};
  CHECK(Words(survey, kLanguages, "ar").say("b") == "own");
}

TEST_CASE("the default language's file comes before English") {
  CHECK(Words(norwegian(), kLanguages, "ar").say("b") == "nb.b");
}

TEST_CASE("English comes last") {
  CHECK(Words(norwegian(), kLanguages, "ar").say("c") == "en.c");
}

TEST_CASE("what nobody has is said by its key") {
  const Words words(norwegian(), kLanguages, "ar");
  CHECK_FALSE(words.has("d"));
  CHECK(words.say("d") == "d");
}

TEST_CASE("a regional tag speaks and reads as its language does") {
  const Words words(norwegian(), kLanguages, "ar-EG");
  CHECK(words.say("a") == "ar.a");
  CHECK(words.right_to_left());
  CHECK(words.tag() == "ar-EG");
}

TEST_CASE("a text from another language counts as that language does") {
  Survey survey = norwegian();
  survey.texts = {{"en", {{"d", "{n, plural, one {# guest} other {# guests}}"}}}};
  CHECK(Words(survey, kLanguages, "ja").say("d", {{"n", 1}}) == "1 guest");
}

TEST_CASE("a tag without a file is spoken for by a shorter one, and nobody speaks for what is not there") {
  CHECK(language_for(kLanguages, "nb-NO")->endonym == "Norsk");
  CHECK(language_for(kLanguages, "fi") == nullptr);
}

TEST_CASE("a language without a file reads from left to right") {
  CHECK_FALSE(Words(norwegian(), kLanguages, "fi").right_to_left());
}

TEST_CASE("placeholders are filled, however often they stand") {
  Survey survey = norwegian();
  survey.texts = {{"nb", {{"x", "{name}, {n} and {name}"}}}};
  CHECK(Words(survey, kLanguages, "nb").say("x", {{"name", "Anna"}, {"n", 2}}) == "Anna, 2 and Anna");
}

TEST_CASE("what fills a placeholder is not itself filled") {
  Survey survey = norwegian();
  survey.texts = {{"nb", {{"x", "{name} {n}"}}}};
  CHECK(Words(survey, kLanguages, "nb").say("x", {{"name", "{n}"}, {"n", 2}}) == "{n} 2");
}

TEST_CASE("a placeholder that nobody fills, or that never closes, stays as it is") {
  Survey survey = norwegian();
  survey.texts = {{"nb", {{"x", "{who} {n"}}}};
  CHECK(Words(survey, kLanguages, "nb").say("x", {{"n", 2}}) == "{who} {n");
}
