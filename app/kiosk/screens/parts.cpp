#include "app/kiosk/screens/parts.h"

#include <algorithm>
#include <utility>

namespace farewell::kiosk {
namespace {

constexpr float kIconGap = 20;
constexpr float kPadding = 40;

bool in_spruce(Shape shape) {
  return shape == Shape::primary || shape == Shape::primary_tile || shape == Shape::primary_key;
}

}  // namespace

void add_disc(Sketch& sketch, float x, float y, const Icon& icon, Intent intent, const std::string& label,
              Shape shape) {
  const int mark = sketch.mark();
  const Rect disc{x, y, kTarget, kTarget};
  const float inset = (kTarget - icon.px) / 2;
  sketch.box(disc, shape);
  sketch.picture({x + inset, y + inset, icon.px, icon.px}, icon.name,
                 in_spruce(shape) ? Colour::onspruce : Colour::ink);
  sketch.target(disc, std::move(intent), label, mark);
}

void add_back(Sketch& sketch, float x, float y, Intent intent) {
  add_disc(sketch, x, y, {"icons/back", 54}, std::move(intent), sketch.say("common.back"));
}

void add_button(Sketch& sketch, const Button& button, Intent intent, const std::string& label) {
  const int mark = sketch.mark();
  const Rect& rect = button.rect;
  const Colour ink = in_spruce(button.shape) ? Colour::onspruce : Colour::ink;
  bool before = !button.before.name.empty();
  bool after = !button.after.name.empty();
  float icons = (before ? button.before.px + kIconGap : 0) + (after ? button.after.px + kIconGap : 0);
  const auto fit = [&](Align align) {
    const Lettering lettering{
        .role = Role::button, .weight = button.weight, .colour = ink, .align = align, .stand = Stand::middle};
    return sketch.fit_even(button.word, lettering, rect.w - icons - 24,
                           {{button.px, 1.25f, 1}, {button.px, 1.1f, 2}, {40, 1, 3}, {kLeastLabel, .88f, 3}},
                           rect.h - button.foot - 6);
  };
  Fitted word = fit(before || after ? Align::start : Align::centre);
  if (!word.fits && (before || after)) {  // a long word takes the icons' room
    before = after = false;
    icons = 0;
    word = fit(Align::centre);
  }

  sketch.box(rect, button.shape);
  const float middle = rect.y + (rect.h - button.foot) / 2;
  float x = rect.x + (rect.w - word.width - icons) / 2;
  const auto icon = [&](const Icon& which) {
    sketch.picture({x, middle - which.px / 2, which.px, which.px}, which.name, ink);
    x += which.px + kIconGap;
  };
  if (before) icon(button.before);
  sketch.text({x, rect.y, word.width, rect.h - button.foot}, word.text, word.lettering);
  x += word.width + kIconGap;
  if (after) icon(button.after);
  sketch.target(rect, std::move(intent), label, mark);
}

float button_width(const Sketch& sketch, const std::string& word, float icon_px) {
  const Lettering lettering{.role = Role::button, .px = sketch.large() ? kLargeLabel : 0.f};
  return sketch.text_width(word, lettering) + kIconGap + icon_px + 2 * kPadding;
}

float under_badge(const Rect& tile) {
  return tile.y < 12 ? 36.f : 10.f;
}

void add_badge(Sketch& sketch, const Rect& tile) {
  const float x = std::min(tile.right() + 16, sketch.width() - 2) - 56;
  sketch.picture({x, std::max(tile.y - 16, 2.f), 56, 56}, "parts/badge");
}

}  // namespace farewell::kiosk
