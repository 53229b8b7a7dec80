#include "app/kiosk/ui/winter.h"

#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "core/visit/draw.h"

namespace farewell::kiosk {
namespace {

constexpr double kSpruceHigh = 300;
constexpr Rgb kFlake{0x9D, 0xB6, 0xC4}, kTreeShade{0xA9, 0xBD, 0xC7};

Plant spruce() {
  return {.drawing = "winter/spruce", .width = 200, .height = 312, .foot_x = 100, .foot_y = 300};
}

Plant rowan() {
  return {
      .drawing = "winter/rowan", .width = 310, .height = 340, .foot_x = 150, .foot_y = 330, .pressed = 400};
}

void paint_flake(const LandCanvas& canvas, Point at, double radius) {
  for (const double angle : {90., 30., 150.}) {
    const double x = radius * std::cos(angle * std::numbers::pi / 180);
    const double y = radius * std::sin(angle * std::numbers::pi / 180);
    cairo_move_to(canvas.cairo.get(), at.x - x, at.y - y);
    cairo_line_to(canvas.cairo.get(), at.x + x, at.y + y);
  }
  set_colour(canvas.cairo, kFlake);
  cairo_set_line_width(canvas.cairo.get(), 2.2);
  cairo_set_line_cap(canvas.cairo.get(), CAIRO_LINE_CAP_ROUND);
  cairo_stroke(canvas.cairo.get());
}

void paint_spruce(const LandCanvas& canvas, Point foot, double scale) {
  paint_plant(canvas, spruce(), foot, scale, canvas.dark() ? .7 : 1);
}

void paint_rowan(const LandCanvas& canvas, Point foot, double scale) {
  cairo_save(canvas.cairo.get());
  cairo_translate(canvas.cairo.get(), foot.x, foot.y);
  cairo_scale(canvas.cairo.get(), 1, .13);
  if (!canvas.dark()) paint_disc(canvas, {}, 64 * scale, kTreeShade, .6);
  cairo_restore(canvas.cairo.get());
  paint_plant(canvas, rowan(), foot, scale, canvas.dark() ? .7 : 1);
}

}  // namespace

Plant far_lantern() {
  return {
      .drawing = "winter/lantern-far", .width = 76, .height = 52, .foot_x = 38, .foot_y = 42, .pressed = 80};
}

double lantern_scale(double flower_scale) {
  return .05 + 1.6 * flower_scale;
}

void paint_wood(const LandCanvas& canvas, const Ridgeline& ridge, double scale, double words_w,
                double words_end) {
  struct Tree {
    double x, scale;
  };
  constexpr std::array kTrees = {Tree{.497, .25}, Tree{.522, .34}, Tree{.552, .28}, Tree{.805, .32},
                                 Tree{.833, .44}, Tree{.864, .34}, Tree{.986, .36}};
  for (const Tree& tree : kTrees) {
    const double x = tree.x * canvas.width, size = tree.scale * scale;
    const double y = ridge.y(canvas.start(x)) + 8;
    const bool under_words = x - 100 * size < words_w && y - kSpruceHigh * size < words_end;
    if (!under_words) paint_spruce(canvas, {canvas.start(x), y}, size);
  }
}

void paint_left_spruces(const LandCanvas& canvas, const Ridgeline& ridge, double words_end) {
  for (const auto& [x, scale] : {std::pair{36., .62}, std::pair{108., .46}}) {
    const double y = ridge.y(canvas.start(x)) + 6;
    if (y - kSpruceHigh * scale > words_end) paint_spruce(canvas, {canvas.start(x), y}, scale);
  }
}

void paint_right_trees(const LandCanvas& canvas, const Ridgeline& ridge) {
  const auto at = [&](double from_end) {
    const double x = canvas.start(canvas.width - from_end);
    return Point{x, ridge.y(x) + 50};
  };
  paint_spruce(canvas, at(8), .6);
  paint_rowan(canvas, at(58), .94);
}

bool under_trees(double x, double y, double width, double ground) {
  const double below = y - ground;
  return (x < 165 && below > 26 && below < 196) || (x > width - 250 && below > 26);
}

void paint_snowflakes(const LandCanvas& canvas, double down_to, const std::function<bool(Point)>& written) {
  std::uint64_t random = 7;
  const int count = static_cast<int>(canvas.width / 40);
  for (int i = 0; i < count; ++i) {
    const Point at{visit::draw_share(random) * canvas.width, 24 + visit::draw_share(random) * (down_to - 60)};
    const double radius = 4 + 2 * visit::draw_share(random);
    if (!written({canvas.start(at.x), at.y})) paint_flake(canvas, at, radius);
  }
}

}  // namespace farewell::kiosk
