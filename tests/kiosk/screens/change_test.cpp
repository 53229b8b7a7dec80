#include <catch2/catch.hpp>

#include "tests/kiosk/screens/stage.h"

using namespace farewell;
using namespace farewell::kiosk;

TEST_CASE("a tap on Waiting time means the topic waiting") {
  Stage stage;
  const Scene scene = stage.scene(visit::Screen::change);
  const auto* tapped = action_of<visit::TopicTapped>(target_called(scene, "Waiting time"));
  REQUIRE(tapped);
  CHECK(tapped->topic == "waiting");
}

TEST_CASE("the topics stand in the visit's own order") {
  Stage stage;
  stage.visit().topic_order = {"choice", "prices", "waiting"};
  const Scene scene = stage.scene(visit::Screen::change);
  CHECK(target_called(scene, "The choice").rect.x < target_called(scene, "Prices").rect.x);
  CHECK(target_called(scene, "Prices").rect.x < target_called(scene, "Waiting time").rect.x);
  CHECK_FALSE(has_target(scene, "Our help"));
}

TEST_CASE("with nothing chosen and nothing written the button says Skip") {
  Stage stage;
  const Scene scene = stage.scene(visit::Screen::change);
  CHECK(means<visit::ChangeDone>(scene, "Skip"));
  CHECK(count(scene, Shape::primary) == 0);
}

TEST_CASE("with a topic chosen Skip becomes Done in its place") {
  Stage stage;
  const Rect skip = target_called(stage.scene(visit::Screen::change), "Skip").rect;
  stage.visit().topics = {"waiting"};
  const Scene scene = stage.scene(visit::Screen::change);
  CHECK(means<visit::ChangeDone>(scene, "Done"));
  CHECK_FALSE(has_target(scene, "Skip"));
  CHECK(count(scene, Shape::primary) == 1);
  const Rect done = target_called(scene, "Done").rect;
  CHECK(done.x == skip.x);
  CHECK(done.y == skip.y);
  CHECK(done.w == skip.w);
}

TEST_CASE("with a comment alone Skip becomes Done") {
  Stage stage;
  stage.visit().comment = "A bench by the door";
  CHECK(has_target(stage.scene(visit::Screen::change), "Done"));
}

TEST_CASE("a chosen topic shows it: filled and ringed, badged, in bold, and sunk") {
  Stage stage;
  const Scene before = stage.scene(visit::Screen::change);
  stage.visit().topics = {"prices"};
  const Scene scene = stage.scene(visit::Screen::change);
  CHECK(count(scene, Shape::selected) == 1);
  CHECK(count_pictures(scene, "parts/badge") == 1);
  const auto word = [](const Scene& in) -> const Text& {
    for (const Element& element : in.elements)
      if (const auto* text = std::get_if<Text>(&element); text && text->text == "Prices") return *text;
    FAIL("Prices is not there");
    return std::get<Text>(in.elements.front());
  };
  CHECK(word(scene).bold);
  CHECK_FALSE(word(before).bold);
  CHECK(word(scene).rect.h > word(before).rect.h);
}

TEST_CASE("a chosen topic is called so aloud and can be taken back") {
  Stage stage;
  stage.visit().topics = {"prices"};
  const Scene scene = stage.scene(visit::Screen::change);
  const auto* tapped = action_of<visit::TopicTapped>(target_called(scene, "Prices, chosen"));
  REQUIRE(tapped);
  CHECK(tapped->topic == "prices");
}

TEST_CASE("the field shows what was written, in one line") {
  Stage stage;
  stage.visit().comment = "The queue at the till was long, but the man who helped me was very kind.";
  const Scene scene = stage.scene(visit::Screen::change);
  CHECK_FALSE(says(scene, stage.visit().comment));
  CHECK(says(scene, "The queue at the till was long, but the…"));
  CHECK(count(scene, Shape::field_written) == 1);
  CHECK(means<visit::WordsTapped>(scene, "In your own words: " + stage.visit().comment));
}

TEST_CASE("without comments there is no field") {
  Stage stage;
  stage.survey.comment = false;
  const Scene scene = stage.scene(visit::Screen::change);
  CHECK_FALSE(has_target(scene, "Say it in your own words"));
  CHECK(has_target(scene, "Skip"));
}

TEST_CASE("an unhappy answer is thanked for, and a happy one is asked what would be better still") {
  Stage stage;
  stage.visit().value = 2;
  const Scene unhappy = stage.scene(visit::Screen::change);
  CHECK(says(unhappy, "Thank you for saying so."));
  CHECK(says(unhappy, "Is there one thing we could change?"));
  CHECK(count_pictures(unhappy, "faces/face-2") == 1);
  stage.visit().value = 5;
  const Scene happy = stage.scene(visit::Screen::change);
  CHECK(says(happy, "Lovely, thank you."));
  CHECK_FALSE(says(happy, "Is there one thing we could change?"));
}

TEST_CASE("a third of four is good, with the face and the words of good") {
  Stage stage;
  stage.survey.scale = 4;
  stage.visit().value = 3;
  const Scene scene = stage.scene(visit::Screen::change);
  CHECK(says(scene, "Good, thank you."));
  CHECK(count_pictures(scene, "faces/face-4") == 1);
}

TEST_CASE("progress says two of two") {
  Stage stage;
  const Scene scene = stage.scene(visit::Screen::change);
  CHECK(says(scene, "2 of 2"));
  CHECK(count(scene, Shape::dash) == 2);
}

namespace {

/// Larger text on seven inches, where not all topics fit.
Stage with_pages() {
  Stage stage;
  stage.metrics = metrics_for(1024, 600, 178);
  stage.state.eases.large_text = true;
  return stage;
}

}  // namespace

TEST_CASE("topics that do not fit in larger text are on pages, and the last leads to the first") {
  Stage stage = with_pages();
  std::vector<std::string> seen;
  for (int page = 0; page < 12; ++page) {
    const Scene scene = stage.scene(visit::Screen::change);
    for (const Target& target : scene.targets)
      if (const auto* tapped = action_of<visit::TopicTapped>(target)) seen.push_back(tapped->topic);
    stage.sheet = std::get<SheetOpened>(target_called(scene, "More topics").intent).name;
    if (stage.sheet.empty()) break;
  }
  CHECK(stage.sheet.empty());
  CHECK(seen == stage.visit().topic_order);
}

TEST_CASE("a topic chosen on another page keeps Done") {
  Stage stage = with_pages();
  stage.visit().topics = {stage.visit().topic_order.back()};
  CHECK(has_target(stage.scene(visit::Screen::change), "Done"));
}
