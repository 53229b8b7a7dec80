// Winter in the land: lanterns of snow in place of flowers, spruces, a rowan, snowflakes. Inside ui/; drawing
// thread only.
#pragma once

#include <functional>

#include "app/kiosk/ui/sky.h"

namespace farewell::kiosk {

/// A guest's, seen from afar.
Plant far_lantern();
/// How much larger a lantern is drawn than a flower would be there, which is far higher.
double lantern_scale(double flower_scale);

/// Groups of spruces along a ridge, over the words' end or beyond `words_w` only.
void paint_wood(const LandCanvas& canvas, const Ridgeline& ridge, double scale, double words_w,
                double words_end);

/// In the garden: two at the left before the third ridge is painted, a spruce and the rowan at the right
/// after it.
void paint_left_spruces(const LandCanvas& canvas, const Ridgeline& ridge, double words_end);
void paint_right_trees(const LandCanvas& canvas, const Ridgeline& ridge);
/// Where these leave no room for lanterns: x along the reading direction.
bool under_trees(double x, double y, double width, double ground);

/// None where `written` says so: x along the reading direction.
void paint_snowflakes(const LandCanvas& canvas, double down_to, const std::function<bool(Point)>& written);

}  // namespace farewell::kiosk
