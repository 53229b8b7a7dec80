// What lies over a screen: the idle warning and the sheets.
#include <catch2/catch.hpp>

#include "tests/kiosk/screens/stage.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

Stage idle() {
  Stage stage;
  stage.state.idle_warning = true;
  stage.state.idle_warning_since_ms = 1'000;
  stage.now_ms = 9'000;
  return stage;
}

}  // namespace

TEST_CASE("the idle warning asks, and only its own buttons answer") {
  Stage stage = idle();
  const Scene scene = stage.scene(visit::Screen::change);
  REQUIRE(scene.targets.size() == 2);
  CHECK(means<visit::MoreTimeTapped>(scene, "More time"));
  CHECK(means<visit::ImDoneTapped>(scene, "I’m done"));
}

TEST_CASE("petals and figure tell the time that is left") {
  Stage stage = idle();
  const Scene scene = stage.scene(visit::Screen::change);
  CHECK(says(scene, "12"));
  CHECK(count_pictures(scene, "parts/countdown-petal") == 12);
  CHECK(count_pictures(scene, "parts/countdown-petal-spent") == 8);
}

TEST_CASE("a longer warning has as many petals") {
  Stage stage = idle();
  stage.survey.timings.idle_warning_ms = 60'000;
  const Scene scene = stage.scene(visit::Screen::change);
  CHECK(says(scene, "52"));
  CHECK(count_pictures(scene, "parts/countdown-petal") == 18);
}

TEST_CASE("the warning says that the answer is saved only if it is") {
  Stage stage = idle();
  CHECK(says(stage.scene(visit::Screen::change),
             "Your answer is saved. We’ll clear the screen for the next guest."));
  stage.visit().value = 0;
  CHECK(says(stage.scene(visit::Screen::change), "We’ll clear the screen for the next guest."));
}

TEST_CASE("languages are called what they call themselves") {
  Stage stage;
  stage.sheet = "languages";
  const Scene scene = stage.scene(visit::Screen::change);
  const auto* chosen = action_of<visit::LanguageChosen>(target_called(scene, "Svenska"));
  REQUIRE(chosen);
  CHECK(chosen->tag == "sv");
  for (const char* name : {"Norsk", "Deutsch", "العربية", "日本語"})
    CHECK(means<visit::LanguageChosen>(scene, name));
}

TEST_CASE("the language in use stands in the header and only closes the sheet") {
  Stage stage;
  stage.sheet = "languages";
  const Scene scene = stage.scene(visit::Screen::change);
  const Target& current = target_called(scene, "English, in use now");
  CHECK(std::holds_alternative<SheetClosed>(current.intent));
  CHECK(current.rect.y < target_called(scene, "Norsk").rect.y);
  CHECK(count(scene, Shape::selected) == 1);
}

TEST_CASE("a sheet covers the screen below: nothing of it answers") {
  Stage stage;
  stage.sheet = "languages";
  CHECK_FALSE(has_target(stage.scene(visit::Screen::change), "Skip"));
}

TEST_CASE("the easier sheet offers what works, and says whether it is on") {
  Stage stage;
  stage.sheet = "easier";
  stage.state.eases.more_time = true;
  const Scene scene = stage.scene(visit::Screen::change);
  CHECK(action_of<visit::EaseTapped>(target_called(scene, "Stronger contrast, Off"))->ease ==
        visit::Ease::contrast);
  CHECK(action_of<visit::EaseTapped>(target_called(scene, "More time, On, no hurry"))->ease ==
        visit::Ease::more_time);
  CHECK(action_of<visit::EaseTapped>(target_called(scene, "Larger text, Off"))->ease ==
        visit::Ease::large_text);
  CHECK(action_of<visit::EaseTapped>(target_called(scene, "Read aloud, Off"))->ease == visit::Ease::speech);
  CHECK(
      has_target(scene, "Lower controls, Off. Brings everything you touch to the lower half of the screen"));
  CHECK(has_target(scene, "One switch, Off. The choices light up one by one. Press when yours is lit"));
  CHECK(means<visit::UsualTapped>(scene, "Back to usual"));
  CHECK(std::holds_alternative<SheetClosed>(target_called(scene, "Done").intent));
  CHECK(count_pictures(scene, "parts/toggle-on") == 1);
  CHECK(count_pictures(scene, "parts/toggle-off") == 5);
}

TEST_CASE("the volume shows as petals and has two steps to touch") {
  Stage stage;
  stage.sheet = "easier";
  stage.state.eases.speech = true;
  stage.state.eases.volume = 2;
  const Scene scene = stage.scene(visit::Screen::change);
  CHECK(count_pictures(scene, "parts/countdown-petal") == 2);
  CHECK(count_pictures(scene, "parts/countdown-petal-spent") == 3);
  CHECK(has_target(scene, "Read aloud, On, volume 2 of 5"));
  CHECK(action_of<visit::VolumeTapped>(target_called(scene, "Louder"))->louder == visit::Louder::louder);
  CHECK(action_of<visit::VolumeTapped>(target_called(scene, "Quieter"))->louder == visit::Louder::quieter);
}

TEST_CASE("where no voice speaks the language, reading aloud is not offered") {
  Stage stage;
  stage.sheet = "easier";
  stage.can_speak = false;
  const Scene scene = stage.scene(visit::Screen::welcome);
  CHECK_FALSE(has_target(scene, "Louder"));
  CHECK(has_target(scene, "Larger text, Off"));
}

TEST_CASE("on seven inches all is within reach, so lower controls are not offered") {
  Stage stage;
  stage.sheet = "easier";
  stage.metrics = metrics_for(1024, 600, 178);
  for (const Target& target : stage.scene(visit::Screen::change).targets)
    CHECK(target.label.find("Lower controls") == std::string::npos);
}

TEST_CASE("in larger text on a small panel the easier sheet has two pages, and Done on both") {
  const auto [width, height] = GENERATE(table<int, int>({{1024, 600}, {600, 1024}}));
  Stage stage;
  stage.metrics = metrics_for(width, height, 178);
  stage.state.eases.large_text = true;
  stage.sheet = "easier";
  const Scene first = stage.scene(visit::Screen::change);
  CHECK(has_target(first, "Done"));
  CHECK_FALSE(has_target(first, "Back to usual"));
  const auto* opened = std::get_if<SheetOpened>(&target_called(first, "More").intent);
  REQUIRE(opened);
  stage.sheet = opened->name;
  const Scene second = stage.scene(visit::Screen::change);
  CHECK(has_target(second, "Done"));
  CHECK(means<visit::UsualTapped>(second, "Back to usual"));
  CHECK(std::get<SheetOpened>(target_called(second, "More").intent).name == "easier");
}
