#include "app/kiosk/ui/theme.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "core/base/assets.h"
#include "core/base/file.h"
#include "tests/support/temp_dir.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

/// The day's theme with `from` written as `to`, loaded.
Result<Theme> altered(const std::string& from, const std::string& to) {
  const farewell::testing::TempDir dir;
  auto text = read_file(assets_folder() / "themes/day.json");
  REQUIRE(text);
  const auto at = text->find(from);
  REQUIRE(at != std::string::npos);
  text->replace(at, from.size(), to);
  std::filesystem::create_directory(dir.path() / "themes");
  REQUIRE(write_file(dir.path() / "themes/day.json", *text));
  return load_theme(dir.path(), Mood::day);
}

}  // namespace

TEST_CASE("our themes load") {
  for (const Mood mood : kMoods) CHECK(load_theme(assets_folder(), mood));
}

TEST_CASE("in winter the hills are white, and what words are set in stays") {
  const auto flowering = load_theme(assets_folder(), Mood::day);
  const auto winter = load_theme(assets_folder(), Mood::day, {}, Season::winter);
  REQUIRE(winter);
  CHECK(winter->season == Season::winter);
  CHECK(luminance((*winter)[Colour::near]) > luminance((*flowering)[Colour::near]));
  CHECK((*winter)[Colour::ink] == (*flowering)[Colour::ink]);
}

TEST_CASE("a colour that is none is named") {
  const auto theme = altered("#1B2E29", "#1B2E2G");
  REQUIRE_FALSE(theme);
  CHECK(theme.error().code == ErrorCode::invalid);
  CHECK(theme.error().text().find("#1B2E2G") != std::string::npos);
}

TEST_CASE("a theme with a key that nobody knows is refused") {
  CHECK_FALSE(altered("\"paper\"", "\"papr\""));
}

TEST_CASE("at the design's size a reference pixel is a pixel") {
  CHECK(metrics_for(1280, 800).scale == Approx(1));
  CHECK(metrics_for(800, 1280).scale == Approx(1));
  CHECK(metrics_for(800, 1280).portrait());
  CHECK(metrics_for(1024, 600).small());
}

TEST_CASE("up to ten inches a millimetre is a millimetre") {
  for (const float diagonal_mm : {178.f, 203.f, 257.f}) {
    const Metrics metrics = metrics_for(1280, 800, diagonal_mm);
    CHECK(metrics.mm(metrics.px(118)) == Approx(20.1).epsilon(.01));
  }
}

TEST_CASE("on 24 inches things are half as large again, and the rest is room") {
  const Metrics metrics = metrics_for(1920, 1080, 610);
  const float target_mm = metrics.mm(metrics.px(118));
  CHECK(target_mm > 25);
  CHECK(target_mm < 32);
  CHECK(1920 / metrics.scale > 1800);
}
