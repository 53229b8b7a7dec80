// Goodbye in winter: a lantern of snow for the guest.

#include <algorithm>

#include "app/kiosk/screens/goodbye_plan.h"
#include "app/kiosk/screens/parts.h"

namespace farewell::kiosk {

GardenPlan in_winter(GardenPlan plan, const Sketch& sketch) {
  constexpr float kHalfLantern = 107, kHalfBoard = 94, kUpon = 12;  // the sign stands a little before it
  const float below_its_light = sketch.portrait() ? 24.f : 0.f;
  const float label_y = plan.guest_y + plan.label_y + below_its_light;
  const float edge = sketch.portrait() ? 16 : sketch.small() ? 24 : 64;
  const float label_x = sketch.width() - edge - (kHalfBoard + 2) * plan.label_scale;
  plan.guest_scale *= .93f;
  plan.guest_x = label_x - kHalfBoard * plan.label_scale + kUpon - kHalfLantern * plan.guest_scale;
  if (sketch.portrait()) plan.guest_y = std::min(plan.guest_y, plan.way_out_y - 64);
  plan.label_x = label_x - plan.guest_x;
  plan.label_y = label_y - plan.guest_y;
  return plan;
}

}  // namespace farewell::kiosk
