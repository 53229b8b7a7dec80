// The parts of every Goodbye: its words, its one way out.

#include <algorithm>

#include "app/kiosk/screens/goodbye.h"
#include "app/kiosk/screens/parts.h"

namespace farewell::kiosk {

void add_way_out(Sketch& sketch, const std::string& word, const Rect& rect) {
  Button button{.rect = rect, .word = word};
  button.foot = 4;
  add_button(sketch, button, visit::Action{visit::AllDoneTapped{}}, word);
}

Rect add_way_out(Sketch& sketch, const std::string& word, float x, float y) {
  const float w = std::max(250.f, sketch.text_width(word, {.role = Role::button, .weight = 600}) + 104);
  const float most = sketch.small() ? sketch.width() / 2 : sketch.width() - 2 * x;
  const Rect rect{x, y, std::min(w, most), kTarget};
  add_way_out(sketch, word, rect);
  return rect;
}

float Column::add(const Fitted& text, float gap, float row) {
  constexpr float kApart = 4;
  const float spare = std::max(0.f, (row - text.height) / 2);
  const float y = std::max(end_ + gap + spare, ink_end_ + kApart - text.ink_top);
  end_ = y + text.height + spare;
  ink_end_ = y + text.ink_bottom;
  return y;
}

float add_words(Sketch& sketch, const Rect& room, const std::string& title,
                const std::vector<Step>& title_steps, const std::string& body,
                const std::vector<Step>& body_steps, float gap, float body_width) {
  const Fitted first = sketch.fit(title, {.role = Role::goodbye}, room.w, title_steps);
  Column column(room.y);
  sketch.text({room.x, column.add(first, 0), room.w, first.height}, first.text, first.lettering);
  if (body.empty()) return column.end() + gap;
  const float w = body_width > 0 ? body_width : room.w - 2;
  const Fitted second = sketch.fit(body, {.role = Role::body}, w, body_steps);
  sketch.text({room.x + 2, column.add(second, gap), w, second.height}, second.text, second.lettering);
  return column.end();
}

Rect within_reach(const Sketch& sketch, Rect gift) {
  if (!sketch.reach()) return gift;
  const float foot = gift.bottom();
  gift.y = std::max(gift.y, sketch.height() / 2);
  gift.h = foot - gift.y;
  return gift;
}

void add_gift_foot(Sketch& sketch, const Rect& gift, const std::string& label) {
  const float height = sketch.height();
  const bool tall = sketch.portrait(), small = sketch.small();
  const Rect way_out = add_way_out(sketch, sketch.say("goodbye.done"),
                                   tall    ? 28
                                   : small ? 24
                                           : 48,
                                   tall ? height - 152 : height - (small ? 126 : 136));
  Rect touched = within_reach(sketch, gift);
  const float end = touched.right();
  if (touched.bottom() > way_out.y - kGap) touched.x = std::max(touched.x, way_out.right() + kGap);
  touched.w = end - touched.x;
  sketch.target(touched, visit::Action{visit::SurpriseTouched{}}, label, sketch.mark());
}

std::string sentences(const std::string& first, const std::string& second) {
  const bool wide_stop = first.ends_with("。");
  return first + (wide_stop ? "" : " ") + second;
}

Colour ink_on_board(const Theme& theme) {
  return theme[Colour::ink].g < 128 ? Colour::ink : Colour::onspruce;
}

}  // namespace farewell::kiosk
