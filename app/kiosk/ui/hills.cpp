#include "app/kiosk/ui/hills.h"

#include <algorithm>

#include "core/visit/draw.h"

namespace farewell::kiosk {
namespace {

double between(std::uint64_t& random, double low, double high) {
  return low + visit::draw_share(random) * (high - low);
}

}  // namespace

double Ridgeline::y(double x) const {
  const std::size_t last = points_.size() - 1;
  x = std::clamp(x, points_.front().x, points_.back().x);
  std::size_t i = 0;
  while (i + 1 < last && points_[i + 1].x < x) ++i;
  const double p0 = points_[i == 0 ? 0 : i - 1].y, p1 = points_[i].y, p2 = points_[i + 1].y;
  const double p3 = points_[std::min(i + 2, last)].y;
  const double t = (x - points_[i].x) / (points_[i + 1].x - points_[i].x);
  return .5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t +
               (3 * p1 - p0 - 3 * p2 + p3) * t * t * t);
}

void Ridgeline::trace(const Cairo& cairo) const {
  const std::size_t last = points_.size() - 1;
  cairo_move_to(cairo.get(), points_[0].x, points_[0].y);
  for (std::size_t i = 0; i < last; ++i) {
    const Point p0 = points_[i == 0 ? 0 : i - 1], p1 = points_[i], p2 = points_[i + 1],
                p3 = points_[std::min(i + 2, last)];
    cairo_curve_to(cairo.get(), p1.x + (p2.x - p0.x) / 6, p1.y + (p2.y - p0.y) / 6, p2.x - (p3.x - p1.x) / 6,
                   p2.y - (p3.y - p1.y) / 6, p2.x, p2.y);
  }
}

void Ridgeline::trace_hill(const Cairo& cairo, double bottom) const {
  trace(cairo);
  cairo_line_to(cairo.get(), points_.back().x, bottom);
  cairo_line_to(cairo.get(), points_.front().x, bottom);
  cairo_close_path(cairo.get());
}

Ridgeline Ridgeline::mirrored(double width) const {
  std::vector<Point> points(points_.rbegin(), points_.rend());
  for (Point& point : points) point.x = width - point.x;
  return Ridgeline(std::move(points));
}

void paint_grass(const Cairo& cairo, const Ridgeline& ridge, double width, const Grass& grass, Rgb colour) {
  std::uint64_t random = grass.seed;
  for (int i = 0; i < grass.blades; ++i) {
    const double x = between(random, 0, width), y = ridge.y(x) + between(random, 0, 8);
    const double height = between(random, .6, 1.2) * grass.height;
    const double bend = between(random, -2, 2), lean = between(random, -5, 5);
    cairo_move_to(cairo.get(), x, y);
    // A quadratic curve, as a cubic one.
    cairo_rel_curve_to(cairo.get(), bend * 2 / 3, -height * .4, bend * 2 / 3 + lean / 3,
                       -height * .4 - height / 3, lean, -height);
  }
  set_colour(cairo, colour);
  cairo_set_line_width(cairo.get(), 2.2);
  cairo_set_line_cap(cairo.get(), CAIRO_LINE_CAP_ROUND);
  cairo_stroke(cairo.get());
}

void fill_downwards(const Cairo& cairo, double top, double bottom, Rgb from, Rgb to) {
  cairo_pattern_t* gradient = cairo_pattern_create_linear(0, top, 0, bottom);
  cairo_pattern_add_color_stop_rgb(gradient, 0, from.r / 255.0, from.g / 255.0, from.b / 255.0);
  cairo_pattern_add_color_stop_rgb(gradient, 1, to.r / 255.0, to.g / 255.0, to.b / 255.0);
  cairo_set_source(cairo.get(), gradient);
  cairo_pattern_destroy(gradient);
  cairo_fill(cairo.get());
}

}  // namespace farewell::kiosk
