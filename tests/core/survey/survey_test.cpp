#include "core/survey/survey.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "core/base/assets.h"
#include "core/base/file.h"
#include "core/base/json.h"

using namespace farewell;
using namespace farewell::survey;

namespace {

const std::filesystem::path kDefaultSurvey = assets_folder() / "surveys/default.json";

std::string shipped() {
  const auto text = read_file(kDefaultSurvey);
  REQUIRE(text);
  return *text;
}

/// The shipped survey with `from` replaced by `to`, parsed; what is then wrong with it.
std::string fault_with(const std::string& from, const std::string& to) {
  std::string text = shipped();
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  const auto survey = parse_survey(text, "survey.json");
  return survey ? "" : survey.error().text();
}

/// A survey of these fields beside its identity.
Result<Survey> survey_of(const std::string& fields) {
  return parse_survey(R"({"id":"shop","revision":2)" + fields + "}", "survey.json");
}

}  // namespace

TEST_CASE("the default survey is the shipped one") {
  const auto survey = parse_survey(shipped(), kDefaultSurvey.string());
  REQUIRE(survey);
  CHECK(to_json(*survey) == to_json(default_survey()));
  CHECK(to_json(*survey) == Json::parse(shipped()));
}

TEST_CASE("every topic's icon is among the art") {
  for (const Topic& topic : default_survey().topics) {
    CHECK(std::filesystem::exists(assets_folder() / ("art/icons/" + topic.icon + ".svg")));
  }
}

TEST_CASE("a survey that is written out and read again is the same survey") {
  Survey survey = default_survey();
  survey.id = "harbour-2";
  survey.revision = 41;
  survey.shop = "Blåbær & co";
  survey.scale = 4;
  survey.default_language = "nb";
  survey.languages = {"nb", "zh-Hans"};
  survey.topics = {{"parking", "box"}};
  survey.comment = survey.help_calls = survey.follow_ups = false;
  survey.staff_name = "Anna";
  survey.staff_minutes = 2;
  survey.timings = {6'000, 21'000, 4'000, 5'000, 0};
  survey.surprises = {{"number", "treat", "changed"}, 1.0, {"parking"}, 100, 20, 31};
  survey.texts = {{"nb",
                   {{"welcome.thanks", "Takk for turen."},
                    {"fact.parking", "Hver tredje gjest sykler hit."},
                    {"shop.treat", "En kanelbolle"},
                    {"shop.changed", "En kasse til ved lunsj."}}}};
  const auto again = parse_survey(to_json(survey).dump(), "survey");
  REQUIRE(again);
  CHECK(to_json(*again) == to_json(survey));
  CHECK(again->texts == survey.texts);
}

TEST_CASE("a survey of an identity alone asks what the default one asks") {
  const auto survey = survey_of("");
  REQUIRE(survey);
  CHECK(survey->id == "shop");
  CHECK(survey->revision == 2);
  CHECK(survey->topics.size() == 6);
  CHECK(survey->timings.idle_warning_ms == 20'000);
}

TEST_CASE("a survey must say who it is") {
  CHECK(parse_survey("{}", "s").error().text() == "s:1: id is missing");
  CHECK(parse_survey(R"({"id":"x"})", "s").error().text() == "s:1: revision is missing");
}

TEST_CASE("each wrong value is named by its line, its path and what it must be") {
  CHECK(fault_with("\"idle_warning_ms\": 20000", "\"idle_warning_ms\": 5000") ==
        "survey.json:23: timings.idle_warning_ms is 5000, must be 20000 to 600000");
  CHECK(fault_with("\"idle_after_ms\": 20000", "\"idle_after_ms\": \"20\"") ==
        "survey.json:22: timings.idle_after_ms is text, must be a whole number");
  CHECK(fault_with("\"idle_after_ms\"", "\"idle_afer_ms\"") ==
        "survey.json:22: unknown key \"idle_afer_ms\" in timings; did you mean \"idle_after_ms\"?");
  CHECK(fault_with("\"scale\": 5", "\"scale\": 7") == "survey.json:5: scale is 7, must be 4 to 5");
  CHECK(fault_with("\"id\": \"prices\"", "\"id\": \"waiting\"") ==
        "survey.json:10: topics.1.id is another topic's already, must be its own");
  CHECK(fault_with("\"id\": \"prices\"", "\"id\": \"Prices\"") ==
        "survey.json:10: topics.1.id must be 1 to 32 of a to z, 0 to 9 and -");
  CHECK(fault_with("\"chip-choice\"", "\"../chip\"") ==
        "survey.json:12: topics.3.icon must be 1 to 64 of a to z, 0 to 9 and -");
  CHECK(fault_with("\"control_share\": 0.2", "\"control_share\": 20") ==
        "survey.json:30: surprises.control_share is 20, must be 0.0 to 1.0");
  CHECK(fault_with("\"default_language\": \"en\"", "\"default_language\": \"eo\"") ==
        "survey.json:7: languages must hold the default language, \"eo\"");
  CHECK(fault_with("\"nb\", \"sv\"", "\"nb\", \"nb\"") ==
        "survey.json:7: languages has \"nb\" twice, remove one");
  CHECK(fault_with("\"nb\", \"sv\"", "\"norsk\"") ==
        "survey.json:7: languages must hold language tags like nb or zh-Hans");
  CHECK(fault_with("\"staff_minutes\": 0", "\"staff_minutes\": 61") ==
        "survey.json:20: staff_minutes is 61, must be 0 to 60");
  CHECK(fault_with("\"comment\": true", "\"comment\": 1") ==
        "survey.json:16: comment is 1, must be true or false");
  CHECK(fault_with("\"shop\"", "\"shopp\"") ==
        "survey.json:4: unknown key \"shopp\"; did you mean \"shop\"?");
  CHECK(fault_with("\"icon\": \"quest\"", "\"colour\": \"red\"") ==
        "survey.json:14: unknown key \"colour\" in topics.5; remove it");
}

TEST_CASE("languages are known by the tags under which Farewell has them") {
  const auto survey = survey_of(R"(,"default_language":"no","languages":["zh-CN","no","de-CH"],
      "texts":{"no":{"welcome.thanks":"Takk."},"zh-TW":{"welcome.thanks":"謝謝。"}})");
  REQUIRE(survey);
  CHECK(survey->default_language == "nb");
  CHECK(survey->languages == std::vector<std::string>{"zh-Hans", "nb", "de-CH"});
  CHECK(survey->texts.at("nb").at("welcome.thanks") == "Takk.");
  CHECK(survey->texts.count("zh-Hant") == 1);
}

TEST_CASE("a shop's text that is no message is refused where it stands") {
  const auto survey = survey_of(",\n\"texts\":{\"en\":{\n\"changed.title\":\"{n, plural, one {guest}}\"}}");
  REQUIRE_FALSE(survey);
  CHECK(survey.error().text() ==
        "survey.json:3: texts.en.changed.title has braces that do not pair, or a plural without an \"other\" "
        "form");
}

TEST_CASE("each timing is held to its range") {
  const auto timing = GENERATE(table<const char*, int, int>({{"idle_after_ms", 5'000, 600'000},
                                                             {"idle_warning_ms", 20'000, 600'000},
                                                             {"home_after_ms", 3'000, 60'000},
                                                             {"quiet_home_after_ms", 3'000, 120'000},
                                                             {"hold_ms", 0, 2'000}}));
  const auto with = [&timing](int ms) {
    return survey_of(",\"timings\":{\"" + std::string(std::get<0>(timing)) + "\":" + std::to_string(ms) + "}")
        .ok();
  };
  CHECK(with(std::get<1>(timing)));
  CHECK(with(std::get<2>(timing)));
  CHECK_FALSE(with(std::get<1>(timing) - 1));
  CHECK_FALSE(with(std::get<2>(timing) + 1));
}

TEST_CASE("a thirteenth topic is refused") {
  std::string topics;
  for (int i = 0; i < 12; ++i)
    topics += (i > 0 ? "," : "") + std::string(R"({"id":"t)") + std::to_string(i) + "\"}";
  CHECK(survey_of(",\"topics\":[" + topics + "]").ok());
  CHECK(survey_of(",\"topics\":[" + topics + R"(,{"id":"one-more"}])").error().message ==
        "topics has 13 elements, at most 12");
}

TEST_CASE("a survey may have no topics and no surprise at all") {
  const auto survey = survey_of(R"(,"topics":[],"surprises":{"kinds":[]})");
  REQUIRE(survey);
  CHECK(survey->topics.empty());
  CHECK(survey->surprises.kinds.empty());
}

TEST_CASE("a shop's own texts are read by language and key") {
  const auto survey = survey_of(R"(,"texts":{"nb":{"welcome.thanks":"Takk for turen."}})");
  REQUIRE(survey);
  CHECK(survey->texts.at("nb").at("welcome.thanks") == "Takk for turen.");
}

TEST_CASE("a shop's own texts with a key or a language that cannot be are refused") {
  CHECK(survey_of(R"(,"texts":{"nb":{"Welcome thanks":"Takk."}})").error().message ==
        "texts.nb.Welcome thanks is no text's key, write one like welcome.thanks");
  CHECK(survey_of(R"(,"texts":{"norsk":{}})").error().message ==
        "texts.norsk must be named by a language tag like nb or zh-Hans");
  CHECK(survey_of(R"(,"texts":{"nb":{"welcome.thanks":""}})").error().message ==
        "texts.nb.welcome.thanks is empty");
}

TEST_CASE("the lowest two answers of either scale are unhappy, the upper two happy") {
  CHECK(is_unhappy(1));
  CHECK(is_unhappy(2));
  CHECK_FALSE(is_unhappy(3));
  CHECK_FALSE(is_happy(3, 5));
  CHECK(is_happy(4, 5));
  CHECK(is_happy(5, 5));
  CHECK(is_happy(3, 4));
  CHECK(is_happy(4, 4));
  CHECK_FALSE(is_happy(2, 4));
}
