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

void add_back(Sketch& sketch, float x, float y, Intent intent) {
  const int mark = sketch.mark();
  const Rect disc{x, y, kTarget, kTarget};
  sketch.box(disc, Shape::disc);
  sketch.picture({x + 32, y + 32, 54, 54}, "icons/back");
  sketch.target(disc, std::move(intent), sketch.say("common.back"), mark);
}

void add_button(Sketch& sketch, const Button& button, Intent intent, const std::string& label) {
  const int mark = sketch.mark();
  const Rect& rect = button.rect;
  const Colour ink = in_spruce(button.shape) ? Colour::onspruce : Colour::ink;
  const bool before = !button.before.name.empty();
  const bool after = !button.after.name.empty();
  const float icons = (before ? button.before.px + kIconGap : 0) + (after ? button.after.px + kIconGap : 0);
  const Lettering lettering{.role = Role::button,
                            .weight = button.weight,
                            .colour = ink,
                            .align = before || after ? Align::start : Align::centre,
                            .stand = Stand::middle};
  const float room = rect.w - icons - 24;
  const Fitted word = sketch.fit_even(
      button.word, lettering, room,
      {{button.px, 1.25f, 1}, {button.px, 1.1f, 2}, {36, 1.1f, 2}, {32, 1.1f, 3}, {28, 1.1f, 3}},
      rect.h - button.foot - 6);

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
  const Lettering lettering{.role = Role::button, .px = sketch.large() ? 61.f : 0.f};
  return sketch.text_width(word, lettering) + kIconGap + icon_px + 2 * kPadding;
}

void add_badge(Sketch& sketch, const Rect& tile) {
  const float x = std::min(tile.right() + 12, sketch.width() - 2) - 56;
  sketch.picture({x, std::max(tile.y - 12, 2.f), 56, 56}, "parts/badge");
}

}  // namespace farewell::kiosk
