// The bee's way to the guest's flower: the curves that assets/art/parts/bee-trail*.svg are drawn by. Pure.
#pragma once

#include "app/kiosk/ui/hills.h"

namespace farewell::kiosk {

enum class Trail {
  across,  ///< parts/bee-trail
  down,    ///< parts/bee-trail-down
};

/// Where on its trail something is that has flown `share` of it (0 to 1), seen from the trail's end, in the
/// drawing's units. Off and arriving gently, as bees do.
Point on_trail(Trail trail, double share);

}  // namespace farewell::kiosk
