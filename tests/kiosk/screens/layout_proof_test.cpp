// Every example of a screen, in every language that ships, on every panel that we lay out for, in every text
// mode: proof.h says what must be so. FAREWELL_PROOF_SCREEN=goodbye looks at screens of such a name only.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>
#include <sstream>

#include "app/kiosk/render/examples.h"
#include "tests/kiosk/screens/proof.h"
#include "tests/kiosk/screens/stage.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

struct Panel {
  const char* name;
  int width, height;
  float diagonal_mm = 0;
};

/// What a customer may have asked for under "Make this easier", or when they came.
struct TextMode {
  const char* name;
  Mood mood = Mood::day;
  bool large = false, reach = false;
  Season season = Season::flowering;
};

constexpr std::array kTextModes = {
    TextMode{"day"},
    TextMode{"contrast", Mood::contrast},
    TextMode{"large", Mood::day, true, false},
    TextMode{"within reach", Mood::day, false, true},
};
/// By night things stand where they stand by day: only colours are looked at, in these languages.
constexpr std::array kDarkModes = {TextMode{"dusk", Mood::dusk}, TextMode{"night", Mood::night}};
constexpr std::array kDarkLanguages = {"de", "ar", "ja"};

/// In winter something else stands in the garden, and other words say so: on screens of these names.
constexpr std::array kWinterModes = {TextMode{"winter", Mood::day, false, false, Season::winter},
                                     TextMode{"larger in winter", Mood::day, true, false, Season::winter},
                                     TextMode{"winter's night", Mood::night, false, false, Season::winter}};
constexpr std::array kWinterScreens = {"welcome", "goodbye", "goodbye-fact", "goodbye-number", "closed"};

/// A fault, where it was first found, and how often.
class Faults {
 public:
  proof::Tell in(std::string where) {
    return [this, where = std::move(where)](const std::string& fault) {
      const auto [found, fresh] = found_.try_emplace(fault, where, 0);
      ++found->second.second;
    };
  }
  std::string text() const {
    std::ostringstream text;
    for (const auto& [fault, where] : found_)
      text << fault << "\n    (" << where.second << " times, first in " << where.first << ")\n";
    return text.str();
  }

 private:
  std::map<std::string, std::pair<std::string, int>> found_;
};

void prove(const Panel& panel, const std::string& name, const survey::Language& language,
           const TextMode& mode, Faults& faults) {
  auto made = example(name, language.tag);
  REQUIRE(made);
  if (!made->always) {  // else nobody stands there who wishes anything
    made->state.eases.large_text = mode.large;
    made->state.eases.reach = mode.reach;
    made->state.eases.contrast = mode.mood == Mood::contrast;
  }
  const survey::Words words(made->survey, shipped_languages(), language.tag);
  const Theme& theme = theme_of(made->always.value_or(mode.mood), mode.season);
  const Metrics metrics = metrics_for(panel.width, panel.height, panel.diagonal_mm);
  const View view = view_of(*made, words, shipped_languages(), theme, metrics, shared_type());
  const Scene scene = scene_for(view);
  const proof::Shown shown{scene,
                           theme,
                           metrics,
                           language.tag,
                           shared_type(),
                           made->state.eases.reach,
                           made->state.eases.large_text};
  const proof::Tell tell = faults.in(name + ", " + language.tag + ", " + panel.name + ", " + mode.name);
  if (is_dark(mode.mood) && !made->always)
    proof::check_contrast(shown, tell);
  else
    proof::check_all(shown, tell);
}

bool is_looked_at_by_night(const survey::Language& language) {
  return std::ranges::find(kDarkLanguages, language.tag) != kDarkLanguages.end();
}

bool is_of_winter(const std::string& screen) {
  return std::ranges::find(kWinterScreens, screen) != kWinterScreens.end();
}

bool is_asked_for(const std::string& screen) {
  const char* only = std::getenv("FAREWELL_PROOF_SCREEN");
  return only == nullptr || screen.starts_with(only);
}

void prove(const Panel& panel) {
  Faults faults;
  for (const std::string& name : example_names()) {
    if (!is_asked_for(name)) continue;
    for (const survey::Language& language : shipped_languages()) {
      for (const TextMode& mode : kTextModes) prove(panel, name, language, mode, faults);
      if (is_of_winter(name))
        for (const TextMode& mode : kWinterModes) prove(panel, name, language, mode, faults);
      if (!is_looked_at_by_night(language)) continue;
      for (const TextMode& mode : kDarkModes) prove(panel, name, language, mode, faults);
    }
  }
  INFO(faults.text());
  CHECK(faults.text().empty());
}

}  // namespace

TEST_CASE("every screen fits a seven-inch panel in every language and text mode", "[proof]") {
  prove({"7 inch", 1024, 600, 178});
}
TEST_CASE("every screen fits an upright seven-inch panel in every language and text mode", "[proof]") {
  prove({"7 inch upright", 600, 1024, 178});
}
TEST_CASE("every screen fits an eight-inch panel in every language and text mode", "[proof]") {
  prove({"8 inch", 1280, 800, 203});
}
TEST_CASE("every screen fits an upright eight-inch panel in every language and text mode", "[proof]") {
  prove({"8 inch upright", 800, 1280, 203});
}
TEST_CASE("every screen fits a ten-inch panel in every language and text mode", "[proof]") {
  prove({"10 inch", 1280, 800, 257});
}
TEST_CASE("every screen fits an upright ten-inch panel in every language and text mode", "[proof]") {
  prove({"10 inch upright", 800, 1280, 257});
}
TEST_CASE("every screen fits a ten-inch panel of full HD in every language and text mode", "[proof]") {
  prove({"10 inch full HD", 1920, 1080, 257});
}
TEST_CASE("every screen fits a fifteen-inch panel in every language and text mode", "[proof]") {
  prove({"15 inch", 1920, 1080, 396});
}
TEST_CASE("every screen fits an upright fifteen-inch panel in every language and text mode", "[proof]") {
  prove({"15 inch upright", 1080, 1920, 396});
}
TEST_CASE("every screen fits a 24-inch panel in every language and text mode", "[proof]") {
  prove({"24 inch", 1920, 1080, 610});
}
TEST_CASE("every screen fits an upright 24-inch panel in every language and text mode", "[proof]") {
  prove({"24 inch upright", 1080, 1920, 610});
}
