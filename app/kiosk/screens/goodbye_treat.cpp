// A treat: what it is, and its code on a plant label grown up, as a picture for a reader and as a word to
// say.

#include <algorithm>
#include <string>
#include <vector>

#include "app/kiosk/screens/goodbye.h"

namespace farewell::kiosk {
namespace {

// The drawing is 488 by 710: a board of 468 by 572 at (10, 10), upon two stakes.
constexpr float kBoardW = 468, kBoardH = 572, kDrawingW = 488, kDrawingH = 710, kInset = 10;
constexpr float kMatrix = 29 * 13;  // 21 modules and 4 quiet ones on either side, 13 each

/// On a short panel there is no room for stakes, and the board is a card.
bool on_a_card(const Sketch& sketch) {
  return sketch.small();
}

void add_code_words(Sketch& sketch, const Rect& board, float y, const std::string& code) {
  const Colour ink = on_a_card(sketch) ? Colour::ink : ink_on_board(sketch.view().theme);
  if (!on_a_card(sketch)) {
    const Lettering or_say{.role = Role::body, .px = sketch.fixed(40), .colour = ink, .align = Align::centre};
    const Fitted words = sketch.fit(sketch.say("treat.or_say"), or_say, board.w - 40,
                                    {{sketch.fixed(40), 1.2f, 1}, {sketch.fixed(32), 1.2f, 1}});
    sketch.text({board.x + 20, y, board.w - 40, words.height}, words.text, words.lettering);
    y += 50;
  }
  // The same letters in every language, left to right.
  const Lettering letters{.role = Role::button,
                          .px = sketch.fixed(64),
                          .line = 1.15f,
                          .weight = 700,
                          .colour = ink,
                          .align = Align::centre,
                          .language = "en"};
  const Fitted word =
      sketch.fit(code, letters, board.w - 24, {{sketch.fixed(64), 1.15f, 1}, {sketch.fixed(60), 1.15f, 1}});
  sketch.text({board.x + 12, y, board.w - 24, word.height}, word.text, word.lettering);
}

/// The icon in its disc, and what to do.
float add_show(Sketch& sketch, float x, float y, float width) {
  const float disc = sketch.small() ? 72 : 96;
  const Fitted show =
      sketch.fit(sketch.say("treat.show"), {.role = Role::body, .weight = 700}, width - disc - 24,
                 sketch.small() ? std::vector<Step>{{38, 1.1f, 2}, {34, 1.1f, 3}, {30, 1.1f, 4}}
                                : std::vector<Step>{{46, 1.15f, 1}, {44, 1.12f, 2}, {40, 1.1f, 3}});
  const float row = std::max(disc, show.height);
  sketch.box({x - 2, y + (row - disc) / 2, disc, disc}, Shape::disc);
  const float icon = disc * .6f;
  sketch.picture({x - 2 + (disc - icon) / 2, y + (row - icon) / 2, icon, icon}, "icons/gift");
  sketch.text({x + disc + 22, y + (row - show.height) / 2, width - disc - 24, show.height}, show.text,
              show.lettering);
  return y + row;
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
  add_code_words(sketch, board, board.y + top + kMatrix + (on_a_card(sketch) ? 12.f : 4.f), code);
}

float add_treat_words(Sketch& sketch, float x, float y, float width) {
  const bool small = sketch.small();
  const std::string what = sketch.say("treat.what", {{"treat", sketch.say("shop.treat")}});
  const Fitted first = sketch.fit(what, {.role = Role::body}, width,
                                  small ? std::vector<Step>{{36, 1.15f, 2}, {32, 1.1f, 3}}
                                        : std::vector<Step>{{46, 1.25f, 1}, {44, 1.15f, 2}, {40, 1.1f, 3}});
  sketch.text({x, y, width, first.height}, first.text, first.lettering);
  y = add_show(sketch, x, y + first.height + (small ? 14.f : 26.f), width);
  const Fitted keep = sketch.fit(sketch.say("treat.keep"), {.role = Role::body}, width,
                                 {{40, 1.2f, 1}, {38, 1.15f, 2}, {34, 1.1f, 3}});
  const float room_ends = sketch.portrait() ? treat_board(sketch).y : sketch.height() - 152;
  if (small || y + 22 + keep.height > room_ends) return y;  // what to do with it is said already
  sketch.text({x, y + 22, width, keep.height}, keep.text, keep.lettering);
  return y + 22 + keep.height;
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
  add_treat_board(sketch, board);

  const float x = tall ? 40 : small ? 28 : 64;
  const float room = (tall ? width - 40 : board.x - (small ? 20 : 36)) - x;
  const std::vector<Step> title_steps =
      small  ? std::vector<Step>{{52, 1.04f, 2}, {44, 1.04f, 3}, {38, 1.04f, 4}}
      : tall ? std::vector<Step>{{88, 1.03f, 2}, {72, 1.03f, 3}, {60, 1.03f, 3}}
             : std::vector<Step>{{88, 1.03f, 2}, {76, 1.03f, 3}, {64, 1.03f, 3}, {56, 1.03f, 4}};
  const bool at_milestone = sketch.view().state.visit->milestone && !small;
  const std::string milestone = at_milestone ? sketch.say("guest.milestone") : std::string();
  const float y =
      add_words(sketch, {x, small ? 20.f : 52.f, room, 300}, title_of(sketch), title_steps, milestone,
                {{small ? 36.f : 44.f, 1.2f, 2}, {small ? 32.f : 40.f, 1.15f, 3}}, small ? 8 : 18, 0);
  sketch.words_end(add_treat_words(sketch, x + 2, milestone.empty() ? y : y + 8, room - 2));
  add_gift_foot(sketch, board, sketch.say("treat.title"));
}

}  // namespace farewell::kiosk
