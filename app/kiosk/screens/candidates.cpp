// The row of candidates between the text field and the keyboard.

#include <algorithm>
#include <cstddef>

#include "app/kiosk/screens/keyboard.h"

namespace farewell::kiosk {
namespace {

constexpr float kGap = 10;
constexpr float kPadding = 28;
constexpr float kLeast = 104;  ///< the narrowest candidate's cell
constexpr float kMore = 110;   ///< what leads to the next ones

Lettering lettering_of(bool first) {
  return {.role = Role::key,
          .px = 46,
          .least = 25,
          .line = 1.2f,
          .weight = first ? 700 : 0,
          .colour = first ? Colour::onspruce : Colour::ink,
          .align = Align::centre,
          .stand = Stand::middle,
          .typed = true};
}

/// While new ones are being looked for, the old ones stay to be seen, not to be touched.
void add_candidate(Sketch& sketch, const Rect& cell, std::size_t number) {
  const KeyboardState& keyboard = sketch.view().keyboard;
  const std::string& text = keyboard.candidates[number].text;
  const bool first = number == 0;
  const int mark = sketch.mark();
  const Rect cap{cell.x, cell.y + 4, cell.w - kGap, cell.h - 12};
  sketch.box(cap, first ? Shape::primary_key : Shape::key);
  const Fitted fitted = sketch.fit(text, lettering_of(first), cap.w - 16,
                                   {{46, 1.2f, 1}, {38, 1.2f, 1}, {32, 1.1f, 2}, {26, 1.1f, 2}}, cap.h - 5);
  sketch.text({cap.x + 8, cap.y, cap.w - 16, cap.h - 5}, fitted.text, fitted.lettering);
  if (keyboard.candidates_hold()) sketch.target(cell, CandidateChosen{number}, text, mark);
}

void add_more(Sketch& sketch, const Rect& cell, std::size_t next) {
  const int mark = sketch.mark();
  const Rect cap{cell.x, cell.y + 4, cell.w - kGap, cell.h - 12};
  sketch.box(cap, Shape::function_key);
  sketch.picture({cap.x + cap.w / 2 - 24, cap.y + (cap.h - 5) / 2 - 24, 48, 48}, "icons/fwd");
  sketch.target(cell, CandidatesTurned{next}, sketch.say("words.more"), mark);
}

}  // namespace

void add_candidates(Sketch& sketch, const Rect& strip) {
  const KeyboardState& keyboard = sketch.view().keyboard;
  const std::size_t all = keyboard.candidates.size();
  const std::size_t from = keyboard.candidates_from < all ? keyboard.candidates_from : 0;
  const auto width_of = [&](std::size_t number) {
    const float text = sketch.text_width(keyboard.candidates[number].text, lettering_of(number == 0));
    return std::min(std::max(kLeast, text + 2 * kPadding) + kGap, strip.w - kMore);
  };
  float x = strip.x;
  std::size_t number = from;
  for (; number < all; ++number) {
    const float w = width_of(number);
    const bool last = from == 0 && number + 1 == all;
    if (x + w > strip.right() - (last ? 0 : kMore)) break;
    add_candidate(sketch, {x, strip.y, w, strip.h}, number);
    x += w;
  }
  const bool paged = from > 0 || number < all;
  if (paged && keyboard.candidates_hold())
    add_more(sketch, {strip.right() - kMore + kGap, strip.y, kMore, strip.h}, number < all ? number : 0);
}

}  // namespace farewell::kiosk
