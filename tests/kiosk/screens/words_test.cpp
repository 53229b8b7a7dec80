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
  CHECK(says(scene, "4 of 500"));
  CHECK(count(scene, Shape::caret) == 1);
}

TEST_CASE("of a draft longer than the field, the end is seen") {
  Stage stage;
  for (int i = 0; i < 60; ++i) stage.visit().draft += "word ";
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

TEST_CASE("a letter that was typed stays among what it offers, so that nothing else need be chosen") {
  Stage stage;
  stage.type_a_french_c();
  const Scene scene = stage.scene(visit::Screen::words);
  std::vector<std::string> offered;
  for (const Target& target : scene.targets)
    if (const auto* one = std::get_if<AlternativeChosen>(&target.intent)) offered.push_back(one->letter);
  REQUIRE(offered.size() >= 2);
  CHECK(offered[0] == "c");
  CHECK(offered[1] == "ç");
}

TEST_CASE("a capital goes on offering capitals over the small letter that follows it") {
  Stage stage;
  stage.language = "fr";
  stage.visit().draft = "E";
  stage.keyboard.alternatives_of = "E";
  stage.keyboard.held_typed = true;
  const Scene scene = stage.scene(visit::Screen::words);
  CHECK(std::get<AlternativeChosen>(target_called(scene, "É").intent).letter == "É");
}

TEST_CASE("delete waits for who asked for more time") {
  Stage stage;
  stage.state.eases.more_time = true;
  const Scene scene = stage.scene(visit::Screen::words);
  const auto holding = target_called(scene, "Delete one").holding;
  REQUIRE(holding);
  CHECK(holding->after_ms >= 2000);
  CHECK(holding->every_ms >= 2000);
}

TEST_CASE("every key of every language has a name to be said") {
  Stage stage;
  for (const survey::Language& language : shipped_languages())
    for (const KeyPage page : {KeyPage::letters, KeyPage::symbols})
      for (const Shift shift : {Shift::off, Shift::once}) {
        stage.language = language.tag;
        stage.keyboard.page = page;
        stage.keyboard.shift = shift;
        for (const Target& target : stage.scene(visit::Screen::words).targets)
          if (target.label.empty()) FAIL_CHECK(language.tag << ": a key without a name");
      }
}

TEST_CASE("on an upright seven-inch panel keys with words are wider, and the space bar gives the room") {
  Stage stage;
  stage.language = "fr";
  stage.metrics = metrics_for(600, 1024, 178);
  const Scene scene = stage.scene(visit::Screen::words);
  const float column = target_called(scene, ",").rect.w;
  CHECK(target_called(scene, "Chiffres et signes").rect.w > 1.5f * column);
}
