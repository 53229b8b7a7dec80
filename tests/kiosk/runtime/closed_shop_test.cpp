// What a terminal does while its shop is closed.
#include <algorithm>
#include <catch2/catch.hpp>

#include "app/kiosk/runtime/front.h"
#include "core/base/assets.h"
#include "tests/kiosk/runtime/bench.h"

namespace farewell::kiosk {
namespace {

/// Open on Wednesdays at noon: not where the clock begins, on a Saturday, in any time zone.
survey::Survey open_on_wednesdays() {
  survey::Survey survey = survey::default_survey();
  constexpr int kWednesday = 3 * 24 * 60;
  survey.hours = {{kWednesday + 12 * 60, kWednesday + 13 * 60}};
  return survey;
}

Looks looks() {
  auto loaded = load_looks(assets_folder(), Mood::day, 0);
  REQUIRE(loaded);
  return *std::move(loaded);
}

struct Door : testing::Bench {
  explicit Door(survey::Survey survey = open_on_wednesdays())
      : Bench(std::move(survey)), front(runner, looks()) {
    settle();
  }

  Front front;
};

constexpr std::int64_t kMinuteMs = 60'000;

}  // namespace

TEST_CASE("while the shop is closed nothing is asked, and it is night") {
  Door door;
  CHECK(door.front.scene().targets.empty());
  CHECK(door.front.theme().mood == Mood::night);
}

TEST_CASE("a shop that says no hours always asks") {
  Door door(survey::default_survey());
  CHECK_FALSE(door.front.scene().targets.empty());
}

TEST_CASE("a finger wakes the screen of a closed shop, and means nothing else") {
  Door door;
  CHECK(door.front.touch_began());
  CHECK_FALSE(door.front.scene().targets.empty());
  CHECK_FALSE(door.runner.state().visit);
  CHECK_FALSE(door.front.touch_began());
}

TEST_CASE("a key wakes it, too") {
  Door door;
  door.front.press(Key::enter);
  CHECK_FALSE(door.front.scene().targets.empty());
}

TEST_CASE("woken for nobody, it sleeps again after a minute") {
  Door door;
  door.front.touch_began();
  door.clock.tick(kMinuteMs - 1);
  CHECK_FALSE(door.front.follow_light());
  door.clock.tick(1);
  CHECK(door.front.follow_light());
  CHECK(door.front.scene().targets.empty());
}

TEST_CASE("who answers while the shop is closed is not cut short") {
  Door door;
  door.front.touch_began();
  door.answer(4);
  door.clock.tick(2 * kMinuteMs);
  CHECK_FALSE(door.front.follow_light());
  CHECK(door.runner.state().screen == visit::Screen::change);
}

TEST_CASE("an answer from outside the shop's hours says so") {
  Door door;
  door.front.touch_began();
  door.answer(4);
  door.tap(visit::ChangeDone{});
  door.tap(visit::AllDoneTapped{});
  REQUIRE(door.responses().size() == 1);
  CHECK(door.responses()[0].flags == std::vector<std::string>{"closed"});
}

TEST_CASE("an answer within the shop's hours says nothing of them") {
  Door door(survey::default_survey());
  door.answer(4);
  door.tap(visit::ChangeDone{});
  door.tap(visit::AllDoneTapped{});
  REQUIRE(door.responses().size() == 1);
  CHECK(door.responses()[0].flags.empty());
}

}  // namespace farewell::kiosk
