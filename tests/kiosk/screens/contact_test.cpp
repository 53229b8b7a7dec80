#include <catch2/catch.hpp>

#include "tests/kiosk/screens/stage.h"

using namespace farewell;
using namespace farewell::kiosk;

TEST_CASE("the pad types figures, a plus, and deletes") {
  Stage stage;
  const Scene scene = stage.scene(visit::Screen::contact);
  for (const char* key : {"1", "9", "0", "+"})
    CHECK(std::get<KeyPressed>(target_called(scene, key).intent).key == key);
  CHECK(std::get<KeyPressed>(target_called(scene, "Delete one").intent).key == "delete");
}

TEST_CASE("a number is masked but for its last two figures") {
  Stage stage;
  stage.visit().contact_draft = "90871142";
  const Scene scene = stage.scene(visit::Screen::contact);
  CHECK(count(scene, Shape::dot) == 6);
  for (const Element& element : scene.elements)
    if (const auto* text = std::get_if<Text>(&element)) CHECK(text->text.find("114") == std::string::npos);
}

TEST_CASE("an address is masked but for its last two letters") {
  Stage stage;
  stage.visit().contact_by = visit::ContactBy::email;
  stage.visit().contact_draft = "kari@example.no";
  const Scene scene = stage.scene(visit::Screen::contact);
  CHECK(count(scene, Shape::dot) == 13);
  CHECK_FALSE(says(scene, stage.visit().contact_draft));
}

TEST_CASE("one or two characters stand plain") {
  Stage stage;
  stage.visit().contact_draft = "47";
  CHECK(count(stage.scene(visit::Screen::contact), Shape::dot) == 0);
}

TEST_CASE("the button is the consent, and says so beside itself") {
  Stage stage;
  Scene scene = stage.scene(visit::Screen::contact);
  CHECK(means<visit::ContactSent>(scene, "Please call me"));
  CHECK(says(scene,
             "We use a contact once, to reply about today. Then we delete it. “Please call me” is your yes "
             "to this."));
  stage.visit().contact_by = visit::ContactBy::email;
  scene = stage.scene(visit::Screen::contact);
  CHECK(means<visit::ContactSent>(scene, "Please write to me"));
}

TEST_CASE("phone and e-mail change places by a tap") {
  Stage stage;
  const Scene scene = stage.scene(visit::Screen::contact);
  const auto* by = action_of<visit::ContactByTapped>(target_called(scene, "E-mail"));
  REQUIRE(by);
  CHECK(by->by == visit::ContactBy::email);
  CHECK(has_target(stage.scene(visit::Screen::contact), "Phone, chosen"));
}

TEST_CASE("what was sent unfinished is asked after") {
  Stage stage;
  CHECK_FALSE(says(stage.scene(visit::Screen::contact), "A number seems to be missing."));
  stage.visit().contact_checked = true;
  CHECK(says(stage.scene(visit::Screen::contact), "A number seems to be missing."));
  stage.visit().contact_by = visit::ContactBy::email;
  CHECK(says(stage.scene(visit::Screen::contact), "That address looks unfinished."));
}

TEST_CASE("in Arabic the pad keeps its figures in order") {
  Stage stage;
  stage.language = "ar";
  const Scene scene = stage.scene(visit::Screen::contact);
  CHECK(target_called(scene, "1").rect.x < target_called(scene, "2").rect.x);
  CHECK(target_called(scene, "3").rect.right() < 640);
}
