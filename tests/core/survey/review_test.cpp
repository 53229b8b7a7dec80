#include "core/survey/review.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace farewell::survey;

namespace {

using Keys = std::vector<std::string>;

const std::vector<Language> kLanguages = {
    {"ar", "العربية", true, {{"a", "ar.a"}}},
    {"en", "English", false, {{"a", "en.a"}, {"b", "en.b {n}"}, {"c", "en.c"}, {"topic.waiting", "Waiting"}}},
    {"nb", "Norsk", false, {{"a", "nb.a"}, {"b", "nb.b {n}"}}},
};

Survey norwegian() {
  Survey survey;
  survey.default_language = "nb";
  survey.languages = {"nb", "ar", "en"};
  return survey;
}

}  // namespace

TEST_CASE("what a language lacks of English is listed, and topics without a word") {
  Survey survey = norwegian();
  survey.topics = {{"waiting", "pencil"}, {"parking", "pencil"}};
  survey.texts = {{"ar", {{"topic.parking", "موقف"}, {"b", "own"}}}};
  const Review found = review(survey, kLanguages);
  CHECK(found.wants.at("ar").missing == Keys{"c", "topic.waiting"});
  CHECK(found.wants.at("en").missing == Keys{"topic.parking"});
  CHECK(found.wants.at("nb").missing == Keys{"c", "topic.parking", "topic.waiting"});
}

TEST_CASE("a language that Farewell does not have wants everything") {
  Survey survey;
  survey.languages = {"en", "eo"};
  CHECK(review(survey, kLanguages).wants.at("eo").missing == Keys{"a", "b", "c", "topic.waiting"});
}

TEST_CASE("a regional language wants what its wider one wants, and may have the shop's words by it") {
  Survey survey;
  survey.languages = {"en", "nb-NO"};
  survey.texts = {{"nb", {{"c", "nb.c"}}}, {"en", {{"c", "own"}}}};
  CHECK(review(survey, kLanguages).wants.at("nb-NO").missing == Keys{"topic.waiting"});
}

TEST_CASE("where the shop has words of its own in one language, it is told where Farewell's are said") {
  Survey survey = norwegian();
  survey.texts = {{"nb", {{"a", "own"}, {"b", "own"}, {"c", "own"}, {"topic.waiting", "own"}}}};
  const Review found = review(survey, kLanguages);
  CHECK(found.wants.count("nb") == 0);
  CHECK(found.wants.at("ar").ours == Keys{"a"});
  CHECK(found.wants.at("en").ours == Keys{"a", "b", "c", "topic.waiting"});
}

TEST_CASE("what only the shop can say is missing where it has not said it") {
  Survey survey = norwegian();
  survey.texts = {{"nb", {{"shop.changed", "En kasse til."}}}};
  CHECK(review(survey, kLanguages).wants.at("en").missing == Keys{"shop.changed"});
}

TEST_CASE("a survey whose languages have every word wants nothing") {
  Survey survey;
  survey.languages = {"en"};
  CHECK(review(survey, kLanguages).wants.empty());
}

TEST_CASE("the shop's text that no screen says is a fault, except what a survey makes itself") {
  Survey survey;
  survey.texts = {
      {"en", {{"aa", "own"}, {"topic.parking", "Parking"}, {"shop.treat", "Tea"}, {"fact.1", "So."}}}};
  CHECK(review(survey, kLanguages).faults == Keys{"texts.en.aa: no screen says it"});
}

TEST_CASE("the shop's text with a hole that nobody fills is a fault") {
  Survey survey;
  survey.texts = {{"en", {{"a", "{n}"}, {"b", "{m} of {n}"}}}};
  CHECK(review(survey, kLanguages).faults ==
        Keys{"texts.en.a: nobody fills {n}; there is none", "texts.en.b: nobody fills {m}; there is {n}"});
}
