// A treat: what it is, and its code on a plant label grown up, as a picture for a reader and as a word to
// say.

#include <algorithm>
#include <string>
#include <vector>

#include "app/kiosk/screens/goodbye.h"
#include "app/kiosk/screens/goodbye_stack.h"
#include "app/kiosk/screens/parts.h"

namespace farewell::kiosk {
namespace {

// The drawing is 488 by 710: a board of 468 by 572 at (10, 10), upon two stakes.
constexpr float kBoardW = 468, kBoardH = 572, kDrawingW = 488, kDrawingH = 710, kInset = 10;
constexpr float kMatrix = 29 * 13;  // 21 modules and 4 quiet ones on either side, 13 each

/// Where there is no room for stakes, the board is a card.
bool on_a_card(const Sketch& sketch) {
  return sketch.small() || (sketch.portrait() && is_stacked(sketch));
}

/// What follows the code: "or say", and the code as a word. `y` is where the code ends.
void add_code_words(Sketch& sketch, const Rect& board, float y, const std::string& code) {
  const Colour ink = on_a_card(sketch) ? Colour::ink : ink_on_board(sketch.view().theme);
  Column column(y);
  const auto add = [&](const Fitted& words, float gap, float inset) {
    const float w = board.w - 2 * inset;
    sketch.text({board.x + inset, column.add(words, gap), w, words.height}, words.text, words.lettering);
  };
  if (!on_a_card(sketch) && !sketch.large()) {
    const Lettering or_say{.role = Role::body, .colour = ink, .align = Align::centre};
    const std::vector<Step> steps = {{sketch.fixed(40), 1.2f, 1}, {sketch.fixed(32), 1.2f, 1}};
    const Fitted words = sketch.fit_exactly(sketch.say("treat.or_say"), or_say, board.w - 40, steps);
    add(words, std::max(4.f, -words.ink_top), 20);
  }
  // The same letters in every language, left to right.
  const Lettering letters{
      .role = Role::button, .weight = 700, .colour = ink, .align = Align::centre, .language = "en"};
  add(sketch.fit(code, letters, board.w - 24, {{sketch.fixed(64), 1.15f, 1}, {sketch.fixed(60), 1.15f, 1}}),
      on_a_card(sketch) ? 12 : 2, 12);
}

/// What a treat says, and where each of it begins.
struct TreatWords {
  Fitted title, milestone, what, show, keep;
  float title_y = 0, milestone_y = 0, what_y = 0, show_y = 0, keep_y = 0;
  float end = 0;  ///< of all but `keep`
};

float disc_of(const Sketch& sketch) {
  return sketch.small() ? 72 : 96;
}

TreatWords lay_out(const Sketch& sketch, const TreatHead& head, float y, float width, bool with_milestone) {
  const bool small = sketch.small();
  TreatWords words;
  Column column(y);
  words.title = sketch.fit(head.title, {.role = head.role}, width, head.title_steps);
  words.title_y = column.add(words.title, 0);
  float gap = head.gap;
  if (with_milestone && !head.milestone.empty()) {
    words.milestone =
        sketch.fit(head.milestone, {.role = Role::body}, width - 2, {{44, 1.2f, 2}, {40, 1.15f, 3}});
    words.milestone_y = column.add(words.milestone, gap);
    gap = 8;
  }
  words.what = sketch.fit(sketch.say("treat.what", {{"treat", sketch.say("shop.treat")}}),
                          {.role = Role::body}, width - 2,
                          small ? std::vector<Step>{{36, 1.15f, 2}, {32, 1.1f, 3}}
                                : std::vector<Step>{{46, 1.25f, 1}, {44, 1.15f, 2}, {40, 1.1f, 3}});
  words.what_y = column.add(words.what, gap);
  words.show =
      sketch.fit(sketch.say("treat.show"), {.role = Role::body, .weight = 700}, width - 26 - disc_of(sketch),
                 small ? std::vector<Step>{{38, 1.1f, 2}, {34, 1.1f, 3}, {30, 1.1f, 4}}
                       : std::vector<Step>{{46, 1.15f, 1}, {44, 1.12f, 2}, {40, 1.1f, 3}});
  words.show_y = column.add(words.show, small ? 14 : 26, disc_of(sketch));
  words.end = column.end();
  words.keep = sketch.fit(sketch.say("treat.keep"), {.role = Role::body}, width - 2,
                          {{40, 1.2f, 1}, {38, 1.15f, 2}, {34, 1.1f, 3}});
  words.keep_y = column.add(words.keep, 22);
  return words;
}

/// At the far end of a lying panel, else over the way out.
Rect stacked_board(const Sketch& sketch, const Rect& way_out) {
  constexpr float kCardW = 409, kCardH = 478;
  if (sketch.portrait()) return {(sketch.width() - kCardW) / 2, way_out.y - kGap - kCardH, kCardW, kCardH};
  return treat_board(sketch);
}

/// What it is and what to do about it come first where not all has room.
std::vector<Way> ways_to_treat(const Sketch& sketch, const TreatHead& head) {
  const Said title{head.role, head.title}, gift{Role::body, sketch.say("shop.treat")},
      what{Role::body, sketch.say("treat.what", {{"treat", sketch.say("shop.treat")}})},
      show{Role::body, sketch.say("treat.show")}, keep{Role::body, sketch.say("treat.keep")};
  std::vector<Way> ways;
  if (!head.milestone.empty()) ways.push_back({title, {Role::body, head.milestone}, what, show});
  ways.insert(ways.end(), {{title, what, show, keep},
                           {title, what, show},
                           {title, gift, show},
                           {what, show},
                           {gift, show},
                           {what},
                           {gift}});
  return ways;
}

std::string title_of(const Sketch& sketch) {
  const View& view = sketch.view();
  if (!view.state.visit->milestone) return sketch.say("goodbye.thanks") + "\n" + sketch.say("treat.title");
  return sketch.say("guest.title", {{"n", view.guest_number}});
}

}  // namespace

Rect treat_board(const Sketch& sketch) {
  const float width = sketch.width(), height = sketch.height();
  if (on_a_card(sketch)) return {width - 20 - 409, 18, 409, std::min(height - 36, 492.f)};
  if (sketch.portrait()) return {width - 28 - kBoardW, height - 724, kBoardW, kBoardH};
  return {width - 56 - kBoardW, height - 756, kBoardW, kBoardH};
}

void add_treat_board(Sketch& sketch, const Rect& board) {
  if (on_a_card(sketch)) {
    sketch.box(board, Shape::card);
  } else {
    sketch.picture({board.x - kInset, board.y - kInset, kDrawingW, kDrawingH}, "parts/board");
  }
  const std::string& code = sketch.view().state.visit->treat_code;
  if (code.empty()) return;  // it is being made
  const float top = on_a_card(sketch) ? 12.f : 28.f;
  sketch.matrix({board.x + (board.w - kMatrix) / 2, board.y + top, kMatrix, kMatrix}, code);
  add_code_words(sketch, board, board.y + top + kMatrix, code);
}

float add_treat_words(Sketch& sketch, const TreatHead& head, float x, float y, float width) {
  const float board_y = treat_board(sketch).y, way_out_y = sketch.height() - (sketch.small() ? 126 : 136);
  const float room_ends = sketch.portrait() ? board_y - kInset : way_out_y - 16;
  TreatWords words = lay_out(sketch, head, y, width, true);
  if (words.end > room_ends) words = lay_out(sketch, head, y, width, false);
  const auto add = [&](const Fitted& text, float indent, float top) {
    sketch.text({x + indent, top, width - indent, text.height}, text.text, text.lettering);
  };
  add(words.title, 0, words.title_y);
  if (!words.milestone.text.empty()) add(words.milestone, 2, words.milestone_y);
  add(words.what, 2, words.what_y);
  const float disc = disc_of(sketch), icon = disc * .6f;
  const float middle = words.show_y + words.show.height / 2;
  sketch.box({x, middle - disc / 2, disc, disc}, Shape::disc);
  sketch.picture({x + (disc - icon) / 2, middle - icon / 2, icon, icon}, "icons/gift");
  add(words.show, disc + 24, words.show_y);
  // What to do with it is said already.
  const float keep_end = words.keep_y + words.keep.height;
  if (sketch.small() || keep_end > (sketch.portrait() ? board_y : room_ends)) return words.end;
  add(words.keep, 2, words.keep_y);
  return keep_end;
}

Rect add_stacked_treat(Sketch& sketch, const TreatHead& head, const std::string& done) {
  const float beside = treat_board(sketch).x - kGap - (sketch.small() ? 24 : 48);
  const Rect way_out = stacked_way_out(sketch, done, sketch.portrait() ? 0 : beside);
  const Rect board = stacked_board(sketch, way_out);
  Rect room = stacked_words(sketch, way_out);
  if (sketch.portrait())
    room.h = board.y - kGap - room.y;
  else
    room.w = board.x - kGap - room.x;
  const Stack words = lay_out(sketch, room, ways_to_treat(sketch, head));
  add_treat_board(sketch, board);
  add_stack(sketch, words);
  sketch.words_end(words.end);
  add_way_out(sketch, done, way_out);
  return board;
}

void add_treat(Sketch& sketch, Scene& scene) {
  const float width = sketch.width(), height = sketch.height();
  const bool tall = sketch.portrait(), small = sketch.small();
  const Rect board = treat_board(sketch);
  const bool lines_only = sketch.view().theme.mood == Mood::contrast;  // a horizon below the words
  sketch.background(Land::garden, tall ? height - 558 : small || lines_only ? height - 150 : height - 196);
  scene.background.flowers = sketch.view().garden;
  scene.background.guest_stands = false;
  sketch.content_begins();
  const bool at_milestone = sketch.view().state.visit->milestone && !small;
  if (is_stacked(sketch)) {
    const TreatHead head{.title = title_of(sketch),
                         .title_steps = {},
                         .milestone = at_milestone ? sketch.say("guest.milestone") : std::string()};
    const Rect card = add_stacked_treat(sketch, head, sketch.say("goodbye.done"));
    sketch.target(within_reach(sketch, card), visit::Action{visit::SurpriseTouched{}},
                  sketch.say("treat.title"), sketch.mark());
    return;
  }
  add_treat_board(sketch, board);

  const float x = tall ? 40 : small ? 28 : 64;
  const float room = (tall ? width - 40 : board.x - (small ? 20 : 36)) - x;
  const std::vector<Step> title_steps =
      small  ? std::vector<Step>{{52, 1.04f, 2}, {44, 1.04f, 3}, {38, 1.04f, 4}}
      : tall ? std::vector<Step>{{88, 1.03f, 2}, {72, 1.03f, 3}, {60, 1.03f, 3}}
             : std::vector<Step>{{88, 1.03f, 2}, {76, 1.03f, 3}, {64, 1.03f, 3}, {56, 1.03f, 4}};
  const TreatHead head{.title = title_of(sketch),
                       .title_steps = title_steps,
                       .milestone = at_milestone ? sketch.say("guest.milestone") : std::string(),
                       .gap = small ? 8.f : 18.f};
  const float y = small ? 20 : 52;
  sketch.words_end(add_treat_words(sketch, head, x, y, room));
  add_gift_foot(sketch, board, sketch.say("treat.title"));
}

}  // namespace farewell::kiosk
