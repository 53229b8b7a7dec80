// Whole visits by taps on what the screen shows, at the middle of each target, and by keys; without a window.
#include "app/kiosk/runtime/front.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "app/kiosk/runtime/press.h"
#include "app/kiosk/ui/garden.h"
#include "core/base/assets.h"
#include "tests/kiosk/runtime/bench.h"

namespace farewell::kiosk {
namespace {

using testing::Bench;

Looks looks() {
  auto loaded = load_looks(assets_folder(), Mood::day, 0);
  REQUIRE(loaded);
  return *std::move(loaded);
}

survey::Survey without_control_group() {
  survey::Survey survey = survey::default_survey();
  survey.surprises.kinds = {"garden"};
  survey.surprises.control_share = 0;
  return survey;
}

/// The shipped languages, so that targets are called what customers read.
struct Door : Bench {
  Door() : Bench(without_control_group()), front(runner, looks()) {
    auto shipped = survey::load_languages(assets_folder() / "languages");
    REQUIRE(shipped);
    runner.ask_next({without_control_group(), *std::move(shipped)});
    settle();
    front.refresh();
  }

  const Target& target(const std::string& label) {
    front.refresh();
    const auto& targets = front.scene().targets;
    const auto found = std::ranges::find(targets, label, &Target::label);
    INFO("looking for " << label);
    REQUIRE(found != targets.end());
    return *found;
  }

  void touch(const std::string& label) {
    const Rect rect = target(label).rect;
    const float x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
    press.feel({Touch::Kind::down, 1, x, y}, front.scene());
    const Meant meant = press.feel({Touch::Kind::up, 1, x, y}, front.scene());
    if (meant.intent) front.mean(*meant.intent);
    settle();
    front.refresh();
  }

  void rate(const std::string& word) {
    touch(word);
    wait(runner.asked().survey.timings.hold_ms);
    front.refresh();
  }

  void press_key(Key key) {
    front.press(key);
    settle();
    front.refresh();
  }

  std::string in_focus() const {
    const auto& ring = front.scene().ring;
    return ring && ring->target >= 0 ? front.scene().targets[static_cast<std::size_t>(ring->target)].label
                                     : "";
  }

  visit::Screen screen() const { return runner.state().screen; }

  Front front;
  Press press;
};

TEST_CASE("a tap on a face is an answer on disk, and only then the screen goes on") {
  Door door;
  door.rate("Good");
  REQUIRE(door.screen() == visit::Screen::change);
  CHECK(door.runner.state().visit->value == 4);
}

TEST_CASE("a tap that slides off the face it began on answers nothing") {
  Door door;
  const Rect good = door.target("Good").rect, bad = door.target("Bad").rect;
  door.press.feel({Touch::Kind::down, 1, good.x + 20, good.y + 20}, door.front.scene());
  door.press.feel({Touch::Kind::moved, 1, bad.x + 20, bad.y + 20}, door.front.scene());
  CHECK_FALSE(door.press.feel({Touch::Kind::up, 1, bad.x + 20, bad.y + 20}, door.front.scene()).intent);
}

TEST_CASE("a happy visit by taps ends in one completed response") {
  Door door;
  door.rate("Lovely");
  door.touch("Prices");
  door.touch("Done");
  REQUIRE(door.screen() == visit::Screen::goodbye);
  door.touch("All done");
  const auto responses = door.responses();
  REQUIRE(responses.size() == 1);
  CHECK(responses[0].satisfaction == wire::Satisfaction{5, 5});
  CHECK(responses[0].change->topics == std::vector<std::string>{"prices"});
}

TEST_CASE("a comment tapped key by key is in the response") {
  Door door;
  door.rate("Okay");
  door.touch("Say it in your own words");
  for (const char* key : {"H", "i"}) door.touch(key);
  door.touch("Done");
  door.touch("Done");
  door.touch("All done");
  CHECK(door.responses().at(0).change->comment == "Hi");
}

TEST_CASE("the first guest of the day has a flower at Goodbye") {
  Door door;
  door.rate("Good");
  door.touch("Skip");
  const auto& elements = door.front.scene().elements;
  const std::string own = flower_drawing(guest_of(door.runner.today(), 1));
  CHECK(std::ranges::any_of(elements, [&](const Element& element) {
    const auto* picture = std::get_if<Picture>(&element);
    return picture != nullptr && picture->name == own;
  }));
}

TEST_CASE("after an unhappy answer Goodbye shows no flower") {
  Door door;
  door.rate("Bad");
  door.touch("Skip");
  door.touch("No, thank you");
  REQUIRE(door.screen() == visit::Screen::goodbye);
  CHECK(door.front.scene().background.land == Land::table);
}

TEST_CASE("the languages sheet turns the screen to the language chosen") {
  Door door;
  door.touch("More languages");
  door.touch("العربية");
  CHECK(door.runner.state().language == "ar");
  CHECK(door.front.scene().right_to_left);
}

TEST_CASE("the focus shows only once a key is used, and a touch hides it") {
  Door door;
  CHECK(door.in_focus().empty());
  door.press_key(Key::right);
  CHECK(door.in_focus() == "Okay");
  door.front.touch_began();
  CHECK(door.in_focus().empty());
}

TEST_CASE("the first select only shows what is in focus: nothing is chosen unseen") {
  Door door;
  door.press_key(Key::enter);
  CHECK(door.in_focus() == "Okay");
  CHECK(door.screen() == visit::Screen::welcome);
}

TEST_CASE("a whole visit by arrows and one select key leaves one response") {
  Door door;
  for (const Key key : {Key::right, Key::right, Key::enter}) door.press_key(key);
  door.wait(door.runner.asked().survey.timings.hold_ms);
  door.front.refresh();
  REQUIRE(door.screen() == visit::Screen::change);
  for (int i = 0; i < 4; ++i) door.press_key(Key::down);
  for (int i = 0; i < 4; ++i) door.press_key(Key::right);
  CHECK(door.in_focus() == "Skip");
  door.press_key(Key::space);
  REQUIRE(door.screen() == visit::Screen::goodbye);
  for (int i = 0; i < 9 && door.in_focus() != "All done"; ++i) door.press_key(Key::next);
  for (int i = 0; i < 9 && door.in_focus() != "All done"; ++i) door.press_key(Key::previous);
  door.press_key(Key::enter);
  REQUIRE(door.responses().size() == 1);
  CHECK(door.responses()[0].satisfaction == wire::Satisfaction{4, 5});
  CHECK(door.in_focus().empty());
}

TEST_CASE("the focus stays where it was when a topic is chosen") {
  Door door;
  door.rate("Okay");
  door.press_key(Key::right);
  const std::string before = door.in_focus();
  door.press_key(Key::enter);
  CHECK(door.in_focus() == before + ", chosen");
}

TEST_CASE("Escape goes back, and closes a sheet") {
  Door door;
  door.rate("Okay");
  door.touch("Say it in your own words");
  door.press_key(Key::back);
  CHECK(door.screen() == visit::Screen::change);
  door.press_key(Key::back);
  CHECK(door.screen() == visit::Screen::welcome);
  door.touch("Make this easier");
  CHECK(door.front.over() == "easier");
  door.press_key(Key::back);
  CHECK(door.front.over().empty());
}

TEST_CASE("the on-screen keyboard is written on by arrows and select") {
  Door door;
  door.rate("Okay");
  door.touch("Say it in your own words");
  door.press_key(Key::right);
  const std::string key = door.in_focus();
  door.press_key(Key::space);
  CHECK(door.runner.state().visit->draft == key);
}

TEST_CASE("somebody who types on a real keyboard presses Enter for Done and space for a space") {
  Door door;
  door.rate("Okay");
  door.touch("Say it in your own words");
  door.front.type("so");
  door.press_key(Key::space);
  door.front.type(" ");
  door.front.type("it is");
  CHECK(door.runner.state().visit->draft == "so it is");
  door.press_key(Key::enter);
  CHECK(door.runner.state().visit->comment == "so it is");
}

TEST_CASE("any key extends in the idle warning, as often as it takes") {
  Door door;
  door.rate("Okay");
  const Key any[] = {Key::other, Key::left,     Key::enter, Key::space, Key::back,  Key::next,
                     Key::up,    Key::previous, Key::down,  Key::right, Key::other, Key::enter};
  for (const Key key : any) {
    door.wait(door.runner.asked().survey.timings.idle_after_ms);
    door.front.refresh();
    REQUIRE(door.front.over() == "idle");
    door.press_key(key);
    REQUIRE(door.screen() == visit::Screen::change);
    CHECK(door.front.over().empty());
  }
}

TEST_CASE(
    "one switch answers by itself: the faces light up in turn, and the switch takes the one that is lit") {
  Door door;
  door.touch("Make this easier");
  door.touch("One switch, Off. The choices light up one by one. Press when yours is lit");
  door.touch("Done");
  for (int step = 0; step < 40 && door.in_focus() != "Good"; ++step) {
    REQUIRE(door.front.due_ms());
    door.clock.tick(*door.front.due_ms() - door.runner.now_ms());
    door.front.pass_time();
    if (!door.in_focus().empty()) continue;
    door.clock.tick(400);
    door.front.press(Key::enter);  // a row: into it
  }
  REQUIRE(door.in_focus() == "Good");
  door.clock.tick(400);
  CHECK(door.front.touch_began());
  door.settle();
  CHECK(door.runner.state().visit->pressed == 4);
}

}  // namespace
}  // namespace farewell::kiosk
