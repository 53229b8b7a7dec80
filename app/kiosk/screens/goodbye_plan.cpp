#include "app/kiosk/screens/goodbye_plan.h"

#include <algorithm>

namespace farewell::kiosk {

GardenPlan garden_plan(const Sketch& sketch) {
  const float width = sketch.width(), height = sketch.height();
  GardenPlan plan;
  plan.body_steps = {{42, 1.26f, 2}, {40, 1.2f, 3}, {40, 1.1f, 4}};
  if (sketch.portrait()) {
    plan.words = {40, 84, width - 60, 330};
    plan.title_steps = {{96, 1.02f, 2}, {88, 1.02f, 2}, {76, 1.02f, 2}, {66, 1.02f, 4}};
    plan.body_steps = {{46, 1.25f, 2}, {42, 1.2f, 3}, {40, 1.15f, 3}, {36, 1.1f, 4}};
    plan.gap = 28;
    plan.body_width = 650;
    plan.ground_y = height - 558;
    plan.guest_x = width * .65f;
    plan.guest_y = height - 112;
    plan.guest_scale = 2.1f;
    plan.label_x = 150, plan.label_y = 36, plan.label_scale = 1.1f;
    plan.trail = {-410, -648, 254, 150};
    plan.trail_drawing = "parts/bee-trail-down";
    plan.bee_x = -142, plan.bee_y = -478, plan.bee_scale = 1.3f, plan.bee_turn = 24;
    plan.way_out_x = 28;
    plan.way_out_y = height - 152;
  } else if (sketch.small()) {
    plan.words = {28, 20, width * .62f, 160};
    plan.title_steps = {{66, 1.02f, 2}, {56, 1.02f, 2}, {48, 1.02f, 3}};
    plan.body_steps = {{40, 1.15f, 2}, {40, 1.1f, 3}, {40, 1.05f, 4}};
    plan.gap = 10;
    plan.ground_y = height - 250;
    plan.guest_x = width - 190;
    plan.guest_y = height - 50;
    plan.guest_scale = 1.15f;
    plan.label_x = 102, plan.label_y = 6, plan.label_scale = .8f;
    plan.trail_drawing.clear();  // no room beside the words
    plan.bee_x = -77, plan.bee_y = -247, plan.bee_scale = .82f;
    plan.way_out_x = 24;
    plan.way_out_y = height - 126;
  } else {
    plan.words = {64, 58 + (height - 800) * .3f, width * .6f, 300};
    plan.body_width = 590;
    plan.title_steps = {{96, 1.02f, 2}, {84, 1.02f, 2}, {72, 1.02f, 2}, {62, 1.02f, 3}};
    plan.ground_y = height - 356;
    plan.guest_x = width - 264;
    plan.guest_y = height - 76;
    plan.way_out_y = height - 136;
  }
  return plan;
}

/// It has the bee's room, and the hills lie lower.
GardenPlan plan_for_fact(const Sketch& sketch) {
  GardenPlan plan = garden_plan(sketch);
  if (sketch.portrait() || sketch.small()) return plan;
  plan.title_steps = {{80, 1.02f, 2}, {72, 1.02f, 2}, {62, 1.02f, 3}};
  plan.body_width = 0;
  plan.gap = 16;
  plan.ground_y += 44;
  return plan;
}

GardenPlan plan_in(const Sketch& sketch, const Rect& rest) {
  const bool winter = sketch.view().theme.season == Season::winter;
  const float high = winter ? 216.f : 290.f, wide = winter ? 360.f : 180.f;
  constexpr float kBoardW = 188;  // as these are, in the drawings' units
  constexpr float kLeast = .36f, kMost = 2.1f;
  GardenPlan plan;
  const float ground = sketch.portrait() ? 12.f : 20.f;
  const float s = std::min({kMost, (rest.h - ground) / high, (rest.w - 24) / wide});
  plan.flower = s >= kLeast;
  if (!plan.flower) return plan;
  plan.guest_scale = s;
  plan.guest_y = rest.bottom() - std::max(ground, winter ? 26 * s : 0);  // a lantern throws light before it
  plan.label_scale = sketch.large() ? sketch.fixed(1.1f) : .9f;
  // A tall flower's head stands over the label, a low one's beside it.
  const float board = kBoardW * plan.label_scale;
  const bool over = s >= 1.2f && !winter;
  plan.label_x = over ? std::max(28 + board / 2, 60 * s + 90) : wide / 2 * s + board / 2;
  plan.label_y = std::min(0.f, ground + 10 - 44 * plan.label_scale);
  const float left = wide / 2 * s + 24, right = plan.label_x + board / 2 + 8;
  plan.label = left + right <= rest.w && rest.h >= 200 * plan.label_scale;
  const float taken = plan.label ? left + right : left + wide / 2 * s;
  plan.guest_x = sketch.portrait() ? rest.x + (rest.w - taken) / 2 + left : rest.right() - (taken - left);
  plan.trail_drawing.clear();
  const float bee = s / 1.62f;
  plan.bee_x *= bee, plan.bee_y *= bee, plan.bee_scale *= bee;
  return plan;
}

}  // namespace farewell::kiosk
