#include "app/kiosk/runtime/prepare.h"

#include <catch2/catch.hpp>

#include "core/base/assets.h"
#include "core/base/file.h"
#include "tests/support/temp_dir.h"

namespace farewell::kiosk {
namespace {

/// A terminal's folder, and how it is started over it.
struct Tablet {
  farewell::testing::TempDir dir;
  RunOptions options;

  Tablet() { options.data = dir / "terminal"; }

  DataFolder data() { return DataFolder::open(options.data).value(); }
  Result<Prepared> prepared() { return prepare(options, assets_folder()); }
};

void enrol(Tablet& tablet, const std::string& hub) {
  const wire::Enrolment enrolment{.terminal = "0f8b5b0e-3c0a-4a54-9f7e-2f6d3c1b5a90",
                                  .key = {1, 2, 3},
                                  .sealing_key = {4, 5},
                                  .site_id = "7d1f4a3e-52c8-4d0b-8a6f-1c9e7b2d4f60",
                                  .site_name = "Demo shop",
                                  .time_zone = "Europe/Oslo"};
  REQUIRE(tablet.data().save_enrolment({hub, enrolment}));
}

std::string hub_config(int version) {
  const survey::Survey survey = survey::default_survey();
  return Json{{"version", version}, {"survey", survey::to_json(survey)}, {"schedule", Json::object()}}.dump();
}

}  // namespace

TEST_CASE("a tablet that has nothing asks the survey that ships, without a hub") {
  Tablet tablet;
  const auto prepared = tablet.prepared();
  REQUIRE(prepared);
  CHECK_FALSE(prepared->asked.survey.topics.empty());
  CHECK_FALSE(prepared->enrolled);
  CHECK(prepared->hub.empty());
  CHECK(prepared->config_version == 0);
}

TEST_CASE("an enrolled terminal knows its hub by itself") {
  Tablet tablet;
  enrol(tablet, "https://hub.example");
  CHECK(tablet.prepared()->hub == "https://hub.example");
}

TEST_CASE("a hub named at the start is the one that is used") {
  Tablet tablet;
  enrol(tablet, "https://hub.example");
  tablet.options.hub = "https://new.example";
  CHECK(tablet.prepared()->hub == "https://new.example");
}

TEST_CASE("a pairing code without a hub is refused") {
  Tablet tablet;
  tablet.options.code = "K7QM-2RXD";
  const auto prepared = tablet.prepared();
  REQUIRE_FALSE(prepared);
  CHECK(prepared.error().context == "--code");
}

TEST_CASE("a terminal without a name is called as its machine") {
  Tablet tablet;
  CHECK_FALSE(tablet.prepared()->pairing.name.empty());
  tablet.options.name = "Front door";
  CHECK(tablet.prepared()->pairing.name == "Front door");
}

TEST_CASE("a language asked for at the start is the one to begin in") {
  Tablet tablet;
  tablet.options.language = "ja";
  CHECK(tablet.prepared()->asked.survey.default_language == "ja");
}

TEST_CASE("a language that there is not is named") {
  Tablet tablet;
  tablet.options.language = "tlh";
  const auto prepared = tablet.prepared();
  REQUIRE_FALSE(prepared);
  CHECK_THAT(prepared.error().text(), Catch::Contains("tlh"));
}

TEST_CASE("what the hub last gave is asked") {
  Tablet tablet;
  REQUIRE(tablet.data().save_hub_config(hub_config(7)));
  const auto prepared = tablet.prepared();
  REQUIRE(prepared);
  CHECK(prepared->config_version == 7);
  CHECK_FALSE(prepared->rolled_back);
}

TEST_CASE("a survey broken on the tablet gives way to the one before, and the hub will hear of it") {
  Tablet tablet;
  REQUIRE(tablet.data().save_hub_config(hub_config(7)));
  REQUIRE(tablet.data().save_hub_config(hub_config(8)));
  REQUIRE(write_file(tablet.data().survey(), "{"));
  const auto prepared = tablet.prepared();
  REQUIRE(prepared);
  CHECK(prepared->config_version == 7);
  CHECK(prepared->rolled_back);
}

TEST_CASE("a chain's own file of a language is asked first, and the shipped one says the rest") {
  HubConfig config;
  config.languages = {{"nb", "Norsk", false, {{"welcome.thanks", "Takk."}}}};
  const auto asked = asked_by(config, assets_folder(), "");
  REQUIRE(asked);
  const survey::Words words(asked->survey, asked->languages, "nb");
  CHECK(words.say("welcome.thanks") == "Takk.");
  CHECK(words.say("words.title") == "Med egne ord");
}

}  // namespace farewell::kiosk
