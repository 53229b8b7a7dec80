#include "app/kiosk/ui/sky.h"

#include <array>
#include <cmath>
#include <numbers>

#include "core/visit/draw.h"

namespace farewell::kiosk {
namespace {

constexpr Rgb kMoonlight{0xF4, 0xE6, 0xBC}, kGlow{0xF7, 0xDC, 0x8C}, kGlowCore{0xFF, 0xF3, 0xC4};

void fill_band(const LandCanvas& canvas, double top, double bottom, Rgb from, Rgb to) {
  cairo_rectangle(canvas.cairo.get(), 0, top, canvas.width, bottom - top + 1);
  fill_downwards(canvas.cairo, top, bottom, from, to);
}

/// From blue to the glow over the hills; words end above 84 %.
void paint_dusk(const LandCanvas& canvas, double bottom, Rgb foot) {
  const double middle = bottom * .58, low = bottom * .84;
  fill_band(canvas, 0, middle, canvas.theme[Colour::paper], canvas.theme[Colour::sky1]);
  fill_band(canvas, middle, low, canvas.theme[Colour::sky1], canvas.theme[Colour::sky_low]);
  fill_band(canvas, low, bottom, canvas.theme[Colour::sky_low], foot);
}

}  // namespace

Ridgeline LandCanvas::ridge(std::vector<Point> points, double amp) const {
  for (Point& point : points) point = {point.x * width, ground + point.y * amp};
  points.front().x -= 40, points.back().x += 40;
  const Ridgeline line(std::move(points));
  return right_to_left ? line.mirrored(width) : line;
}

void paint_plant(const LandCanvas& canvas, const Plant& plant, Point foot, double scale, double alpha,
                 double turn, bool flipped) {
  cairo_surface_t* picture = canvas.press.pressed(plant);
  if (picture == nullptr) return;
  const double unit = plant.pressed / plant.height;
  const double shrink = scale / unit;
  cairo_save(canvas.cairo.get());
  cairo_translate(canvas.cairo.get(), foot.x, foot.y);
  cairo_rotate(canvas.cairo.get(), turn * std::numbers::pi / 180);
  cairo_scale(canvas.cairo.get(), flipped ? -shrink : shrink, shrink);
  cairo_set_source_surface(canvas.cairo.get(), picture, -plant.foot_x * unit, -plant.foot_y * unit);
  cairo_pattern_set_filter(cairo_get_source(canvas.cairo.get()), CAIRO_FILTER_GOOD);
  cairo_paint_with_alpha(canvas.cairo.get(), alpha);
  cairo_restore(canvas.cairo.get());
}

void fill_all(const LandCanvas& canvas, Colour colour) {
  set_colour(canvas.cairo, canvas.theme[colour]);
  cairo_paint(canvas.cairo.get());
}

void paint_sky(const LandCanvas& canvas, double top, double bottom, Rgb foot) {
  fill_all(canvas, Colour::paper);
  if (canvas.dusk()) {
    paint_dusk(canvas, bottom, foot);
  } else if (canvas.dark()) {
    const double middle = bottom * .55;
    fill_band(canvas, 0, middle, canvas.theme[Colour::paper], canvas.theme[Colour::sky1]);
    fill_band(canvas, middle, bottom, canvas.theme[Colour::sky1], foot);
  } else {
    fill_band(canvas, top, bottom, canvas.theme[Colour::paper], foot);
  }
}

void paint_night(const LandCanvas& canvas, double bottom) {
  fill_band(canvas, 0, bottom * .55, {0x0F, 0x1B, 0x23}, {0x15, 0x27, 0x2F});
  fill_band(canvas, bottom * .55, bottom, {0x15, 0x27, 0x2F}, {0x22, 0x3F, 0x42});
}

void paint_disc(const LandCanvas& canvas, Point at, double radius, Rgb colour, double alpha) {
  cairo_arc(canvas.cairo.get(), at.x, at.y, radius, 0, 2 * std::numbers::pi);
  set_colour(canvas.cairo, colour, alpha);
  cairo_fill(canvas.cairo.get());
}

void paint_stars(const LandCanvas& canvas, double down_to, const std::function<bool(Point)>& written) {
  std::uint64_t random = 5;
  for (int i = 0; i < 90; ++i) {
    const Point at{visit::draw_share(random) * canvas.width, 10 + visit::draw_share(random) * (down_to - 10)};
    const double radius = 1.2 + visit::draw_share(random), alpha = .25 + .45 * visit::draw_share(random);
    if (!written({canvas.start(at.x), at.y})) paint_disc(canvas, at, radius, kMoonlight, alpha);
  }
}

void paint_moon(const LandCanvas& canvas, Point at, double radius) {
  cairo_push_group(canvas.cairo.get());
  paint_disc(canvas, at, radius, kMoonlight);
  cairo_set_operator(canvas.cairo.get(), CAIRO_OPERATOR_DEST_OUT);
  paint_disc(canvas, {at.x + radius * .42, at.y - radius * .38}, radius * .82, {});
  cairo_pop_group_to_source(canvas.cairo.get());
  cairo_paint(canvas.cairo.get());
}

void paint_low_sun(const LandCanvas& canvas, Point at, double radius) {
  const Rgb sun = canvas.theme[Colour::sun];
  if (canvas.dusk()) {
    paint_disc(canvas, {at.x, at.y + 24}, radius * .86, sun, .3);
    paint_disc(canvas, {at.x, at.y + 34}, radius * .57, sun);
  } else {
    paint_disc(canvas, at, radius, sun, canvas.dark() ? .9 : 1);
  }
}

void paint_glow(const LandCanvas& canvas, Point at, double scale) {
  constexpr std::array<std::array<double, 2>, 3> kRings = {{{17, .10}, {11, .20}, {6.5, .42}}};
  for (const auto& [radius, alpha] : kRings) paint_disc(canvas, at, radius * scale, kGlow, alpha);
  paint_disc(canvas, at, 3.4 * scale, kGlowCore);
}

}  // namespace farewell::kiosk
