// Screens as they were when somebody last looked: each × (day, night, contrast) × (landscape, upright) × (en,
// de, ar, ja), and dusk and winter in English, at a quarter of their size. tests/golden/renew.sh draws them
// anew.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <vector>

#include "core/base/assets.h"
#include "tests/golden/pictures.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

constexpr double kMostDifferent = .005;
constexpr float kTenInchesMm = 257.3f;

enum class Stands { lying, upright };

std::string wish(const char* name) {
  const char* said = std::getenv(name);
  return said == nullptr ? std::string() : said;
}

/// Writes what it was asked to compare, and then nothing is compared.
bool renewing() {
  return wish("FAREWELL_GOLDEN") == "renew";
}

bool has_pictures() {
  return std::filesystem::exists(std::filesystem::path(GOLDEN_FOLDER) / to_text(Mood::day));
}

/// All, or the one that is being renewed.
std::vector<std::string> screens() {
  const std::string only = wish("FAREWELL_GOLDEN_SCREEN");
  return only.empty() ? example_names() : std::vector{only};
}

void compare(Studio& studio, const std::string& screen, const std::string& language, Mood mood, Stands stands,
             Season season) {
  const bool upright = stands == Stands::upright;
  const std::string name = screen + (upright ? "-upright-" : "-") + language + ".png";
  const auto folder = season == Season::winter ? std::string("winter-") + to_text(mood) : to_text(mood);
  const auto path = std::filesystem::path(GOLDEN_FOLDER) / folder / name;
  const auto drawn = studio.draw({.screen = screen,
                                  .language = language,
                                  .width = upright ? 400 : 640,
                                  .height = upright ? 640 : 400,
                                  .panel_mm = kTenInchesMm,
                                  .mood = mood,
                                  .season = season});
  REQUIRE(drawn);
  const Pixels small = golden::halved(*drawn);
  if (renewing()) {
    std::filesystem::create_directories(path.parent_path());
    REQUIRE(write_png(small, path));
    return;
  }
  const double found = golden::difference(small, golden::read_png(path));
  if (found > kMostDifferent)
    FAIL_CHECK(path.string() << ": " << found * 100
                             << " % differ. Look at the screen; if it is right, run tests/golden/renew.sh "
                             << screen);
}

void compare_all(Mood mood, Stands stands, const std::vector<std::string>& languages,
                 Season season = Season::flowering) {
  if (!renewing() && !has_pictures()) {
    WARN("skipped: there are no pictures yet; tests/golden/renew.sh draws them");
    return;
  }
  auto studio = Studio::open(assets_folder());
  REQUIRE(studio);
  for (const std::string& screen : screens())
    for (const std::string& language : languages) compare(*studio, screen, language, mood, stands, season);
  SUCCEED();
}

const std::vector<std::string> kLanguages = {"en", "de", "ar", "ja"};

}  // namespace

TEST_CASE("by day every screen looks as it did") {
  compare_all(Mood::day, Stands::lying, kLanguages);
}
TEST_CASE("by day every upright screen looks as it did") {
  compare_all(Mood::day, Stands::upright, kLanguages);
}
TEST_CASE("by night every screen looks as it did") {
  compare_all(Mood::night, Stands::lying, kLanguages);
}
TEST_CASE("by night every upright screen looks as it did") {
  compare_all(Mood::night, Stands::upright, kLanguages);
}
TEST_CASE("in high contrast every screen looks as it did") {
  compare_all(Mood::contrast, Stands::lying, kLanguages);
}
TEST_CASE("in high contrast every upright screen looks as it did") {
  compare_all(Mood::contrast, Stands::upright, kLanguages);
}
TEST_CASE("at dusk every screen looks as it did") {
  compare_all(Mood::dusk, Stands::lying, {"en"});
  compare_all(Mood::dusk, Stands::upright, {"en"});
}
TEST_CASE("in winter every screen looks as it did") {
  for (const Mood mood : {Mood::day, Mood::night}) compare_all(mood, Stands::lying, {"en"}, Season::winter);
  compare_all(Mood::day, Stands::upright, {"en"}, Season::winter);
}
