#include "app/kiosk/screens/goodbye_stack.h"

#include <algorithm>
#include <string_view>

#include "app/kiosk/screens/goodbye.h"
#include "app/kiosk/screens/parts.h"

namespace farewell::kiosk {
namespace {

struct Sizes {
  float title, body, line, gap;
};

/// Best first; the last is as small as the mode allows.
std::vector<Sizes> sizes_of(const Sketch& sketch) {
  if (sketch.large()) {
    const float title = sketch.fixed(kLeastLargeDisplay), body = sketch.fixed(kLeastLargeLabel);
    if (sketch.small()) return {{76, 61, 1.1f, 14}, {66, 61, 1.06f, 10}, {title, body, 1, 6}};
    return {{100, 64, 1.15f, 28},
            {88, 61, 1.1f, 22},
            {76, 61, 1.1f, 18},
            {66, 61, 1.06f, 12},
            {title, body, 1, 8}};
  }
  return {{66, 44, 1.2f, 20},
          {60, 42, 1.16f, 16},
          {54, 40, 1.12f, 14},
          {48, 40, 1.08f, 12},
          {42, 39.5f, 1.04f, 8}};
}

Stack lay_out(const Sketch& sketch, const Rect& room, const Way& way, const Sizes& sizes) {
  constexpr int kManyLines = 12;
  Stack stack{.room = room, .fits = true};
  Column column(room.y);
  for (const Said& said : way) {
    const bool speaks = said.role != Role::body;
    const float px = speaks ? sizes.title : sizes.body, line = speaks ? 1.03f : sizes.line;
    Fitted text = sketch.fit_exactly(said.text, {.role = said.role}, room.w, {{px, line, kManyLines}});
    stack.fits = stack.fits && text.fits;
    const float y = column.add(text, stack.lines.empty() ? 0 : sizes.gap);
    stack.lines.push_back({std::move(text), y});
  }
  stack.end = column.end();
  stack.fits = stack.fits && stack.end <= room.bottom();
  return stack;
}

/// Without the marks between its phrases, Japanese breaks between any two letters.
Way unbound(Way way) {
  constexpr std::string_view kMark = "\u200b";
  for (Said& said : way)
    for (std::size_t at = 0; (at = said.text.find(kMark, at)) != std::string::npos;)
      said.text.erase(at, kMark.size());
  return way;
}

float margin_of(const Sketch& sketch) {
  return sketch.small() ? 24.f : sketch.portrait() ? 40.f : 48.f;
}

}  // namespace

bool is_stacked(const Sketch& sketch) {
  return sketch.large() || (sketch.small() && sketch.portrait());
}

Stack lay_out(const Sketch& sketch, const Rect& room, const std::vector<Way>& ways) {
  Stack stack;
  for (const Way& way : ways) {
    for (const Way& bound : {way, unbound(way)}) {
      for (const Sizes& sizes : sizes_of(sketch)) {
        stack = lay_out(sketch, room, bound, sizes);
        if (stack.fits) return stack;
      }
    }
  }
  return stack;
}

void add_stack(Sketch& sketch, const Stack& stack) {
  for (const Stack::Line& line : stack.lines)
    sketch.text({stack.room.x, line.y, stack.room.w, line.text.height}, line.text.text, line.text.lettering);
}

float stacked_button_height(const Sketch& sketch, const std::string& word, float width) {
  const float px = sketch.large() ? kLargeLabel : 40.f;
  const Fitted fitted = sketch.fit_exactly(word, {.role = Role::button, .px = px}, width - 24,
                                           {{px, 1.06f, 1}, {px, 1.06f, 2}, {px, 1.06f, 3}});
  return std::max(kTarget, fitted.height + 20);
}

Rect stacked_way_out(const Sketch& sketch, const std::string& word, float most) {
  const float margin = margin_of(sketch), inset = sketch.small() ? 64.f : 104.f;
  if (most == 0) most = sketch.width() - 2 * margin;
  const float px = sketch.large() ? kLargeLabel : 40.f;
  const Lettering lettering{.role = Role::button, .px = px, .weight = 600};
  const float w = std::min(most, std::max(250.f, sketch.text_width(word, lettering) + inset));
  const float h = stacked_button_height(sketch, word, w);
  return {margin, sketch.height() - (sketch.small() ? 14.f : 20.f) - h, w, h};
}

Rect stacked_words(const Sketch& sketch, const Rect& way_out) {
  const float x = margin_of(sketch) + 4;
  const float y = sketch.small() ? (sketch.portrait() ? 28.f : 16.f) : 48.f;
  return {x, y, sketch.width() - 2 * x, way_out.y - 14 - y};
}

Rect stacked_rest(const Sketch& sketch, const Rect& way_out, float words_end) {
  constexpr float kApart = 16;
  const float y = words_end + kApart;
  if (sketch.portrait()) return {24, y, sketch.width() - 48, way_out.y - kGap - y};
  const float x = way_out.right() + kGap;
  return {x, y, sketch.width() - 20 - x, sketch.height() - 14 - y};
}

}  // namespace farewell::kiosk
