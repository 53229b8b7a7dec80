// "You asked, we changed": the manager's line, how many guests said so, and a stall full of flowers.

#include <string>
#include <vector>

#include "app/kiosk/screens/goodbye.h"

namespace farewell::kiosk {

void add_changed(Sketch& sketch, Scene& scene) {
  const View& view = sketch.view();
  const float width = sketch.width(), height = sketch.height();
  const bool tall = sketch.portrait(), small = sketch.small();
  sketch.background(Land::garden, tall ? height - 558 : small ? height - 200 : height - 280);
  scene.background.flowers = view.garden;
  scene.background.guest_stands = false;
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
  if (const int guests = view.survey.surprises.changed_guests; guests > 1) {
    body = sketch.say("changed.guests", {{"n", guests}}) + "\n" + body;
  }
  const float body_width = tall ? 0 : stall.x - words.x - 12;
  sketch.words_end(add_words(sketch, words, sketch.say("changed.title") + "\n" + sketch.say("shop.changed"),
                             title_steps, body,
                             small ? std::vector<Step>{{38, 1.2f, 3}, {34, 1.1f, 4}, {30, 1.1f, 5}}
                                   : std::vector<Step>{{44, 1.28f, 2}, {42, 1.2f, 3}, {40, 1.15f, 4}},
                             small ? 16 : 26, body_width));
  add_gift_foot(sketch, stall, sketch.say("changed.title"));
}

}  // namespace farewell::kiosk
