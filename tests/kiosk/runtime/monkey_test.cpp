// Hands that do not know what they do: a hundred thousand touches on the real targets of the real screens, by
// taps, double taps, ten fingers, a palm, a sleeve, a child that hammers on one spot, fingers that the panel
// loses or makes up, at any moment of a screen change. After each one everything in Door's ledger must hold,
// and now and then the next guest must find a terminal that works. FAREWELL_MONKEY_TOUCHES sets another
// number.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <deque>

#include "core/visit/draw.h"
#include "tests/kiosk/runtime/monkey_door.h"

namespace farewell::kiosk {
namespace {

using testing::Door;
using testing::Scenes;
using Kind = Touch::Kind;

constexpr float kWidth = 1280, kHeight = 800;

struct Moment {
  std::int64_t pause_ms = 0;
  Touch touch;
};

struct Spot {
  float x = 0, y = 0;
};

class Hands {
 public:
  explicit Hands(std::uint64_t seed) : random_(seed) {}

  Moment next(const Door& door) {
    while (coming_.empty()) plan(door);
    const Moment moment = coming_.front();
    coming_.pop_front();
    return moment;
  }

 private:
  std::uint64_t below(std::uint64_t limit) { return visit::draw_below(random_, limit); }
  std::int64_t up_to(std::int64_t ms) {
    return static_cast<std::int64_t>(below(static_cast<std::uint64_t>(ms) + 1));
  }

  Spot anywhere() {
    return {static_cast<float>(visit::draw_share(random_)) * kWidth,
            static_cast<float>(visit::draw_share(random_)) * kHeight};
  }
  Spot near(const Spot& spot, float within) {
    const auto away = [&] { return (static_cast<float>(visit::draw_share(random_)) - .5f) * 2 * within; };
    return {spot.x + away(), spot.y + away()};
  }
  /// Mostly where something answers.
  Spot somewhere(const Door& door) {
    const auto& targets = door.scene().targets;
    if (targets.empty() || below(4) == 0) return anywhere();
    const Rect& rect = targets[below(targets.size())].rect;
    return {rect.x + static_cast<float>(visit::draw_share(random_)) * rect.w,
            rect.y + static_cast<float>(visit::draw_share(random_)) * rect.h};
  }

  void add(std::int64_t pause_ms, Kind kind, std::int64_t finger, const Spot& spot) {
    coming_.push_back({pause_ms, {kind, finger, spot.x, spot.y}});
  }
  void tap(std::int64_t pause_ms, std::int64_t finger, const Spot& spot) {
    add(pause_ms, Kind::down, finger, spot);
    add(20 + up_to(120), Kind::up, finger, near(spot, 4));
  }

  void plan(const Door& door) {
    const Spot spot = somewhere(door);
    switch (below(12)) {
      case 0:  // double tap
        tap(up_to(900), 1, spot);
        return tap(60 + up_to(180), 1, near(spot, 8));
      case 1:
        return ten_fingers();
      case 2:
        return palm(spot);
      case 3:
        return sleeve(spot);
      case 4:
        if (below(4) == 0) return hammer(spot);
        return tap(up_to(300), 1, spot);
      case 5:
        return bad_panel(spot);
      case 6:  // a finger that rests
        add(up_to(500), Kind::down, 1, spot);
        return add(up_to(4'000), Kind::up, 1, near(spot, 10));
      case 7:  // somebody thinks, or has left
        return tap(below(6) == 0 ? up_to(90'000) : up_to(9'000), 1, spot);
      default:  // somebody who means it, and sees what they touch
        return tap(400 + up_to(900), 1, spot);
    }
  }

  void ten_fingers() {
    std::vector<std::int64_t> fingers;
    for (std::int64_t finger = 1; finger <= 10; ++finger) {
      add(up_to(30), Kind::down, finger, anywhere());
      fingers.insert(fingers.begin() + static_cast<std::ptrdiff_t>(below(fingers.size() + 1)), finger);
    }
    for (const std::int64_t finger : fingers) add(up_to(60), Kind::up, finger, anywhere());
  }
  void palm(const Spot& spot) {
    for (std::int64_t finger = 1; finger <= 5; ++finger) add(up_to(8), Kind::down, finger, near(spot, 90));
    for (std::int64_t finger = 1; finger <= 5; ++finger) add(up_to(8), Kind::moved, finger, near(spot, 90));
    for (std::int64_t finger = 5; finger >= 1; --finger) {
      add(up_to(40), below(3) == 0 ? Kind::lost : Kind::up, finger, near(spot, 90));
    }
  }
  void sleeve(Spot spot) {
    add(up_to(400), Kind::down, 1, spot);
    for (int i = 0; i < 12; ++i) add(8 + up_to(12), Kind::moved, 1, spot = near(spot, 60));
    add(up_to(30), Kind::up, 1, spot);
  }
  void hammer(const Spot& spot) {
    for (int i = 0; i < 60; ++i) tap(up_to(160), 1, near(spot, 20));
  }
  /// Ups without downs, downs twice, moves of nobody.
  void bad_panel(const Spot& spot) {
    for (int i = 0; i < 6; ++i) {
      add(up_to(50), static_cast<Kind>(below(4)), static_cast<std::int64_t>(below(4)), near(spot, 30));
    }
    for (std::int64_t finger = 0; finger < 4; ++finger) add(0, Kind::lost, finger, spot);
  }

  std::uint64_t random_;
  std::deque<Moment> coming_;
};

int touches() {
  const char* asked = std::getenv("FAREWELL_MONKEY_TOUCHES");
  return asked != nullptr ? std::atoi(asked) : 100'000;
}

void tap_middle(Door& door, const Rect& rect) {
  door.pass(kEchoMs);
  const float x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
  door.feel({Kind::down, 1, x, y});
  door.pass(50);
  door.feel({Kind::up, 1, x, y});
}

/// Left alone it is home, and then a guest who taps what there is to tap comes to Goodbye and home again.
void next_guest_is_served(Door door) {
  for (const std::int64_t finger : door.fingers()) door.feel({Kind::lost, finger, 0, 0});
  door.pass(600'000);
  REQUIRE_FALSE(door.state().visit);
  const std::size_t before = door.finished();
  for (int tries = 0; tries < 8 && !door.state().visit; ++tries) {
    for (const Target& target : std::vector<Target>(door.scene().targets)) {
      const auto* action = std::get_if<visit::Action>(&target.intent);
      if (action == nullptr || !std::holds_alternative<visit::FaceTapped>(*action)) continue;
      tap_middle(door, target.rect);
      break;
    }
  }
  REQUIRE(door.state().visit);
  door.pass(600'000);
  REQUIRE(door.broken() == "");
  // The journal may have failed at this very answer, as it does now and then.
  REQUIRE(door.finished() <= before + 1);
}

}  // namespace

TEST_CASE("no hands, however many and however wild, break a visit or the next guest's") {
  Scenes scenes;
  Door door(scenes, 20261122);
  Hands hands(7);
  std::set<visit::Screen> seen;
  for (int touch = 0; touch < touches(); ++touch) {
    const Moment moment = hands.next(door);
    door.pass(moment.pause_ms);
    door.feel(moment.touch);
    seen.insert(door.state().screen);
    if (!door.broken().empty()) FAIL("touch " << touch << ": " << door.broken());
    if (touch % 5'000 == 4'999) next_guest_is_served(door);
  }
  // The hands went everywhere, and were taken for what they are.
  CHECK(seen.size() == 6);
  CHECK(door.finished() > static_cast<std::size_t>(touches()) / 500);
  CHECK(door.woken() >= door.finished());
  CHECK(door.flagged() > 0);
}

TEST_CASE("a child that hammers on a face for a minute is one answer at a time, and known for it") {
  Scenes scenes;
  Door door(scenes, 3);
  const auto& targets = door.scene().targets;
  const auto face = std::ranges::find_if(targets, [](const Target& target) {
    const auto* action = std::get_if<visit::Action>(&target.intent);
    return action != nullptr && std::holds_alternative<visit::FaceTapped>(*action);
  });
  REQUIRE(face != targets.end());
  const Rect rect = face->rect;
  for (int tap = 0; tap < 400; ++tap) {
    door.feel({Kind::down, 1, rect.x + 40, rect.y + 40});
    door.pass(70);
    door.feel({Kind::up, 1, rect.x + 40, rect.y + 40});
    door.pass(80);
    REQUIRE(door.broken() == "");
  }
  CHECK(door.woken() <= 2);
}

}  // namespace farewell::kiosk
