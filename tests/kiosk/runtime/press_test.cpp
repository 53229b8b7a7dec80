// A finger on targets: taps, and what holding means.
#include "app/kiosk/runtime/press.h"

#include <catch2/catch.hpp>

namespace farewell::kiosk {
namespace {

using Kind = Touch::Kind;

Target target(float x, const char* label) {
  return {{x, 0, 100, 100}, visit::Action(visit::AllDoneTapped{}), label, 0, 0};
}

Scene scene_of(std::vector<Target> targets) {
  Scene scene;
  scene.targets = std::move(targets);
  return scene;
}

const Scene kGoodbye = scene_of({target(0, "All done")});
const Scene kWelcome = scene_of({target(0, "Make this easier"), target(200, "Bad")});

Meant tap(Press& press, const Scene& scene, float x, std::int64_t at_ms, std::int64_t finger = 1) {
  press.feel({Kind::down, finger, x, 50, at_ms}, scene);
  return press.feel({Kind::up, finger, x, 50, at_ms + 40}, scene);
}

constexpr std::int64_t kDown = 1000;

/// Three keys side by side, 100 wide: a letter with alternatives, delete, and shift.
struct Keys {
  Keys() {
    scene.targets.push_back({{0, 100, 100, 100}, KeyPressed{"e"}, "e"});
    scene.targets.back().holding = Holding{KeyHeld{"e"}, Holding::Then::slides};
    scene.targets.push_back({{100, 100, 100, 100}, KeyPressed{"delete"}, "Delete one"});
    scene.targets.back().holding = Holding{KeyPressed{"delete"}, Holding::Then::repeats};
    scene.targets.push_back({{200, 100, 100, 100}, KeyPressed{"shift"}, "Capital letter"});
    scene.targets.back().holding = Holding{KeyHeld{"shift"}, Holding::Then::nothing};
  }
  void bring_up_alternatives() {
    scene.targets.push_back({{0, 0, 100, 100}, AlternativeChosen{"é"}, "é"});
    scene.targets.back().takes_slides = true;
  }
  /// Until its alternatives stand there, the finger still down.
  void hold_the_letter() {
    down(50);
    press.pass_time(kDown + kHoldMs);
    bring_up_alternatives();
  }
  Meant down(float x, std::int64_t at_ms = kDown) {
    return press.feel({Kind::down, 1, x, 150, at_ms}, scene);
  }
  Meant move(float x, float y) { return press.feel({Kind::moved, 1, x, y, kDown}, scene); }
  Meant up(float x, float y = 150) { return press.feel({Kind::up, 1, x, y, kDown}, scene); }

  Scene scene;
  Press press;
};

template <class T>
const T* as(const Meant& meant) {
  return meant.intent ? std::get_if<T>(&*meant.intent) : nullptr;
}

}  // namespace

TEST_CASE("a finger that lifts where it went down means what is there") {
  Press press;
  CHECK(tap(press, kGoodbye, 50, 1000).intent);
}

TEST_CASE("a finger that leaves its target means nothing, also if it comes back") {
  Press press;
  press.feel({Kind::down, 1, 50, 50, 1000}, kGoodbye);
  press.feel({Kind::moved, 1, 150, 50, 1010}, kGoodbye);
  press.feel({Kind::moved, 1, 50, 50, 1020}, kGoodbye);
  CHECK_FALSE(press.feel({Kind::up, 1, 50, 50, 1030}, kGoodbye).intent);
}

TEST_CASE("of ten fingers the first is followed") {
  Press press;
  int meant = 0;
  for (std::int64_t finger = 1; finger <= 10; ++finger) {
    press.feel({Kind::down, finger, 50, 50, 1000}, kGoodbye);
  }
  for (std::int64_t finger = 10; finger >= 1; --finger) {
    meant += press.feel({Kind::up, finger, 50, 50, 1040}, kGoodbye).intent ? 1 : 0;
  }
  CHECK(meant == 1);
  CHECK_FALSE(press.pressed(kGoodbye));
}

TEST_CASE("a finger that the panel loses lets go") {
  Press press;
  press.feel({Kind::down, 1, 50, 50, 1000}, kGoodbye);
  CHECK(press.pressed(kGoodbye) == 0);
  CHECK_FALSE(press.feel({Kind::lost, 1, 50, 50, 1010}, kGoodbye).intent);
  CHECK_FALSE(press.pressed(kGoodbye));
  CHECK(tap(press, kGoodbye, 50, 2000, 2).intent);
}

TEST_CASE("a double tap is one tap: what has come under it is not touched") {
  Press press;
  CHECK(tap(press, kGoodbye, 50, 1000).intent);
  const Meant second = tap(press, kWelcome, 50, 1180);
  CHECK_FALSE(second.intent);
  CHECK_FALSE(second.nothing);
}

TEST_CASE("the echo of a tap wakes no visit where nothing stands either") {
  Press press;
  CHECK(tap(press, kGoodbye, 50, 1000).intent);
  const Scene empty;
  CHECK_FALSE(press.feel({Kind::down, 1, 50, 50, 1150}, empty).nothing);
  CHECK_FALSE(press.feel({Kind::up, 1, 50, 50, 1190}, empty).nothing);
}

TEST_CASE("a tap elsewhere, or after a moment, is another tap") {
  Press press;
  CHECK(tap(press, kGoodbye, 50, 1000).intent);
  CHECK(tap(press, kWelcome, 250, 1150).intent);
  Press patient;
  CHECK(tap(patient, kGoodbye, 50, 1000).intent);
  CHECK(tap(patient, kWelcome, 50, 1040 + kEchoMs).intent);
}

TEST_CASE("a finger that was on its way when the screen went by itself does nothing") {
  Press press;
  press.scene_changed(kGoodbye, 1000);
  const Meant meant = tap(press, kWelcome, 50, 1200);
  CHECK_FALSE(meant.intent);
  CHECK_FALSE(meant.nothing);
  CHECK(tap(press, kWelcome, 50, 1300).intent);
}

TEST_CASE("where nothing stood before, the new screen is meant at once") {
  Press press;
  press.scene_changed(kGoodbye, 1000);
  CHECK(tap(press, kWelcome, 250, 1100).intent);
}

TEST_CASE("a letter may be tapped twice as quickly as one likes") {
  Press press;
  CHECK(tap(press, kGoodbye, 50, 1000).intent);
  CHECK(tap(press, kGoodbye, 50, 1060).intent);
}

TEST_CASE("a key that is held long enough means more, once") {
  Keys keys;
  keys.down(50);
  REQUIRE(keys.press.due_ms() == kDown + kHoldMs);
  CHECK_FALSE(keys.press.pass_time(kDown + kHoldMs - 1).intent);
  const Meant meant = keys.press.pass_time(kDown + kHoldMs);
  const auto* held = as<KeyHeld>(meant);
  REQUIRE(held);
  CHECK(held->key == "e");
  CHECK_FALSE(keys.press.due_ms());
}

TEST_CASE("lifted where it was held, it also means the tap") {
  Keys keys;
  keys.hold_the_letter();
  const Meant meant = keys.up(50);
  REQUIRE(as<KeyPressed>(meant));
  CHECK(as<KeyPressed>(meant)->key == "e");
}

TEST_CASE("lifted on an alternative, it means that") {
  Keys keys;
  keys.hold_the_letter();
  keys.move(50, 50);
  CHECK(keys.press.pressed(keys.scene) == 3u);
  const Meant meant = keys.up(50, 50);
  REQUIRE(as<AlternativeChosen>(meant));
  CHECK(as<AlternativeChosen>(meant)->letter == "é");
}

TEST_CASE("slid back from the alternatives, it is the key again") {
  Keys keys;
  keys.hold_the_letter();
  keys.move(50, 50);
  keys.move(50, 150);
  CHECK(as<KeyPressed>(keys.up(50)));
}

TEST_CASE("slid anywhere else, it means nothing") {
  Keys keys;
  keys.hold_the_letter();
  keys.move(150, 150);
  CHECK_FALSE(keys.up(150).intent);
}

TEST_CASE("a finger that left before it was held long enough holds nothing") {
  Keys keys;
  keys.down(50);
  keys.move(150, 150);
  CHECK_FALSE(keys.press.due_ms());
  CHECK_FALSE(keys.up(50).intent);
}

TEST_CASE("delete repeats gently while it is held, and deletes no more on lifting") {
  Keys keys;
  keys.down(150);
  CHECK(as<KeyPressed>(keys.press.pass_time(kDown + kHoldMs)));
  CHECK_FALSE(keys.press.pass_time(kDown + kHoldMs + kRepeatMs - 1).intent);
  CHECK(as<KeyPressed>(keys.press.pass_time(kDown + kHoldMs + kRepeatMs)));
  CHECK_FALSE(keys.up(150).intent);
  CHECK_FALSE(keys.press.due_ms());
}

TEST_CASE("what leans on delete deletes only so much") {
  Keys keys;
  keys.down(150);
  int deleted = 0;
  for (std::int64_t now_ms = kDown; now_ms < kDown + 60'000; now_ms += 10)
    deleted += keys.press.pass_time(now_ms).intent.has_value();
  CHECK(deleted == kMostRepeats);
}

TEST_CASE("shift that was held is not tapped as well") {
  Keys keys;
  keys.down(250);
  CHECK(as<KeyHeld>(keys.press.pass_time(kDown + kHoldMs)));
  CHECK_FALSE(keys.up(250).intent);
}

TEST_CASE("a small letter may follow its capital as quickly as one likes") {
  Keys keys;
  keys.down(50);
  CHECK(keys.up(50).intent);
  keys.scene.targets[0].intent = KeyPressed{"E"};
  keys.scene.targets[0].label = "E";
  keys.down(50, kDown + 100);
  CHECK(as<KeyPressed>(keys.up(50)));
}

TEST_CASE("who asked for more time has two seconds between two repeats") {
  Keys keys;
  keys.scene.targets[1].holding->after_ms = keys.scene.targets[1].holding->every_ms = 2000;
  keys.down(150);
  CHECK_FALSE(keys.press.pass_time(kDown + 1999).intent);
  CHECK(keys.press.pass_time(kDown + 2000).intent);
  CHECK(keys.press.due_ms() == kDown + 4000);
}

}  // namespace farewell::kiosk
