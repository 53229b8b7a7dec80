// The quiet Goodbye, after an unhappy answer: a table, and who comes, or thanks. A treat, if one was drawn,
// lies there without a festive word.

#include <algorithm>
#include <string>
#include <vector>

#include "app/kiosk/screens/goodbye.h"
#include "app/kiosk/screens/goodbye_stack.h"
#include "app/kiosk/screens/parts.h"
#include "core/base/text.h"

namespace farewell::kiosk {
namespace {

struct Words {
  std::string title;
  std::string body;
  std::string detail = {};
  std::string way_out;
};

Words quiet_words(const Sketch& sketch, visit::Farewell which) {
  const std::string& helper = sketch.view().state.visit->helper;
  switch (which) {
    case visit::Farewell::quiet_person:
      return {helper.empty() ? sketch.say("quiet_person.title_someone")
                             : sketch.say("quiet_person.title", {{"name", helper}}),
              sketch.say("quiet_person.body"), sketch.say("quiet_person.detail"),
              sketch.say("quiet_person.leave")};
    case visit::Farewell::quiet_ringing:
      return {sketch.say("quiet_ringing.title"),
              sketch.say("quiet_ringing.body"),
              {},
              sketch.say("quiet_ringing.leave")};
    case visit::Farewell::quiet_desk:
      return {
          sketch.say("quiet_desk.title"), sketch.say("quiet_desk.body"), {}, sketch.say("quiet_desk.done")};
    case visit::Farewell::quiet_contact:
      return {sketch.say("quiet_contact.title"),
              sketch.say("quiet_contact.body"),
              {},
              sketch.say("quiet_contact.done")};
    default:
      return {sketch.say("quiet_noted.title"),
              sketch.say("quiet_noted.body"),
              {},
              sketch.say("quiet_noted.done")};
  }
}

bool with_a_cup(visit::Farewell which) {
  return which == visit::Farewell::quiet_person || which == visit::Farewell::quiet_ringing ||
         which == visit::Farewell::quiet_desk;
}

void add_still_life(Sketch& sketch, visit::Farewell which, float ground) {
  const float width = sketch.width();
  const bool tall = sketch.portrait(), small = sketch.small();
  if (with_a_cup(which)) {
    // The cup stands with its saucer at (150, 265) of 310 by 300.
    const float s = small  ? .8f
                    : tall ? .95f
                           : 1.36f,
                x = tall ? width - 250 : width - (small ? 170 : 312), y = ground + (small ? 50 : 60);
    sketch.picture({x - 150 * s, y - 265 * s, 310 * s, 300 * s}, "parts/cup-green");
  } else {
    // The book lies with its spine's foot at (260, 220) of 540 by 300.
    const float s = small  ? .62f
                    : tall ? .9f
                           : 1,
                x = tall ? width - 290 : width - (small ? 200 : 360), y = ground + 36;
    sketch.picture({x - 260 * s, y - 220 * s, 540 * s, 300 * s}, "parts/book");
  }
}

/// What who comes knows, beside the first letter of their name as a round seal; alone, if it is larger so.
void add_detail(Sketch& sketch, const std::string& helper, const std::string& detail, const Rect& room) {
  constexpr float kSeal = 132, kGap = 26;
  const auto fit = [&](float w) {
    return sketch.fit(detail, {.role = Role::body, .stand = Stand::middle}, w,
                      {{40, 1.24f, 2}, {40, 1.1f, 3}, {40, 1.05f, 4}}, room.h);
  };
  Fitted text = fit(room.w);
  float x = room.x;
  const Fitted beside = fit(room.w - kSeal - kGap);
  if (!helper.empty() && beside.lettering.px >= text.lettering.px) {
    sketch.picture({x, room.y, kSeal, kSeal}, "parts/seal");
    const Lettering letter{.role = Role::small_title,
                           .px = 66,
                           .weight = 600,
                           .colour = ink_on_board(sketch.view().theme),
                           .align = Align::centre,
                           .stand = Stand::middle,
                           .aloud = Aloud::no};
    sketch.text({x, room.y, kSeal, kSeal}, std::string(grapheme_prefix(helper, 1)), letter);
    text = beside;
    x += kSeal + kGap;
  }
  const float h = std::max(std::min(kSeal, room.h), text.height);
  sketch.text({x, room.y, room.right() - x, h}, text.text, text.lettering);
}

/// The treat lies where the book or the cup would.
void add_quiet_treat(Sketch& sketch, visit::Farewell which) {
  const float height = sketch.height();
  const bool tall = sketch.portrait(), small = sketch.small();
  const Rect board = treat_board(sketch);
  sketch.content_begins();
  const Words words = quiet_words(sketch, which);
  if (is_stacked(sketch)) {
    const TreatHead head{.role = Role::quiet, .title = words.title, .title_steps = {}, .milestone = {}};
    add_stacked_treat(sketch, head, words.way_out);
    return;
  }
  add_treat_board(sketch, board);
  const float x = tall ? 48 : small ? 28 : 64;
  const float room = (tall ? sketch.width() - 48 : board.x - (small ? 20 : 36)) - x;
  const TreatHead head{
      .role = Role::quiet,
      .title = words.title,
      .title_steps = small
                         ? std::vector<Step>{{48, 1.04f, 2}, {42, 1.04f, 3}, {36, 1.04f, 4}}
                         : std::vector<Step>{{80, 1.04f, 2}, {70, 1.04f, 3}, {60, 1.04f, 3}, {52, 1.04f, 4}},
      .milestone = {},
      .gap = small ? 14.f : 28.f};
  add_treat_words(sketch, head, x, small ? 20.f : tall ? 84.f : 72.f, room);
  add_way_out(sketch, words.way_out,
              tall    ? 40
              : small ? 24
                      : 48,
              tall ? height - 152 : height - (small ? 126 : 144));
}

/// The statement first; what there is no room for is left out from the end.
std::vector<Way> ways_to_state(const Words& words) {
  const Said title{Role::quiet, words.title}, body{Role::body, words.body}, detail{Role::body, words.detail};
  const Said first_line{Role::body, words.body.substr(0, words.body.find('\n'))};
  std::vector<Way> ways;
  if (!words.detail.empty()) ways.push_back({title, body, detail});
  ways.insert(ways.end(), {{title, body}, {title, first_line}, {title}});
  return ways;
}

/// Cup or book, as large as it fits, with its foot on the table.
void add_still_life_in(Sketch& sketch, visit::Farewell which, const Rect& rest) {
  constexpr float kCupW = 310, kBookW = 540, kHeight = 300, kLeast = .4f, kMost = 1.2f;  // of the drawings
  const bool cup = with_a_cup(which);
  const float width = cup ? kCupW : kBookW, s = std::min({kMost, rest.w / width, rest.h / kHeight});
  if (s < kLeast) return;
  const float w = width * s, h = kHeight * s;
  const float x = sketch.portrait() ? rest.x + (rest.w - w) / 2 : rest.right() - w;
  sketch.picture({x, rest.bottom() - h, w, h}, cup ? "parts/cup-green" : "parts/book");
}

void add_stacked_quiet(Sketch& sketch, visit::Farewell which) {
  const Words words = quiet_words(sketch, which);
  const Rect way_out = stacked_way_out(sketch, words.way_out);
  const Stack stack = lay_out(sketch, stacked_words(sketch, way_out), ways_to_state(words));
  add_still_life_in(sketch, which, stacked_rest(sketch, way_out, stack.end));
  sketch.content_begins();
  add_stack(sketch, stack);
  sketch.words_end(stack.end);
  add_way_out(sketch, words.way_out, way_out);
}

}  // namespace

void add_quiet(Sketch& sketch, visit::Farewell which) {
  const float width = sketch.width(), height = sketch.height();
  const bool tall = sketch.portrait(), small = sketch.small();
  const float ground = small ? height - 150 : tall ? height - 250 : height - 160;
  sketch.background(Land::table, ground);
  const bool treat = sketch.view().state.visit->treat != visit::Treat::none;
  if (treat) return add_quiet_treat(sketch, which);
  if (is_stacked(sketch)) return add_stacked_quiet(sketch, which);
  add_still_life(sketch, which, ground);
  sketch.content_begins();
  const Words words = quiet_words(sketch, which);
  const float top = tall ? 150 : 112;
  const Rect room = small  ? Rect{28, 24, width - 56, 200}
                    : tall ? Rect{48, top, width - 96, 300}
                           : Rect{64, top, width - 128, 300};
  const std::vector<Step> title_steps =
      small ? std::vector<Step>{{60, 1.04f, 1}, {52, 1.04f, 2}, {44, 1.04f, 2}}
            : std::vector<Step>{{92, 1.04f, tall ? 3 : 1}, {88, 1.04f, 2}, {76, 1.04f, 3}};
  const std::vector<Step> body_steps = small
                                           ? std::vector<Step>{{40, 1.2f, 3}, {40, 1.1f, 4}, {40, 1.04f, 6}}
                                           : std::vector<Step>{{44, 1.28f, 3}, {40, 1.2f, 4}, {40, 1.15f, 6}};
  Rect body_room = room;
  if (!tall && !small) body_room.w = 720;
  if (small) body_room.w = width - 56 - (with_a_cup(which) ? 290 : 345);  // beside cup or book
  const bool beside_book = !with_a_cup(which) && !small;
  const Fitted title = beside_book
                           ? sketch.fit_even(words.title, {.role = Role::quiet}, std::min(room.w, 640.f),
                                             {{88, 1.04f, 2}, {76, 1.04f, 3}, {64, 1.04f, 3}})
                           : sketch.fit(words.title, {.role = Role::quiet}, room.w, title_steps);
  Column column(room.y);
  sketch.text({room.x, column.add(title, 0), beside_book ? title.width : room.w, title.height}, title.text,
              title.lettering);
  Fitted body = sketch.fit(words.body, {.role = Role::body}, body_room.w, body_steps);
  if (beside_book && !tall && body.height > 120) {
    body_room.w = 590;
    body = sketch.fit(words.body, {.role = Role::body}, body_room.w, body_steps);
  }
  sketch.text({room.x + 2, column.add(body, small ? 10 : 30), body_room.w, body.height}, body.text,
              body.lettering);
  const float way_out_y = tall ? height - 152 : height - (small ? 126 : 144);
  if (!words.detail.empty() && !small) {
    const float y = column.end() + 48;
    const float end = tall ? ground - 200 : way_out_y - 8;  // over the cup, or beside it
    add_detail(sketch, sketch.view().state.visit->helper, words.detail,
               {room.x, y, tall ? room.w : 660, end - y});
  }
  add_way_out(sketch, words.way_out, tall ? 40 : small ? 24 : 48, way_out_y);
}

}  // namespace farewell::kiosk
