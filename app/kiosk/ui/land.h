// The still land behind a screen, painted once by Cairo into a picture as large as the window: sky, sun or
// moon, hills, grass, the day's flowers, a table. What moves and what is touched lies above it. Drawing
// thread.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "app/kiosk/ui/pixels.h"
#include "app/kiosk/ui/scene.h"
#include "app/kiosk/ui/theme.h"

namespace farewell::kiosk {

/// What stands in the land many times: its drawing, of which it knows the box and the foot in its own units.
struct Plant {
  std::string drawing;
  double width = 180, height = 290, foot_x = 90, foot_y = 280;
  int pressed = 190;  ///< pixels high, at its largest
};

/// Plants drawn once at their largest and kept, since a meadow shows each of 24 flowers many times.
class FlowerPress {
 public:
  FlowerPress(std::filesystem::path assets, const Theme& theme) : assets_(std::move(assets)), theme_(theme) {}
  /// A picture of the whole drawing, `plant.pressed` high; null if there is no such drawing.
  cairo_surface_t* pressed(const Plant& plant);

 private:
  std::filesystem::path assets_;
  Theme theme_;
  std::map<std::string, Surface> kept_;
};

/// Opaque, `metrics.width` by `metrics.height`.
Pixels paint_land(const Background& background, const Theme& theme, const Metrics& metrics,
                  bool right_to_left, FlowerPress& flowers);

}  // namespace farewell::kiosk
