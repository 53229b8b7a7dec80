#include "tests/kiosk/screens/proof.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

#include "app/kiosk/ui/shapes.h"
#include "app/kiosk/ui/text_request.h"

namespace farewell::kiosk::proof {
namespace {

constexpr float kTargetMm = 20, kKeyMm = 15, kGapMm = 3;
constexpr float kCapitalMm = 4.8f, kLargeCapitalMm = 7.3f;
constexpr float kFineCapitalMm = 3;  // of fine print, and words on keys
constexpr float kEightInchesMm = 203;
// Where fifteen millimetres a row do not fit: five rows on seven inches, and in half of a panel.
constexpr float kTightKeyMm = 12, kReachedKeyMm = 11;
constexpr float kRoundingMm = .06f;  // reference pixels are whole

/// A capital's height over the size. Source: the fonts' OS/2 tables.
float capital_em(const TypeStyle& style) {
  return style.family == "Vollkorn" ? .676f : .7175f;
}

std::string figures(const char* format, double one, double other) {
  char text[96];
  std::snprintf(text, sizeof text, format, one, other);
  return text;
}

bool is_key(Shape shape) {
  return shape == Shape::key || shape == Shape::function_key || shape == Shape::primary_key ||
         shape == Shape::pad_key || shape == Shape::pad_function_key;
}

/// Shapes that words stand in, not the strokes beside them.
bool is_room(Shape shape) {
  switch (shape) {
    case Shape::scrim:
    case Shape::underline:
    case Shape::dash:
    case Shape::dot:
    case Shape::caret:
      return false;
    default:
      return true;
  }
}

bool is_keyboard_key(const Scene& scene, const Target& target) {
  for (int i = target.element_from; i < target.element_to; ++i) {
    const auto* box = std::get_if<Box>(&scene.elements[static_cast<std::size_t>(i)]);
    if (box != nullptr && is_key(box->shape)) return true;
  }
  return false;
}

bool is_within(const Rect& inner, const Rect& outer, float slack) {
  return inner.x >= outer.x - slack && inner.y >= outer.y - slack && inner.right() <= outer.right() + slack &&
         inner.bottom() <= outer.bottom() + slack;
}

/// A turned picture is larger than its rect, about the same middle.
Rect reach_of(const Picture& picture) {
  if (picture.turn == 0) return picture.rect;
  const Rect& rect = picture.rect;
  const float half = std::hypot(rect.w, rect.h) / 2, x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
  return {x - half, y - half, 2 * half, 2 * half};
}

Rect window_of(const Shown& shown) {
  return {0, 0, static_cast<float>(shown.metrics.width), static_cast<float>(shown.metrics.height)};
}

TextRequest request_of(const Shown& shown, const Text& text) {
  return request_for(text, shown.theme, shown.metrics, shown.scene.right_to_left, shown.language);
}

/// The box that a text at `index` was put in, if any.
const Box* box_around(const Shown& shown, std::size_t index, const Rect& ink) {
  const float x = ink.x + ink.w / 2, y = ink.y + ink.h / 2;
  for (std::size_t i = index; i-- > 0;) {
    const auto* box = std::get_if<Box>(&shown.scene.elements[i]);
    if (box != nullptr && is_room(box->shape) && box->rect.contains(x, y)) return box;
  }
  return nullptr;
}

void check_text(const Shown& shown, std::size_t index, const Text& text, const Tell& tell) {
  const TextRequest request = request_of(shown, text);
  const TextSize size = shown.type.measure(request);
  const float slack = 1.5f * std::max(shown.metrics.scale, 1.f);
  if (size.overflows) tell("does not fit: " + text.text);
  if (size.missing_glyph) tell("lacks a glyph: " + text.text);
  if (size.height > text.rect.h + slack) tell("is too high: " + text.text);
  const Rect ink = inked(shown, text);
  if (!is_within(ink, window_of(shown), 0)) tell("leaves the window: " + text.text);
  const Box* box = box_around(shown, index, ink);
  const bool fine = text.role == Role::legal || (box != nullptr && is_key(box->shape));
  const float least = fine ? kFineCapitalMm : shown.large ? kLargeCapitalMm : kCapitalMm;
  if (box != nullptr && !is_within(ink, box->rect, 0)) tell("leaves its box: " + text.text);
  const float capital = shown.metrics.mm(request.style.px * capital_em(request.style));
  if (capital < least - kRoundingMm)
    tell(figures("its capitals are %.2f mm, %.1f are needed: ", capital, least) + text.text);
}

float gap_between(const Rect& one, const Rect& other) {
  const float across = std::max(one.x - other.right(), other.x - one.right());
  const float down = std::max(one.y - other.bottom(), other.y - one.bottom());
  return std::max(across, down);
}

/// Where the lines of a text begin.
float top_of(const Text& text, const TextSize& size) {
  return text.rect.y + (text.stand == Stand::middle ? (text.rect.h - size.height) / 2 : 0);
}

/// Whether letters come close to what a picture shows, pixel by pixel: a badge may stand at the end of a
/// short line, where the box around all lines of a text would reach.
bool is_close(const Shown& shown, const Text& text, const TextSize& size, const Backdrop& backdrop) {
  const Pixels letters = shown.type.draw(request_of(shown, text));
  const float x = text.rect.x + static_cast<float>(letters.left);
  const float y = top_of(text, size) + static_cast<float>(letters.top);
  const float apart = 4 * shown.metrics.scale;
  bool close = false;
  for (std::size_t i = 0; i < letters.argb.size() && !close; ++i) {
    if (letters.argb[i] >> 24 <= 127) continue;
    const auto column = static_cast<float>(static_cast<int>(i) % letters.width);
    const auto row = static_cast<float>(static_cast<int>(i) / letters.width);
    const Rect around{x + column - apart, y + row - apart, 2 * apart, 2 * apart};
    look_at(backdrop, around, [&](std::uint32_t pixel) { close = close || pixel >> 24 > 127; });
  }
  return close;
}

/// Whether a text lies on some of a picture: wholly upon it, as on a board, it may stand.
bool lies_on(const Shown& shown, const Text& text, const Rect& ink, const Picture& picture) {
  if (!overlap(ink, reach_of(picture), 0)) return false;
  const Backdrop backdrop = backdrop_of(shown, picture);
  const float share = covered(backdrop, ink);
  if (share <= .004f || share >= .9f) return false;
  const TextSize size = shown.type.measure(request_of(shown, text));
  return size.lines == 1 || is_close(shown, text, size, backdrop);
}

}  // namespace

std::size_t first_in_sight(const Scene& scene) {
  for (std::size_t i = scene.elements.size(); i-- > 0;) {
    const auto* box = std::get_if<Box>(&scene.elements[i]);
    if (box != nullptr && box->shape == Shape::scrim) return i;
  }
  return 0;
}

std::string name_of(const Element& element) {
  if (const auto* text = std::get_if<Text>(&element)) return "the text '" + text->text + "'";
  if (const auto* picture = std::get_if<Picture>(&element)) return "the picture " + picture->name;
  if (std::holds_alternative<Matrix>(element)) return "the code";
  return "a box of shape " + std::to_string(static_cast<int>(std::get<Box>(element).shape));
}

bool overlap(const Rect& one, const Rect& other, float slack) {
  return one.x + slack < other.right() && other.x + slack < one.right() && one.y + slack < other.bottom() &&
         other.y + slack < one.bottom();
}

Rect inked(const Shown& shown, const Text& text) {
  const TextSize size = shown.type.measure(request_of(shown, text));
  if (size.ink_right < size.ink_left) return {};
  return {text.rect.x + size.ink_left, top_of(text, size) + size.ink_top, size.ink_right - size.ink_left,
          size.ink_bottom - size.ink_top};
}

void check_room(const Shown& shown, const Tell& tell) {
  const auto& elements = shown.scene.elements;
  for (std::size_t i = first_in_sight(shown.scene); i < elements.size(); ++i) {
    const auto* box = std::get_if<Box>(&elements[i]);
    if (box != nullptr && box->shape == Shape::sheet) continue;  // it comes from below
    const Rect rect = std::visit([](const auto& element) { return element.rect; }, elements[i]);
    if (!is_within(rect, window_of(shown), 1)) tell("leaves the window: " + name_of(elements[i]));
    if (const auto* text = std::get_if<Text>(&elements[i])) check_text(shown, i, *text, tell);
    if (const auto* picture = std::get_if<Picture>(&elements[i]))
      if (backdrop_of(shown, *picture).argb == nullptr) tell("is not among the art: " + picture->name);
  }
}

void check_overlaps(const Shown& shown, const Tell& tell) {
  const auto& elements = shown.scene.elements;
  const std::size_t from = first_in_sight(shown.scene);
  std::vector<Rect> inks(elements.size());
  for (std::size_t i = from; i < elements.size(); ++i)
    if (const auto* text = std::get_if<Text>(&elements[i])) inks[i] = inked(shown, *text);
  for (std::size_t i = from; i < elements.size(); ++i) {
    const auto* text = std::get_if<Text>(&elements[i]);
    if (text == nullptr) continue;
    const Rect& ink = inks[i];
    const Box* around = box_around(shown, i, ink);
    for (std::size_t k = from; k < elements.size(); ++k) {
      if (k == i) continue;
      if (std::holds_alternative<Text>(elements[k])) {
        if (k < i && overlap(ink, inks[k], 1))
          tell(name_of(elements[i]) + " lies on " + name_of(elements[k]));
      } else if (const auto* picture = std::get_if<Picture>(&elements[k])) {
        if (lies_on(shown, *text, ink, *picture))
          tell(name_of(elements[i]) + " lies on " + name_of(elements[k]));
      } else if (const auto* matrix = std::get_if<Matrix>(&elements[k])) {
        if (overlap(ink, matrix->rect, 1)) tell(name_of(elements[i]) + " lies on the code");
      } else if (const auto& box = std::get<Box>(elements[k]); is_room(box.shape) && &box != around) {
        const bool under = k < i && is_within(ink, box.rect, 0);
        if (!under && overlap(ink, box.rect, 1))
          tell(name_of(elements[i]) + " lies on " + name_of(elements[k]));
      }
    }
  }
}

void check_targets(const Shown& shown, const Tell& tell) {
  const auto& targets = shown.scene.targets;
  const Metrics& metrics = shown.metrics;
  const float diagonal =
      metrics.mm(std::hypot(static_cast<float>(metrics.width), static_cast<float>(metrics.height)));
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const Target& target = targets[i];
    if (target.label.empty()) tell("a target without a name");
    if (!is_within(target.rect, window_of(shown), 1)) tell("leaves the window: target " + target.label);
    const bool key = is_keyboard_key(shown.scene, target);
    // Where eleven keys of that width do not fit side by side, they are as wide as they can be.
    const float panel_mm = metrics.mm(static_cast<float>(metrics.width));
    const float key_mm = shown.reach ? kReachedKeyMm : diagonal < kEightInchesMm ? kTightKeyMm : kKeyMm;
    const float least = key ? key_mm : kTargetMm;
    const float least_w = key ? std::min(least, panel_mm / 11.2f) : least;
    const float w = metrics.mm(target.rect.w), h = metrics.mm(target.rect.h);
    if (w < least_w - kRoundingMm || h < least - kRoundingMm)
      tell(figures("is %.1f by %.1f mm: target ", w, h) + target.label);
    for (std::size_t k = i + 1; k < targets.size(); ++k) {
      const float gap = gap_between(target.rect, targets[k].rect);
      // A keyboard's cells leave no gap, so that none is missed.
      const bool cells = key && is_keyboard_key(shown.scene, targets[k]);
      const float needed = cells ? 0 : kGapMm;
      if (metrics.mm(gap) < needed - kRoundingMm)
        tell(figures("are %.1f mm apart, %.0f are needed: ", metrics.mm(gap), needed) + target.label +
             " and " + targets[k].label);
    }
  }
}

void check_all(const Shown& shown, const Tell& tell) {
  check_room(shown, tell);
  check_overlaps(shown, tell);
  check_targets(shown, tell);
  check_contrast(shown, tell);
}

}  // namespace farewell::kiosk::proof
