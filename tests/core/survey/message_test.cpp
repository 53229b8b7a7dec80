#include "core/survey/message.h"

#include <catch2/catch.hpp>
#include <string>

using namespace farewell::survey;

namespace {

std::string minutes(std::string_view tag, std::int64_t n) {
  return filled("{n, plural, zero {zero} one {one} two {two} few {few} many {many} other {other}}", tag,
                {{"n", n}});
}

}  // namespace

TEST_CASE("a plural is chosen by the language's own rules") {
  CHECK(minutes("en", 1) == "one");
  CHECK(minutes("en", 21) == "other");
  CHECK(minutes("pl", 1) == "one");
  CHECK(minutes("pl", 22) == "few");
  CHECK(minutes("pl", 12) == "many");
  CHECK(minutes("pl", 25) == "many");
  CHECK(minutes("uk", 21) == "one");
  CHECK(minutes("uk", 3) == "few");
  CHECK(minutes("uk", 11) == "many");
  CHECK(minutes("ar", 0) == "zero");
  CHECK(minutes("ar", 2) == "two");
  CHECK(minutes("ar", 3) == "few");
  CHECK(minutes("ar", 11) == "many");
  CHECK(minutes("ar", 100) == "other");
  CHECK(minutes("he", 2) == "two");
  CHECK(minutes("fr", 0) == "one");
  CHECK(minutes("ja", 1) == "other");
}

TEST_CASE("a form that is not there is the other one") {
  CHECK(filled("{n, plural, one {# guest} other {# guests}}", "pl", {{"n", 3}}) == "3 guests");
}

TEST_CASE("numbers are grouped as the language does, always with the digits 0 to 9") {
  CHECK(filled("{n}", "en", {{"n", 1204}}) == "1,204");
  CHECK(filled("{n}", "de", {{"n", 1204}}) == "1.204");
  CHECK(filled("{n}", "fr", {{"n", 1204}}) == "1\u202f204");
  CHECK(filled("{n}", "hi", {{"n", 123456}}) == "1,23,456");
  CHECK(filled("{n}", "ar", {{"n", 148}}) == "148");
  CHECK(filled("{n, plural, other {#}}", "ar", {{"n", 148}}) == "148");
}

TEST_CASE("an apostrophe is an apostrophe, also before a brace") {
  CHECK(filled("C'est l'{what}, n'est-ce pas", "fr", {{"what", "allium"}}) == "C'est l'allium, n'est-ce pas");
  CHECK(filled("{n, plural, one {l'unique} other {# d'entre eux}}", "fr", {{"n", 1}}) == "l'unique");
}

TEST_CASE("a text may stand beside a plural, and is not itself read as a message") {
  CHECK(filled("{name}, {n, plural, one {a minute} other {# minutes}}", "en",
               {{"name", "{n, plural}"}, {"n", 2}}) == "{n, plural}, 2 minutes");
}

TEST_CASE("a message tells its holes") {
  const auto found = holes("{name}, in {minutes, plural, one {a minute} other {# minutes with {more}}}");
  REQUIRE(found);
  CHECK(*found == std::set<std::string>{"minutes", "more", "name"});
  CHECK(holes("Thank you.")->empty());
}

TEST_CASE("what is no message is told apart") {
  for (const char* text : {"{n", "{n, plural, one {#}}", "{n}}{", "{}", "{n, plural}", "{0}"}) {
    INFO(text);
    CHECK_FALSE(holes(text));
  }
}

TEST_CASE("a message tells which plurals it has words for") {
  CHECK(plural_forms("{n, plural, one {{m, plural, other {x}}} few {y} other {z}}") ==
        std::map<std::string, std::set<std::string>>{{"n", {"few", "one", "other"}}, {"m", {"other"}}});
  CHECK(plural_forms("{name}").empty());
}
