// "Are you still there?": a card over the screen, with a petal falling for each part of the time that is
// left.

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include "app/kiosk/screens/goodbye_stack.h"
#include "app/kiosk/screens/parts.h"

namespace farewell::kiosk {
namespace {

constexpr int kPetals = 20;

/// Petals stand as on a clock; they are spent from the top on. `radius` 160 is the drawing's own.
void add_petals(Sketch& sketch, float x, float y, float scale, int lit) {
  for (int i = 0; i < kPetals; ++i) {
    const float degrees = 360.f / kPetals * static_cast<float>(i);
    const float angle = degrees * std::numbers::pi_v<float> / 180;
    const float cx = x + 132 * scale * std::sin(angle), cy = y - 132 * scale * std::cos(angle);
    const float w = 44 * scale, h = 68 * scale;
    const bool on = i >= kPetals - lit;
    sketch.picture({cx - w / 2, cy - h / 2, w, h},
                   on ? "parts/countdown-petal" : "parts/countdown-petal-spent", Colour::ink, degrees);
  }
}

/// Seconds left, and how many petals that is.
void add_countdown(Sketch& sketch, float x, float y, float scale) {
  const View& view = sketch.view();
  const int left = visit::idle_seconds_left(view.state, view.now_ms, view.survey);
  const double total = static_cast<double>(view.survey.timings.idle_warning_ms) / 1000;
  const int lit = std::clamp(static_cast<int>(std::ceil(left * kPetals / total)), 0, kPetals);
  add_petals(sketch, x, y, scale, lit);
  const std::string number = std::to_string(left);
  const Lettering lettering{.role = Role::sheet,
                            .line = 1,
                            .weight = 600,
                            .align = Align::centre,
                            .stand = Stand::middle,
                            .aloud = Aloud::no};
  const Fitted fitted = sketch.fit(number, lettering, 196 * scale,
                                   {{sketch.fixed(128 * scale), 1, 1}, {sketch.fixed(96 * scale), 1, 1}});
  const float h = fitted.height, low = 9 * scale;  // figures stand high in their line
  sketch.text({x - 98 * scale, y - h / 2 + low, 196 * scale, h}, number, fitted.lettering);
}

struct Card {
  Rect card;
  float petals_x = 0, petals_y = 0, petals = 1;
  Rect words;  ///< title and body, from its top
  Rect more;
  Rect done;
  float gap = 24;
};

Card landscape(const Sketch& sketch) {
  const float x = (sketch.width() - 1088) / 2, y = (sketch.height() - 548) / 2 + 8;
  return {{x, y, 1088, 548},
          x + 222,
          y + 246,
          1,
          {x + 444, y + 64, 592, 300},
          {x + 446, y + 382, 330, kTarget},
          {x + 796, y + 382, 234, kTarget},
          24};
}

Card portrait(const Sketch& sketch) {
  const float w = sketch.width() - 56, h = 920;
  const float x = 28, y = (sketch.height() - h) / 2;
  return {{x, y, w, h},
          x + w / 2,
          y + 230,
          1.1f,
          {x + 48, y + 440, w - 96, 290},
          {x + 48, y + h - 48 - kTarget, w - 96 - 274, kTarget},
          {x + w - 48 - 254, y + h - 48 - kTarget, 254, kTarget},
          28};
}

Card small(const Sketch& sketch) {
  const float w = sketch.width() - 40, h = sketch.height() - 24;
  return {{20, 12, w, h},
          20 + 176,
          12 + 170,
          0.92f,
          {20 + 356, 12 + 28, w - 356 - 32, h - 28 - kTarget - 48},
          {20 + 40, 12 + h - 28 - kTarget, w - 80 - 20 - 300, kTarget},
          {20 + w - 40 - 300, 12 + h - 28 - kTarget, 300, kTarget},
          14};
}

std::string body_of(const Sketch& sketch) {
  const bool saved = sketch.view().state.visit && sketch.view().state.visit->value > 0;
  return sketch.say(saved ? "idle.body" : "idle.body_unanswered");
}

void add_buttons(Sketch& sketch, const Rect& more_rect, const Rect& done_rect) {
  const std::string more = sketch.say("idle.more"), done = sketch.say("idle.done");
  add_button(sketch, {.rect = more_rect, .shape = Shape::primary, .word = more},
             visit::Action{visit::MoreTimeTapped{}}, more);
  add_button(sketch, {.rect = done_rect, .shape = Shape::sand_pill, .word = done},
             visit::Action{visit::ImDoneTapped{}}, done);
}

/// Where the buttons stand in the foot of `room`: beside each other if their words have room so.
struct Buttons {
  Rect more, done;
};
Buttons buttons_in(const Sketch& sketch, const Rect& room) {
  const Lettering lettering{.role = Role::button, .px = sketch.large() ? kLargeLabel : 40.f};
  const auto needed = [&](const char* key) { return sketch.text_width(sketch.say(key), lettering) + 44; };
  const float more = needed("idle.more"), done = needed("idle.done"), y = room.bottom() - kTarget;
  const float spare = room.w - kGap - more - done;
  if (spare < 0) {
    const float more_h = stacked_button_height(sketch, sketch.say("idle.more"), room.w);
    const float done_h = stacked_button_height(sketch, sketch.say("idle.done"), room.w);
    const float done_y = room.bottom() - done_h;
    return {{room.x, done_y - kGap - more_h, room.w, more_h}, {room.x, done_y, room.w, done_h}};
  }
  const float w = more + spare / 2;
  return {{room.x, y, w, kTarget}, {room.x + w + kGap, y, done + spare / 2, kTarget}};
}

/// Words over the whole card, and petals above them if they leave room.
void add_stacked(Sketch& sketch) {
  constexpr float kPetalsH = 340, kLeast = .62f, kMost = 1.1f, kApart = 16;
  const float margin = sketch.small() ? 16.f : 28.f, inset = sketch.small() ? 24.f : 48.f;
  const Rect card{margin, margin, sketch.width() - 2 * margin, sketch.height() - 2 * margin};
  const Rect room{card.x + inset, card.y + inset, card.w - 2 * inset, card.h - 2 * inset};
  const Buttons buttons = buttons_in(sketch, room);
  Rect words{room.x + 4, room.y, room.w - 8, buttons.more.y - kApart - room.y};
  const Said title{Role::sheet, sketch.say("idle.title")};
  const std::vector<Way> ways = {{title, {Role::body, body_of(sketch)}}, {title}};
  Stack stack = lay_out(sketch, words, ways);
  const float left = words.bottom() - stack.end, petals = std::min(kMost, (left - kApart) / kPetalsH);
  sketch.box(card, Shape::card);
  if (petals >= kLeast) {
    const float h = kPetalsH * petals;
    add_countdown(sketch, room.x + room.w / 2, room.y + h / 2, petals);
    words.y += h + kApart, words.h -= h + kApart;
    stack = lay_out(sketch, words, ways);
  }
  add_stack(sketch, stack);
  add_buttons(sketch, buttons.more, buttons.done);
}

}  // namespace

void add_idle_warning(const View& view, Scene& scene) {
  Sketch sketch(view, scene);
  scene.targets.clear();
  sketch.box({0, 0, sketch.width(), sketch.height()}, Shape::scrim);
  if (is_stacked(sketch)) return add_stacked(sketch);
  const Card card = sketch.portrait() ? portrait(sketch) : sketch.small() ? small(sketch) : landscape(sketch);
  sketch.box(card.card, Shape::card);
  add_countdown(sketch, card.petals_x, card.petals_y, card.petals);

  const Rect& words = card.words;
  const Fitted title =
      sketch.fit_even(sketch.say("idle.title"), {.role = Role::sheet}, words.w,
                      sketch.small() ? std::vector<Step>{{58, 1.04f, 1}, {50, 1.04f, 1}, {44, 1.02f, 2}}
                                     : std::vector<Step>{{76, 1.04f, 2}, {66, 1.04f, 2}, {58, 1.04f, 2}},
                      words.h * 0.55f);
  sketch.text({words.x, words.y, title.width, title.height}, title.text, title.lettering);
  const float y = words.y + title.height + card.gap;
  const Fitted body = sketch.fit(
      body_of(sketch), {.role = Role::body}, words.w - 2,
      {{40, 1.25f, 2}, {40, 1.2f, 3}, {40, 1.15f, 4}, {40, 1.1f, 5}, {40, 1.04f, 6}}, words.bottom() - y);
  sketch.text({words.x + 2, y, words.w - 2, body.height}, body.text, body.lettering);

  add_buttons(sketch, card.more, card.done);
}

}  // namespace farewell::kiosk
