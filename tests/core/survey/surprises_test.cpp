#include "core/survey/surprises.h"

#include <catch2/catch.hpp>
#include <set>

#include "core/base/assets.h"
#include "core/survey/language.h"
#include "core/survey/review.h"
#include "core/survey/survey.h"

using namespace farewell;
using namespace farewell::survey;

namespace {

/// A survey with these fields of "surprises" on its third line and these English texts.
Result<Survey> with(const std::string& surprises, const std::string& texts = "") {
  return parse_survey("{\"id\":\"shop\",\"revision\":2,\n\"texts\":{\"en\":{" + texts +
                          "}},\n\"surprises\":{" + surprises + "}}",
                      "survey.json");
}

std::string fault(const std::string& surprises, const std::string& texts = "") {
  const auto survey = with(surprises, texts);
  return survey ? "" : survey.error().text();
}

const std::string kBun = R"("shop.treat":"A cinnamon bun")";

}  // namespace

TEST_CASE("a survey may choose each kind of surprise, once") {
  const auto survey = with(R"("kinds":["treat","changed","number","fact","garden"],"treats_per_day":20)",
                           kBun + R"(,"shop.changed":"A second till at lunch.")");
  REQUIRE(survey);
  CHECK(survey->surprises.kinds.size() == 5);
  CHECK(fault(R"("kinds":["fact","fact"])") ==
        "survey.json:3: surprises.kinds has \"fact\" twice, remove one");
}

TEST_CASE("a kind that there is not is named with its line and the kinds there are") {
  CHECK(fault(R"("kinds":["confetti"])") ==
        "survey.json:3: surprises.kinds has \"confetti\", must be of garden, fact, number, treat, changed");
}

TEST_CASE("treats need a name in the default language") {
  CHECK(fault(R"("kinds":["treat"],"treats_per_day":20)") ==
        "survey.json:3: surprises.kinds needs the text \"shop.treat\"; add it to texts.en");
  CHECK(fault(R"("kinds":["number"],"milestone_every":100,"treats_per_day":1)") ==
        "survey.json:3: surprises.milestone_every needs the text \"shop.treat\"; add it to texts.en");
}

TEST_CASE("what was changed needs the manager's line") {
  CHECK(fault(R"("kinds":["changed"])") ==
        "survey.json:3: surprises.kinds needs the text \"shop.changed\"; add it to texts.en");
}

TEST_CASE("a budget that cannot be is named") {
  CHECK(fault(R"("kinds":["treat"],"treats_per_day":5000)", kBun) ==
        "survey.json:3: surprises.treats_per_day is 5000, must be 0 to 1000");
  CHECK(fault(R"("kinds":["treat"])", kBun) ==
        "survey.json:3: surprises.treats_per_day must be 1 to 1000, since treats are to be given");
  CHECK(
      fault(R"("kinds":["garden"],"treats_per_day":20)", kBun) ==
      "survey.json:3: surprises.treats_per_day is 20, and nothing gives treats: add \"treat\" to the kinds, "
      "or make it 0");
}

TEST_CASE("a milestone needs the number, and is not every other guest") {
  CHECK(fault(R"("kinds":["garden"],"milestone_every":100,"treats_per_day":5)", kBun) ==
        "survey.json:3: surprises.milestone_every needs \"number\" among the kinds, or must be 0");
  CHECK(fault(R"("kinds":["number"],"milestone_every":2,"treats_per_day":5)", kBun) ==
        "survey.json:3: surprises.milestone_every is 2, must be 0 or 10 or more");
}

TEST_CASE("a shop's own fact needs its words, the shipped ones have them") {
  CHECK(with(R"("kinds":["fact"],"facts":["poppy","bread"])", R"("fact.bread":"Our dough rests a night.")"));
  CHECK(fault(R"("kinds":["fact"],"facts":["poppy","bread"])") ==
        "survey.json:3: surprises.facts needs the text \"fact.bread\"; add it to texts.en");
  CHECK(fault(R"("kinds":["fact"],"facts":["Bread"])") ==
        "survey.json:3: surprises.facts has \"Bread\", must be 1 to 32 of a to z, 0 to 9 and -");
  CHECK(fault(R"("kinds":["fact"],"facts":[])") ==
        "survey.json:3: surprises.facts is empty, must have one for \"fact\"");
}

TEST_CASE("a survey that names no facts has the shipped ones") {
  CHECK(with(R"("kinds":["fact"])")->surprises.facts == shipped_facts());
  CHECK(parse_survey(R"({"id":"shop","revision":2})", "s")->surprises.facts == shipped_facts());
}

TEST_CASE("a surprise's word that a language lacks is among the missing texts") {
  const auto survey = with(R"("kinds":["treat"],"treats_per_day":20)", kBun);
  REQUIRE(survey);
  const auto languages = load_languages(assets_folder() / "languages");
  REQUIRE(languages);
  const auto wants = review(*survey, *languages).wants;
  CHECK(wants.count("en") == 0);
  CHECK(wants.at("de").missing == std::vector<std::string>{"shop.treat"});
}
