// "You asked, we changed": the manager's line, how many guests said so, and a stall full of flowers.

#include <algorithm>
#include <string>
#include <vector>

#include "app/kiosk/screens/goodbye.h"
#include "app/kiosk/screens/goodbye_stack.h"
#include "app/kiosk/screens/parts.h"

namespace farewell::kiosk {
namespace {

/// What was changed comes before who asked for it, and that before thanks.
std::vector<Way> ways_to_tell(const Sketch& sketch, const std::string& guests) {
  const Said title{Role::goodbye, sketch.say("changed.title") + "\n" + sketch.say("shop.changed")},
      changed{Role::goodbye, sketch.say("shop.changed")}, asked{Role::body, sketch.say("changed.title")},
      thanks{Role::body, sentences(sketch.say("goodbye.thanks"), sketch.say("goodbye.back"))};
  std::vector<Way> ways;
  if (!guests.empty()) ways = {{title, {Role::body, guests}, thanks}, {title, {Role::body, guests}}};
  ways.insert(ways.end(), {{title, thanks}, {title}, {asked, changed}, {changed}});
  return ways;
}

void add_stacked_changed(Sketch& sketch, const std::string& guests) {
  constexpr float kStallW = 444, kStallH = 448, kLeast = .26f, kMost = 1.3f;  // of the drawing
  const std::string done = sketch.say("goodbye.done");
  const Rect way_out = stacked_way_out(sketch, done);
  const Stack words = lay_out(sketch, stacked_words(sketch, way_out), ways_to_tell(sketch, guests));
  const Rect rest = stacked_rest(sketch, way_out, words.end);
  const float s = std::min({kMost, rest.w / kStallW, rest.h / kStallH});
  const float w = kStallW * s, h = kStallH * s;
  const float x = sketch.portrait() ? rest.x + (rest.w - w) / 2 : rest.right() - w;
  const Rect stall{x, rest.bottom() - h, w, h};
  sketch.background(Land::garden, std::max(words.end + 24, sketch.height() * .5f));
  if (s >= kLeast) sketch.picture(stall, "parts/stall");
  sketch.content_begins();
  add_stack(sketch, words);
  sketch.words_end(words.end);
  add_way_out(sketch, done, way_out);
  if (s >= kLeast && w >= kTarget && h >= kTarget)
    sketch.target(within_reach(sketch, stall), visit::Action{visit::SurpriseTouched{}},
                  sketch.say("changed.title"), sketch.mark());
}

}  // namespace

void add_changed(Sketch& sketch, Scene& scene) {
  const View& view = sketch.view();
  const float width = sketch.width(), height = sketch.height();
  const bool tall = sketch.portrait(), small = sketch.small();
  const int guests = view.survey.surprises.changed_guests;
  const std::string asked = guests > 1 ? sketch.say("changed.guests", {{"n", guests}}) : std::string();
  scene.background.flowers = view.garden;
  scene.background.guest_stands = false;
  if (is_stacked(sketch)) return add_stacked_changed(sketch, asked);
  sketch.background(Land::garden, tall ? height - 558 : small ? height - 200 : height - 280);
  // The drawing is 444 by 448 with the counter's foot at (222, 424).
  const float s = tall ? 1.1f : small ? .62f : 1;
  const Rect stall{width - 28 - 444 * s, height - (small ? 14 : 24) - 448 * s, 444 * s, 448 * s};
  sketch.picture(stall, "parts/stall");
  sketch.content_begins();

  const Rect words = small  ? Rect{28, 20, width - 56, 240}
                     : tall ? Rect{40, 84, width - 80, 500}
                            : Rect{64, 58 + (height - 800) * .3f, width - 128, 300};
  const std::vector<Step> title_steps =
      small ? std::vector<Step>{{56, 1.04f, 2}, {48, 1.04f, 3}, {40, 1.04f, 4}}
            : std::vector<Step>{
                  {84, 1.04f, tall ? 4 : 2}, {72, 1.04f, tall ? 5 : 3}, {60, 1.04f, tall ? 6 : 3}};
  std::string body = sentences(sketch.say("goodbye.thanks"), sketch.say("goodbye.back"));
  if (!asked.empty()) body = asked + "\n" + body;
  const float body_width = tall ? 0 : stall.x - words.x - 12;
  sketch.words_end(add_words(sketch, words, sketch.say("changed.title") + "\n" + sketch.say("shop.changed"),
                             title_steps, body,
                             small ? std::vector<Step>{{38, 1.2f, 3}, {34, 1.1f, 4}, {30, 1.1f, 5}}
                                   : std::vector<Step>{{44, 1.28f, 2}, {42, 1.2f, 3}, {40, 1.15f, 4}},
                             small ? 16 : 26, body_width));
  add_gift_foot(sketch, stall, sketch.say("changed.title"));
}

}  // namespace farewell::kiosk
