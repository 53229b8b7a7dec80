// Where the parts of a Goodbye in the garden stand, as each panel has room for them. Private to the screens;
// drawing thread.
#pragma once

#include <string>
#include <vector>

#include "app/kiosk/screens/layout.h"

namespace farewell::kiosk {

struct GardenPlan {
  Rect words;
  std::vector<Step> title_steps, body_steps;
  float body_width = 0;  ///< 0: the words' own
  float gap = 24;
  float guest_x = 1016, guest_y = 724, guest_scale = 1.62f;
  float label_x = 128, label_y = 18, label_scale = 1;  ///< its stake, from the flower's foot
  Rect trail = {-346, -414, 224, 70};                  ///< of the bee, from the flower's foot
  std::string trail_drawing = "parts/bee-trail";
  float bee_x = -108, bee_y = -348, bee_scale = 1.15f, bee_turn = 12;
  float way_out_x = 48, way_out_y = 664;
  float ground_y = 444;
  bool flower = true, label = true;
};

GardenPlan garden_plan(const Sketch& sketch);
/// Where words are stacked, in what they leave: the flower as large as it fits, and its label beside it; none
/// where they would be lost.
GardenPlan plan_in(const Sketch& sketch, const Rect& rest);
/// For today's fact, which is longer than a flower's name.
GardenPlan plan_for_fact(const Sketch& sketch);

/// With room for a lantern, which is wider and stands farther from its sign.
GardenPlan in_winter(GardenPlan plan, const Sketch& sketch);

}  // namespace farewell::kiosk
