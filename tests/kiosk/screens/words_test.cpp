#include <catch2/catch.hpp>

#include "tests/kiosk/screens/stage.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

std::string pressed(const Scene& scene, const std::string& label) {
  const auto* key = std::get_if<KeyPressed>(&target_called(scene, label).intent);
  return key ? key->key : "nothing";
}

}  // namespace

TEST_CASE("a key on the screen means what it says") {
  Stage stage;
  stage.visit().draft = "a";
  const Scene scene = stage.scene(visit::Screen::words);
  for (const char* key : {"q", "m", ",", "."}) CHECK(pressed(scene, key) == key);
  CHECK(pressed(scene, "Delete one") == "delete");
  CHECK(pressed(scene, "Capital letter") == "shift");
  CHECK(pressed(scene, "Numbers and signs") == "symbols");
  CHECK(pressed(scene, "space") == "space");
}

TEST_CASE("the keyboard's Done keeps the words, its globe opens the languages, Back goes back") {
  Stage stage;
  const Scene scene = stage.scene(visit::Screen::words);
  CHECK(means<visit::WordsDone>(scene, "Done"));
  CHECK(std::get<SheetOpened>(target_called(scene, "Choose a language").intent).name == "languages");
  CHECK(means<visit::BackTapped>(scene, "Back"));
}

TEST_CASE("the draft stands in the field with its count and a caret") {
  Stage stage;
  stage.visit().draft = "Kind";
  const Scene scene = stage.scene(visit::Screen::words);
  CHECK(says(scene, "Kind"));
  CHECK(says(scene, "4 of 200"));
  CHECK(count(scene, Shape::caret) == 1);
}

TEST_CASE("of a draft longer than the field, the end is seen") {
  Stage stage;
  for (int i = 0; i < 39; ++i) stage.visit().draft += "word ";
  stage.visit().draft += "end";
  const Scene scene = stage.scene(visit::Screen::words);
  std::string shown;
  for (const Element& element : scene.elements)
    if (const auto* text = std::get_if<Text>(&element); text && text->text.find("word") != std::string::npos)
      shown = text->text;
  CHECK(shown.substr(0, 3) == "…");
  CHECK(shown.substr(shown.size() - 3) == "end");
}

TEST_CASE("the first chosen topic stands over the keyboard") {
  Stage stage;
  stage.visit().topics = {"waiting", "prices"};
  const Scene scene = stage.scene(visit::Screen::words);
  CHECK(says(scene, "Waiting time"));
  CHECK(count(scene, Shape::tag) == 1);
}

TEST_CASE("between keys there are no dead gaps") {
  Stage stage;
  for (const char* language : {"en", "nb", "de", "ar", "ja"}) {
    stage.language = language;
    const Scene scene = stage.scene(visit::Screen::words);
    for (float y = 300; y < 800; y += 7)
      for (float x = 0.5f; x < 1280; x += 7) {
        int hit = 0;
        for (const Target& target : scene.targets) hit += target.rect.contains(x, y);
        if (hit != 1) FAIL(language << ": " << hit << " targets at " << x << ", " << y);
      }
  }
}

TEST_CASE("in Arabic the keyboard keeps its order while Back changes sides") {
  Stage stage;
  stage.language = "ar";
  const Scene scene = stage.scene(visit::Screen::words);
  CHECK(target_called(scene, "ض").rect.x < target_called(scene, "ص").rect.x);
  CHECK(scene.targets.front().rect.x > 1000);
}
