#include "app/kiosk/runtime/config.h"

#include <catch2/catch.hpp>

#include "core/base/file.h"
#include "tests/support/temp_dir.h"

namespace farewell::kiosk {

TEST_CASE("an empty configuration is a whole one") {
  const auto config = parse_config("{}", "kiosk.json");
  REQUIRE(config);
  CHECK(config->fullscreen);
  CHECK(config->hub.empty());
  CHECK_FALSE(config->allow_plain_http);
}

TEST_CASE("every setting is read") {
  const auto config = parse_config(R"({"hub":"https://hub.example","allow_plain_http":true,"name":"Door",
      "language":"nb","theme":"dusk","garden":"lanterns","theme_folder":"/t","latitude":59.9,"longitude":-10.7,
      "reduced_motion":true,"panel_mm":256,"fullscreen":false,"sync_spread_ms":0,
      "one_switch":true,"scan_step_ms":2500})",
                                   "kiosk.json");
  REQUIRE(config);
  CHECK(config->hub == "https://hub.example");
  CHECK(config->allow_plain_http);
  CHECK(config->name == "Door");
  CHECK(config->language == "nb");
  CHECK(config->theme == "dusk");
  CHECK(config->garden == "lanterns");
  CHECK(config->theme_folder == "/t");
  CHECK(config->place == Place{59.9, -10.7});
  CHECK(config->reduced_motion);
  CHECK(config->panel_mm == 256);
  CHECK_FALSE(config->fullscreen);
  CHECK(config->sync_spread_ms == 0);
  CHECK(config->one_switch);
  CHECK(config->scan_step_ms == 2500);
}

TEST_CASE("a wrong setting is named with its path and line") {
  const auto [text, where] = GENERATE(table<std::string, std::string>({
      {"{\n\"langage\":\"nb\"}", "langage"},
      {"{\n\"fullscreen\":\"yes\"}", "fullscreen"},
      {"{\n\"theme\":\"loud\"}", "theme"},
      {"{\n\"garden\":\"gnomes\"}", "garden"},
      {"{\n\"latitude\":59.9}", "latitude"},
      {"{\n\"hub\":\"ftp://x\"}", "hub"},
      {"{\n\"sync_spread_ms\":-1}", "sync_spread_ms"},
      {"{\n\"scan_step_ms\":10}", "scan_step_ms"},
  }));
  const auto config = parse_config(text, "kiosk.json");
  REQUIRE_FALSE(config);
  CHECK_THAT(config.error().text(), Catch::Contains(where) && Catch::Contains("kiosk.json:2"));
}

TEST_CASE("a broken configuration leaves the last good one in use, and says so") {
  const farewell::testing::TempDir dir;
  REQUIRE(write_file(dir / "kiosk.json", R"({"name":"Door"})"));
  REQUIRE(load_config(dir / "kiosk.json", dir / "config.json")->complaint.empty());
  REQUIRE(write_file(dir / "kiosk.json", R"({"name":)"));
  const auto loaded = load_config(dir / "kiosk.json", dir / "config.json");
  REQUIRE(loaded);
  CHECK(loaded->config.name == "Door");
  CHECK_THAT(loaded->complaint, Catch::Contains("kiosk.json"));
}

TEST_CASE("a broken configuration with none before it is an error") {
  const farewell::testing::TempDir dir;
  REQUIRE(write_file(dir / "kiosk.json", R"({"nam":"Door"})"));
  const auto loaded = load_config(dir / "kiosk.json", dir / "config.json");
  REQUIRE_FALSE(loaded);
  CHECK_THAT(loaded.error().text(), Catch::Contains("nam"));
}

}  // namespace farewell::kiosk
