// Tiles, pills, keys, fields and sheets as pixels: fill, edge, line and the stacked flat shadow of the
// design, painted by Cairo. A shape's middle columns are alike, so one picture serves every width. Drawing
// thread only.
#pragma once

#include <optional>
#include <string>

#include "app/kiosk/ui/pixels.h"
#include "app/kiosk/ui/scene.h"
#include "app/kiosk/ui/theme.h"

namespace farewell::kiosk {

/// A picture to be drawn in three columns: the ends as they are, the middle stretched.
struct Slices {
  Pixels pixels;
  int margin = 0;  ///< pixels around the shape's rect, for its shadow
  int end = 0;     ///< columns at either end that keep their width, the margin included
};

/// For a box of the given size in this panel's pixels; `scale` is Metrics::scale.
Slices draw_shape(Shape shape, int width, int height, const Theme& theme, float scale);

/// Of its corners, in reference pixels.
float radius_of(Shape shape);

/// The focus ring for a rect of the given size with corners of `radius` (reference pixels): a line in the
/// focus colour between two in the tile's, so that it stands out on any ground. Its own size is that of the
/// rect with `ring_reach(scale)` more on every side.
Slices draw_ring(int width, int height, float radius, const Theme& theme, float scale);
int ring_reach(float scale);

/// What a shape is seen by: its body and its line, where it has them.
struct ShapeColours {
  std::optional<Rgb> body;
  std::optional<Rgb> line;
};
ShapeColours colours_of(Shape shape, const Theme& theme);

/// Two boxes with the same key have the same Slices.
std::string shape_key(Shape shape, int width, int height);

}  // namespace farewell::kiosk
