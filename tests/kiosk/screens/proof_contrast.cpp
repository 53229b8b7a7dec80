#include <algorithm>
#include <cstdio>
#include <optional>
#include <vector>

#include "app/kiosk/ui/contrast.h"
#include "app/kiosk/ui/shapes.h"
#include "tests/kiosk/screens/proof.h"

namespace farewell::kiosk::proof {
namespace {

/// Transitions fade what is left behind; words that stay are whole.
constexpr float kWhole = .99f;

Rgb rgb(std::uint32_t argb) {
  return {static_cast<std::uint8_t>(argb >> 16), static_cast<std::uint8_t>(argb >> 8),
          static_cast<std::uint8_t>(argb)};
}

/// The least contrast of `colour` with what is seen of `backdrop` in `rect`.
double least_on(const Backdrop& backdrop, const Rect& rect, Rgb colour) {
  double least = 21;
  std::uint32_t last = 0;
  look_at(backdrop, rect, [&](std::uint32_t pixel) {
    if (pixel >> 24 < 255 || pixel == last) return;
    last = pixel;
    least = std::min(least, contrast(colour, rgb(pixel)));
  });
  return least;
}

/// The same for a shape, which blades of grass and petals at its edge do not hide: all but a tenth.
double mostly_on(const Backdrop& backdrop, const Rect& rect, Rgb colour) {
  std::vector<double> found;
  look_at(backdrop, rect, [&](std::uint32_t pixel) {
    if (pixel >> 24 == 255) found.push_back(contrast(colour, rgb(pixel)));
  });
  if (found.empty()) return 21;
  const auto tenth = found.begin() + static_cast<std::ptrdiff_t>(found.size() / 10);
  std::ranges::nth_element(found, tenth);
  return *tenth;
}

enum class Judged { text, shape };

/// The same with whatever lies behind the element at `index`: a box, a picture, or the land.
double least_behind(const Shown& shown, std::size_t index, const Rect& rect, Rgb colour, Judged judged) {
  const auto on = judged == Judged::text ? least_on : mostly_on;
  const float x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
  for (std::size_t i = index; i-- > 0;) {
    const Element& element = shown.scene.elements[i];
    if (const auto* box = std::get_if<Box>(&element)) {
      const auto body = colours_of(box->shape, shown.theme).body;
      if (body && box->rect.contains(x, y)) return contrast(colour, *body);
    } else if (const auto* picture = std::get_if<Picture>(&element)) {
      const Backdrop backdrop = backdrop_of(shown, *picture);
      if (covered(backdrop, rect) >= .9f) return on(backdrop, rect, colour);
    }
  }
  return on(land_of(shown), rect, colour);
}

void need(double found, double needed, const Element& element, const Tell& tell) {
  if (found >= needed) return;
  char text[64];
  std::snprintf(text, sizeof text, "stands out %.2f:1, %.1f:1 is needed: ", found, needed);
  tell(text + name_of(element));
}

/// What a shape is told by, if it tells anything that its word does not.
std::optional<Rgb> telling(const Box& box, const Theme& theme) {
  const ShapeColours colours = colours_of(box.shape, theme);
  switch (box.shape) {
    case Shape::primary:
    case Shape::primary_tile:
    case Shape::primary_key:
    case Shape::underline:
    case Shape::dash:
    case Shape::dot:
    case Shape::caret:
      return colours.body;
    case Shape::outline:
    case Shape::field:
    case Shape::field_active:
    case Shape::field_written:
    case Shape::selected:
      return colours.line;
    default:
      return std::nullopt;  // a cream tile upon cream is known by what it says
  }
}

}  // namespace

void check_contrast(const Shown& shown, const Tell& tell) {
  const auto& elements = shown.scene.elements;
  for (std::size_t i = first_in_sight(shown.scene); i < elements.size(); ++i) {
    if (const auto* text = std::get_if<Text>(&elements[i])) {
      if (text->alpha < kWhole) continue;
      const Rect ink = inked(shown, *text);
      if (ink.w > 0)
        need(least_behind(shown, i, ink, shown.theme[text->colour], Judged::text), kTextContrast, elements[i],
             tell);
    } else if (const auto* picture = std::get_if<Picture>(&elements[i])) {
      if (picture->name.starts_with("icons/"))
        need(least_behind(shown, i, picture->rect, shown.theme[picture->ink], Judged::shape), kShapeContrast,
             elements[i], tell);
    } else if (const auto* box = std::get_if<Box>(&elements[i])) {
      if (const auto colour = telling(*box, shown.theme))
        need(least_behind(shown, i, box->rect, *colour, Judged::shape), kShapeContrast, elements[i], tell);
    }
  }
}

}  // namespace farewell::kiosk::proof
