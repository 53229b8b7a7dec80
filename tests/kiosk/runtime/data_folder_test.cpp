#include "app/kiosk/runtime/data_folder.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "core/base/file.h"
#include "tests/support/temp_dir.h"

namespace farewell::kiosk {
namespace {

std::string hub_config(int version, int revision = 1) {
  survey::Survey survey = survey::default_survey();
  survey.revision = revision;
  return Json{{"version", version}, {"survey", survey::to_json(survey)}, {"schedule", Json::object()}}.dump();
}

const Enrolled kEnrolled{"https://hub.example",
                         {.terminal = "0f8b5b0e-3c0a-4a54-9f7e-2f6d3c1b5a90",
                          .key = {1, 2, 3},
                          .sealing_key = {4, 5},
                          .site_id = "7d1f4a3e-52c8-4d0b-8a6f-1c9e7b2d4f60",
                          .site_name = "Demo shop",
                          .time_zone = "Europe/Oslo"}};

}  // namespace

TEST_CASE("an enrolment comes back as it was kept, with the hub that gave it") {
  const farewell::testing::TempDir dir;
  const auto data = DataFolder::open(dir / "terminal");
  REQUIRE(data);
  REQUIRE(data->save_enrolment(kEnrolled));
  const auto loaded = data->load_enrolment();
  REQUIRE(loaded.enrolled);
  CHECK(loaded.complaint.empty());
  CHECK(loaded.enrolled->hub == kEnrolled.hub);
  CHECK(loaded.enrolled->enrolment.key == kEnrolled.enrolment.key);
  CHECK(loaded.enrolled->enrolment.time_zone == "Europe/Oslo");
}

TEST_CASE("nobody else may read an enrolment") {
  const farewell::testing::TempDir dir;
  const auto data = DataFolder::open(dir / "terminal");
  REQUIRE(data->save_enrolment(kEnrolled));
  struct stat status {};
  REQUIRE(stat(data->enrolment().c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("a terminal that was never enrolled says so without complaint") {
  const farewell::testing::TempDir dir;
  const auto data = DataFolder::open(dir / "terminal");
  CHECK_FALSE(data->load_enrolment().enrolled);
  CHECK(data->load_enrolment().complaint.empty());
}

TEST_CASE("a damaged enrolment is set aside and its copy takes its place") {
  const farewell::testing::TempDir dir;
  const auto data = DataFolder::open(dir / "terminal");
  REQUIRE(data->save_enrolment(kEnrolled));
  std::string text = *read_file(data->enrolment());
  text[text.find("\"key\": \"") + 10] ^= 4;  // still a key, and another one
  REQUIRE(write_file(data->enrolment(), text));
  const auto mended = data->load_enrolment();
  REQUIRE(mended.enrolled);
  CHECK(mended.enrolled->enrolment.key == kEnrolled.enrolment.key);
  CHECK(mended.complaint.find("enrolment.json") != std::string::npos);
  CHECK(*read_file(data->enrolment().string() + ".damaged") == text);
  CHECK(data->load_enrolment().complaint.empty());
}

TEST_CASE("a terminal both of whose enrolments are damaged starts, and asks to be enrolled again") {
  const farewell::testing::TempDir dir;
  const auto data = DataFolder::open(dir / "terminal");
  REQUIRE(write_file(data->enrolment(), "{"));
  REQUIRE(write_file(data->enrolment_copy(), ""));
  const auto kept = data->load_enrolment();
  CHECK_FALSE(kept.enrolled);
  CHECK(kept.complaint.find("enrol this terminal again") != std::string::npos);
}

TEST_CASE("an enrolment that was taken away is gone, copy or not") {
  const farewell::testing::TempDir dir;
  const auto data = DataFolder::open(dir / "terminal");
  REQUIRE(data->save_enrolment(kEnrolled));
  std::filesystem::remove(data->enrolment());
  CHECK_FALSE(data->load_enrolment().enrolled);
}

TEST_CASE("the last two configurations of the hub are kept") {
  const farewell::testing::TempDir dir;
  const auto data = DataFolder::open(dir / "terminal");
  CHECK_FALSE(data->load_hub_config().config);
  REQUIRE(data->save_hub_config(hub_config(1)));
  REQUIRE(data->save_hub_config(hub_config(2)));
  CHECK(data->load_hub_config().config->version == 2);
  CHECK(read_file(data->previous_survey())->find("\"version\":1") != std::string::npos);
}

TEST_CASE("a configuration that does not load is rolled back to the one before") {
  const farewell::testing::TempDir dir;
  const auto data = DataFolder::open(dir / "terminal");
  REQUIRE(data->save_hub_config(hub_config(1)));
  REQUIRE(data->save_hub_config(hub_config(2)));
  REQUIRE(write_file(data->survey(), "{\"version\":"));
  const auto kept = data->load_hub_config();
  CHECK(kept.rolled_back);
  REQUIRE(kept.config);
  CHECK(kept.config->version == 1);
}

TEST_CASE("a damaged newest configuration never takes the place of the good one before") {
  const farewell::testing::TempDir dir;
  const auto data = DataFolder::open(dir / "terminal");
  REQUIRE(data->save_hub_config(hub_config(1)));
  REQUIRE(data->save_hub_config(hub_config(2)));
  REQUIRE(write_file(data->survey(), "damaged"));
  REQUIRE(data->save_hub_config(hub_config(3)));
  REQUIRE(write_file(data->survey(), "damaged"));
  CHECK(data->load_hub_config().config->version == 1);
}

TEST_CASE("sections of a newer hub are let be, a wrong survey is not") {
  CHECK(parse_hub_config(hub_config(4), "config"));
  CHECK_FALSE(parse_hub_config(R"({"version":1,"survey":{"scale":7}})", "config"));
  CHECK_FALSE(parse_hub_config(R"({"survey":{}})", "config"));
}

}  // namespace farewell::kiosk
