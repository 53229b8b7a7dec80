#include "app/kiosk/screens/spoken.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/kiosk/screens/stage.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

std::vector<std::string> texts(const std::vector<Utterance>& said) {
  std::vector<std::string> all;
  for (const Utterance& utterance : said) all.push_back(utterance.text);
  return all;
}

std::size_t place_of(const std::vector<Utterance>& said, const std::string& text) {
  const auto all = texts(said);
  const auto found = std::ranges::find(all, text);
  INFO(text);
  REQUIRE(found != all.end());
  return static_cast<std::size_t>(found - all.begin());
}

bool is_said(const std::vector<Utterance>& said, const std::string& text) {
  return std::ranges::any_of(said, [&](const Utterance& utterance) { return utterance.text == text; });
}

Scene made(std::vector<Element> elements, std::vector<Target> targets = {}) {
  Scene scene;
  scene.elements = std::move(elements);
  scene.targets = std::move(targets);
  return scene;
}

Text text(const std::string& words, Aloud aloud = Aloud::yes) {
  Text made;
  made.text = words;
  made.aloud = aloud;
  return made;
}

}  // namespace

TEST_CASE("a screen says its words first and then what may be chosen") {
  Stage stage;
  const auto said = spoken(stage.scene(visit::Screen::change), "en");
  CHECK(place_of(said, "What one thing would make it even better?") < place_of(said, "Waiting time"));
  CHECK(is_said(said, "Skip"));
}

TEST_CASE("a button's word is said once, as the button") {
  Stage stage;
  const auto said = texts(spoken(stage.scene(visit::Screen::change), "en"));
  CHECK(std::ranges::count(said, "Prices") == 1);
}

TEST_CASE("the way back comes after the answers") {
  Stage stage;
  const auto said = spoken(stage.scene(visit::Screen::change), "en");
  CHECK(place_of(said, "Skip") < place_of(said, "Back"));
}

TEST_CASE("a chosen topic is said to be chosen") {
  Stage stage;
  stage.visit().topics = {"waiting"};
  CHECK(is_said(spoken(stage.scene(visit::Screen::change), "en"), "Waiting time, chosen"));
}

TEST_CASE("keys of the keyboard are not said one after another") {
  Stage stage;
  const auto said = spoken(stage.scene(visit::Screen::words), "en");
  CHECK_FALSE(is_said(said, "q"));
  CHECK(is_said(said, "Done"));
}

TEST_CASE("what composed letters may become is there to be asked for, but no news at each letter") {
  Stage stage;
  stage.language = "zh-Hans";
  stage.visit().draft = "hao";
  stage.keyboard.composing = stage.keyboard.candidates_for = "hao";
  stage.keyboard.candidates = {{"好", 3}, {"号", 3}};
  const auto said = spoken(stage.scene(visit::Screen::words), "zh-Hans");
  CHECK(said[place_of(said, "好")].aloud == Aloud::with_all);
}

TEST_CASE("nothing of a masked contact is said") {
  Stage stage;
  stage.state.screen = visit::Screen::contact;
  stage.visit().contact_draft = "90123457";
  const auto said = spoken(stage.scene(visit::Screen::contact), "en");
  for (const std::string& words : texts(said)) {
    INFO(words);
    CHECK(words.find_first_of("57") == std::string::npos);
  }
}

TEST_CASE("behind the idle warning nothing is said, and its countdown is not") {
  Stage stage;
  stage.state.idle_warning = true;
  const auto said = spoken(stage.scene(visit::Screen::change), "en");
  CHECK(texts(said).front() == "Are you still there?");
  CHECK(is_said(said, "More time"));
  CHECK_FALSE(is_said(said, "Waiting time"));
  for (const std::string& words : texts(said)) CHECK(words.find_first_of("0123456789") == std::string::npos);
}

TEST_CASE("each language on the sheet is said in its own") {
  Stage stage;
  stage.survey.languages = {"en", "sv", "ar"};
  stage.sheet = "languages";
  const auto said = spoken(stage.scene(visit::Screen::change), "en");
  CHECK(said[place_of(said, "Svenska")].language == "sv");
  CHECK(said[place_of(said, "العربية")].language == "ar");
}

TEST_CASE("line breaks become spaces, and soft hyphens and isolates are silent") {
  const auto said = spoken(made({text("Thank you.\nCome\u00AD back \u2066+ 3\u2069")}), "en");
  CHECK(texts(said) == std::vector<std::string>{"Thank you. Come back + 3"});
}

TEST_CASE("what is not to be said aloud is left out") {
  CHECK(spoken(made({text("12", Aloud::no)}), "en").empty());
}

TEST_CASE("the voice's own controls are never news") {
  const auto said =
      spoken(made({}, {{.rect = {}, .intent = ReaderAsked{ToReader::pause}, .label = "Pause"}}), "en");
  REQUIRE(said.size() == 1);
  CHECK(said.front().aloud == Aloud::with_all);
}

TEST_CASE("the band lies under the words that are being said and nothing else moves") {
  Stage stage;
  Scene scene = stage.scene(visit::Screen::change);
  const Scene before = scene;
  const survey::Words words(stage.survey, shipped_languages(), "en");
  const View view{.state = stage.state,
                  .survey = stage.survey,
                  .words = words,
                  .languages = shipped_languages(),
                  .abilities = stage.abilities,
                  .theme = theme_of(Mood::day),
                  .metrics = stage.metrics,
                  .type = shared_type(),
                  .garden = {}};
  const auto said = spoken(scene, "en");
  add_spoken_band(view, scene, said[place_of(said, "What one thing would make it even better?")]);
  CHECK(count(scene, Shape::spoken) == 1);
  CHECK(count(before, Shape::spoken) == 0);
  for (std::size_t i = 0; i < scene.targets.size(); ++i) {
    const Target& now = scene.targets[i];
    const Target& then = before.targets[i];
    CHECK(now.element_to - now.element_from == then.element_to - then.element_from);
  }
}
