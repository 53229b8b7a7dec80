#include "app/kiosk/ui/shapes.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace farewell::kiosk {
namespace {

/// Stacked flat copies of the rounded rect, each a little lower and a little larger. Reference pixels.
struct Shadow {
  int copies;
  double y, y_step, spread, spread_step, alpha;
};
constexpr Shadow kLow{4, 1, 1.2, -1, 1.0, .018};
constexpr Shadow kMiddle{11, 2, 1.2, -4, 1.4, .0125};
constexpr Shadow kDeep{18, 6, 2.0, -12, 3.1, .011};
constexpr double kRingOut = 12;  ///< the focus ring's outermost line, from what it goes around
constexpr Rgb kShadowDay{0x46, 0x3A, 0x22};

/// What a shape is made of; lengths in reference pixels. `edge` is the strip along the foot.
struct Look {
  double radius = 32;
  std::optional<Colour> fill = Colour::tile;
  double edge = 0;
  bool dark_edge = false;  ///< black at a quarter, upon spruce
  Colour edge_colour = Colour::edge;
  double line = 0;
  Colour line_colour = Colour::ink;
  const Shadow* shadow = nullptr;
};

Look look_of(Shape shape) {
  constexpr double kPill = 59;
  switch (shape) {
    case Shape::tile:
      return {.edge = 4, .shadow = &kMiddle};
    case Shape::plain_tile:
      return {.radius = 36, .edge = 4, .shadow = &kMiddle};
    case Shape::pill:
    case Shape::disc:
      return {.radius = kPill, .edge = 4, .shadow = &kMiddle};
    case Shape::sand_pill:
      return {.radius = kPill, .fill = Colour::sand, .edge = 4, .shadow = &kMiddle};
    case Shape::primary:
      return {.radius = kPill, .fill = Colour::spruce, .edge = 5, .dark_edge = true, .shadow = &kMiddle};
    case Shape::primary_tile:
      return {.radius = 40, .fill = Colour::spruce, .edge = 5, .dark_edge = true, .shadow = &kMiddle};
    case Shape::outline:
      return {.fill = {}, .line = 4};
    case Shape::key:
      return {.radius = 22, .edge = 5, .shadow = &kLow};
    case Shape::function_key:
      return {.radius = 22, .fill = Colour::key_function, .edge = 5};
    case Shape::primary_key:
      return {.radius = 22, .fill = Colour::spruce, .edge = 5, .dark_edge = true};
    case Shape::pad_key:
      return {.edge = 5, .shadow = &kLow};
    case Shape::pad_function_key:
      return {.fill = Colour::key_function, .edge = 5};
    case Shape::field:
      return {.fill = Colour::field, .line = 3.5, .line_colour = Colour::ink2};
    case Shape::field_active:
      return {.line = 4, .line_colour = Colour::spruce, .shadow = &kLow};
    case Shape::field_written:
      return {.line = 6, .line_colour = Colour::spruce};
    case Shape::selected:
      return {.fill = Colour::selected, .line = 6, .line_colour = Colour::spruce, .shadow = &kLow};
    case Shape::card:
      return {.radius = 48, .shadow = &kDeep};
    case Shape::sheet:
      return {.radius = 48, .fill = Colour::paper, .shadow = &kDeep};
    case Shape::tag:
      return {.radius = 50, .fill = Colour::far};
    case Shape::scrim:
      return {.radius = 0, .fill = Colour::ink};
    case Shape::underline:
      return {.radius = 0, .fill = Colour::spruce};
    case Shape::dash:
      return {.radius = 6, .fill = Colour::spruce};
    case Shape::dot:
      return {.radius = 999, .fill = Colour::ink};
    case Shape::focus_fill:
      return {};
    case Shape::caret:
      return {.radius = 0, .fill = Colour::spruce};
    case Shape::spoken:
      return {.radius = 16, .fill = Colour::butter, .edge = 6, .edge_colour = Colour::spruce};
  }
  return {};
}

/// High contrast has no shadow and no edge: white or black, within a black line.
Look in_contrast(Look look, Shape shape) {
  const bool dark = look.fill == Colour::spruce || look.fill == Colour::ink;
  look.shadow = nullptr;
  look.edge = 0;
  if (!dark && shape != Shape::scrim) {
    look.line = shape == Shape::selected || shape == Shape::field_written ? 8 : 5;
    look.line_colour = Colour::ink;
  }
  return look;
}

double reach(const Shadow& shadow) {
  const int last = shadow.copies - 1;
  return shadow.y + shadow.y_step * last + shadow.spread + shadow.spread_step * last;
}

/// The layers add up in a mask and are coloured once: so faint a colour would be rounded away in each.
void paint_shadow(const Cairo& cairo, const Shadow& shadow, double w, double h, double radius,
                  const Theme& theme) {
  cairo_push_group_with_content(cairo.get(), CAIRO_CONTENT_ALPHA);
  for (int i = 0; i < shadow.copies; ++i) {
    const double y = shadow.y + shadow.y_step * i, spread = shadow.spread + shadow.spread_step * i;
    rounded_rect(cairo, -spread, y - spread, w + 2 * spread, h + 2 * spread, radius + spread);
    set_colour(cairo, {}, shadow.alpha);
    cairo_fill(cairo.get());
  }
  cairo_pattern_t* mask = cairo_pop_group(cairo.get());
  set_colour(cairo, is_dark(theme.mood) ? Rgb{} : kShadowDay);
  cairo_mask(cairo.get(), mask);
  cairo_pattern_destroy(mask);
}

void paint_edge(const Cairo& cairo, const Look& look, double w, double h, const Theme& theme) {
  // What lies below the same outline, moved up by the edge's height.
  cairo_push_group(cairo.get());
  rounded_rect(cairo, 0, 0, w, h, look.radius);
  if (look.dark_edge)
    set_colour(cairo, {}, .24);
  else
    set_colour(cairo, theme[look.edge_colour]);
  cairo_fill(cairo.get());
  cairo_set_operator(cairo.get(), CAIRO_OPERATOR_DEST_OUT);
  set_colour(cairo, {});
  rounded_rect(cairo, 0, -look.edge, w, h, look.radius);
  cairo_fill(cairo.get());
  cairo_pop_group_to_source(cairo.get());
  rounded_rect(cairo, 0, 0, w, h, look.radius);
  cairo_fill(cairo.get());
}

void paint_body(const Cairo& cairo, const Look& look, Shape shape, double w, double h, const Theme& theme) {
  if (look.fill) {
    rounded_rect(cairo, 0, 0, w, h, look.radius);
    const Rgb scrim = is_dark(theme.mood) ? Rgb{0x08, 0x10, 0x14} : theme[Colour::ink];
    if (shape == Shape::scrim)
      set_colour(cairo, scrim, .62);
    else
      set_colour(cairo, theme[*look.fill]);
    cairo_fill(cairo.get());
  }
  if (look.edge > 0) paint_edge(cairo, look, w, h, theme);
  if (look.line > 0) {
    const double in = look.line / 2;
    rounded_rect(cairo, in, in, w - look.line, h - look.line, look.radius - in);
    set_colour(cairo, theme[look.line_colour]);
    cairo_set_line_width(cairo.get(), look.line);
    cairo_stroke(cairo.get());
  }
}

Look look_in(const Theme& theme, Shape shape) {
  const Look look = look_of(shape);
  return theme.mood == Mood::contrast ? in_contrast(look, shape) : look;
}

}  // namespace

ShapeColours colours_of(Shape shape, const Theme& theme) {
  const Look look = look_in(theme, shape);
  ShapeColours colours;
  if (look.fill) colours.body = theme[*look.fill];
  if (look.line > 0) colours.line = theme[look.line_colour];
  return colours;
}

std::string shape_key(Shape shape, int width, int height) {
  // Only a shape narrower than its two round ends depends on its width.
  const int narrow = std::min(width, 2 * height + 2 * 64);
  return std::to_string(static_cast<int>(shape)) + ":" + std::to_string(narrow) + "x" +
         std::to_string(height);
}

float radius_of(Shape shape) {
  return static_cast<float>(look_of(shape).radius);
}

int ring_reach(float scale) {
  return static_cast<int>(std::ceil(kRingOut * scale));
}

Slices draw_ring(int width, int height, float radius, const Theme& theme, float scale) {
  const int reach_px = ring_reach(scale);
  const double corner = std::min<double>(radius, height / static_cast<double>(scale) / 2) + kRingOut;
  const int round = static_cast<int>(std::ceil(corner * scale)) + 8;
  const int drawn_width = std::min(width + 2 * reach_px, 2 * round + 2);
  Slices slices;
  slices.end = drawn_width / 2;
  const Surface surface = new_surface(drawn_width, height + 2 * reach_px);
  const Cairo cairo = new_cairo(surface);
  cairo_translate(cairo.get(), reach_px, reach_px);
  cairo_scale(cairo.get(), scale, scale);
  const double w = (drawn_width - 2 * reach_px) / static_cast<double>(scale);
  const double h = height / static_cast<double>(scale);
  const auto line = [&](double from, double to, Colour colour) {
    const double out = (from + to) / 2;
    rounded_rect(cairo, -out, -out, w + 2 * out, h + 2 * out, corner - kRingOut + out);
    set_colour(cairo, theme[colour]);
    cairo_set_line_width(cairo.get(), to - from + .5);
    cairo_stroke(cairo.get());
  };
  line(-4, 0, Colour::tile);
  line(8, kRingOut, Colour::tile);
  line(0, 8, Colour::focus);
  slices.pixels = to_pixels(surface);
  return slices;
}

Slices draw_shape(Shape shape, int width, int height, const Theme& theme, float scale) {
  const Look look = look_in(theme, shape);
  Slices slices;
  slices.margin = look.shadow == nullptr ? 0 : static_cast<int>(std::ceil(reach(*look.shadow) * scale)) + 1;
  const double h = height / static_cast<double>(scale);
  const int round = static_cast<int>(std::ceil(std::min(look.radius, h / 2) * scale)) + 8;
  const int drawn_width = std::min(width, 2 * round + 2);
  slices.end = slices.margin + drawn_width / 2;

  const Surface surface = new_surface(drawn_width + 2 * slices.margin, height + 2 * slices.margin);
  const Cairo cairo = new_cairo(surface);
  cairo_translate(cairo.get(), slices.margin, slices.margin);
  cairo_scale(cairo.get(), scale, scale);
  const double w = drawn_width / static_cast<double>(scale);
  if (look.shadow != nullptr) paint_shadow(cairo, *look.shadow, w, h, std::min(look.radius, h / 2), theme);
  paint_body(cairo, look, shape, w, h, theme);
  slices.pixels = to_pixels(surface);
  return slices;
}

}  // namespace farewell::kiosk
