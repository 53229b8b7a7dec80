// The land's canvas and what stands over the hills: the sky of each light, sun, moon and stars. Inside ui/;
// drawing thread only.
#pragma once

#include <functional>

#include "app/kiosk/ui/hills.h"
#include "app/kiosk/ui/land.h"

namespace farewell::kiosk {

/// Everything that painting needs; lengths from here on are reference pixels.
struct LandCanvas {
  const Cairo& cairo;
  const Theme& theme;
  double width, height;
  double ground;  ///< base of the hills, or the table's edge
  double scale;   ///< reference pixels → this panel's
  bool right_to_left;
  FlowerPress& press;

  bool dark() const { return is_dark(theme.mood); }
  bool dusk() const { return theme.mood == Mood::dusk; }
  bool winter() const { return theme.season == Season::winter; }
  bool portrait() const { return height > width; }
  /// Upright, 7–8".
  bool narrow() const { return portrait() && width < 720; }
  bool small() const { return !portrait() && height < 780; }
  double start(double x) const { return right_to_left ? width - x : x; }
  /// Points as shares of the width and heights under the ground line, these times `amp`.
  Ridgeline ridge(std::vector<Point> points, double amp = 1) const;
};

/// On its foot, leaning by `turn` degrees.
void paint_plant(const LandCanvas& canvas, const Plant& plant, Point foot, double scale, double alpha,
                 double turn = 0, bool flipped = false);

void fill_all(const LandCanvas& canvas, Colour colour);
/// From `top` to `bottom`, where it has the colour `foot` by day; the dark ones begin at the window's top.
void paint_sky(const LandCanvas& canvas, double top, double bottom, Rgb foot);
/// A closed shop's, darker than any other.
void paint_night(const LandCanvas& canvas, double bottom);
void paint_disc(const LandCanvas& canvas, Point at, double radius, Rgb colour, double alpha = 1);
/// None where `written` says so: x along the reading direction.
void paint_stars(const LandCanvas& canvas, double down_to, const std::function<bool(Point)>& written);
/// A crescent.
void paint_moon(const LandCanvas& canvas, Point at, double radius);
/// Over a hill, half hidden by it when painted before it; at dusk with a ring of its own light.
void paint_low_sun(const LandCanvas& canvas, Point at, double radius);
/// A firefly far off: discs of light, no blur.
void paint_glow(const LandCanvas& canvas, Point at, double scale);

}  // namespace farewell::kiosk
