// Right-to-left: a scene laid out left to right, turned about the window's middle. Shapes and targets change
// sides and chevrons flip; faces, flowers, logo and bee keep theirs. Pure; any thread.
#pragma once

#include <cstddef>

#include "app/kiosk/ui/scene.h"

namespace farewell::kiosk {

/// Turns the whole scene about the middle of a window of `width` pixels and marks it right to left.
void mirror(Scene& scene, float width);

/// Turns the elements and targets from these on about the middle of `within`: before mirror(), it keeps a
/// phone pad or a keyboard in its own order.
void mirror_within(Scene& scene, std::size_t element_from, std::size_t target_from, const Rect& within);

}  // namespace farewell::kiosk
