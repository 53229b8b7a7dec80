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

TEST_CASE("a letter may be tapped twice as quickly as one likes") {
  Press press;
  CHECK(tap(press, kGoodbye, 50, 1000).intent);
  CHECK(tap(press, kGoodbye, 50, 1060).intent);
}

}  // namespace farewell::kiosk
