#include <catch2/catch.hpp>

#include "tests/kiosk/screens/stage.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

Stage unhappy() {
  Stage stage;
  stage.visit().value = 1;
  return stage;
}

}  // namespace

TEST_CASE("Recovery offers help, a plain no, and a contact") {
  Stage stage = unhappy();
  const Scene scene = stage.scene(visit::Screen::recovery);
  CHECK(means<visit::HelpTapped>(scene, "Yes, please"));
  CHECK(means<visit::NoThanksTapped>(scene, "No, thank you"));
  CHECK(means<visit::ContactTapped>(scene, "Leave a contact instead"));
  CHECK(means<visit::BackTapped>(scene, "Back"));
}

TEST_CASE("who comes and when is said only if the survey says it") {
  Stage stage = unhappy();
  CHECK(count(stage.scene(visit::Screen::recovery), Shape::primary_tile) == 1);
  stage.survey.staff_name = "Anna";
  stage.survey.staff_minutes = 2;
  CHECK(has_target(stage.scene(visit::Screen::recovery), "Yes, please: Anna, in about 2 minutes"));
  stage.survey.staff_minutes = 0;
  CHECK(has_target(stage.scene(visit::Screen::recovery), "Yes, please: Anna will come"));
}

TEST_CASE("nobody is offered when nobody can be rung") {
  Stage stage = unhappy();
  stage.abilities.help_calls = false;
  const Scene scene = stage.scene(visit::Screen::recovery);
  CHECK_FALSE(has_target(scene, "Yes, please"));
  CHECK_FALSE(says(scene, "Shall we ask someone to come over now?"));
  CHECK(means<visit::ContactTapped>(scene, "Leave a contact"));
}

TEST_CASE("nobody is offered when the survey does not ask for it") {
  Stage stage = unhappy();
  stage.survey.help_calls = false;
  CHECK_FALSE(has_target(stage.scene(visit::Screen::recovery), "Yes, please"));
}

TEST_CASE("no contact is asked for without a key to seal it") {
  Stage stage = unhappy();
  stage.abilities.contacts = false;
  const Scene scene = stage.scene(visit::Screen::recovery);
  CHECK_FALSE(has_target(scene, "Leave a contact instead"));
  CHECK_FALSE(says(scene, "We use a contact once, to reply about today. Then we delete it."));
  CHECK(has_target(scene, "No, thank you"));
}
