// Cairo's surfaces as Pixels: SDL's software renderer knows straight alpha only, Cairo only premultiplied.
// Inside ui/; any thread.
#pragma once

#include <cairo.h>

#include <memory>

#include "app/kiosk/ui/type.h"

namespace farewell::kiosk {

struct SurfaceFree {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct CairoFree {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceFree>;
using Cairo = std::unique_ptr<cairo_t, CairoFree>;

/// Transparent, at least 1×1.
Surface new_surface(int width, int height);
Cairo new_cairo(const Surface& surface);
Pixels to_pixels(const Surface& surface);

/// Turned clockwise about its middle, in a picture large enough to hold it; `left` and `top` are dropped.
Pixels turned(const Pixels& pixels, float degrees);

void set_colour(const Cairo& cairo, Rgb colour, double alpha = 1);
/// A path with four round corners; `radius` is cut to half of the shorter side.
void rounded_rect(const Cairo& cairo, double x, double y, double w, double h, double radius);

}  // namespace farewell::kiosk
