// While the shop is closed: good night, when it opens again, and the day's garden asleep.

#include <algorithm>
#include <string>

#include "app/kiosk/screens/welcome_plan.h"
#include "core/survey/moment.h"

namespace farewell::kiosk {
namespace {

std::string opens(const Sketch& sketch) {
  const survey::NextOpening& next = *sketch.view().closed_until;
  const std::string& tag = sketch.view().words.tag();
  const std::string time = survey::clock_words(next.minute, tag);
  if (next.days <= 1) return sketch.say("closed.opens", {{"time", time}});
  return sketch.say("closed.opens_on", {{"day", survey::weekday_words(next.weekday, tag)}, {"time", time}});
}

/// Nobody wishes a good night on a Sunday at noon.
std::string greeting(const Sketch& sketch) {
  return sketch.say(sketch.view().daylight ? "closed.day" : "closed.night");
}

}  // namespace

Scene closed(const View& view) {
  Scene scene;
  Sketch sketch(view, scene);
  const bool tall = sketch.portrait(), small = sketch.small();
  const float width = sketch.width(), height = sketch.height();
  sketch.background(Land::asleep, height * (tall ? .76f : small ? .78f : .7f));
  scene.background.flowers = view.garden;
  sketch.content_begins();
  if (!small) add_brand(sketch, WelcomePlan{});
  const float margin = small ? 31.f : 64.f;
  // The moon stands at the far end, or below the words.
  const float room = tall ? width - 2 * margin : width * .66f - margin;
  const Fitted title = sketch.fit_even(
      greeting(sketch), {.role = Role::goodbye}, room,
      {{96, 1.02f, 1}, {80, 1.02f, 1}, {66, 1.02f, 1}, {54, 1.02f, 1}, {66, 1.02f, 2}, {54, 1.02f, 2}});
  const Fitted body = sketch.fit(opens(sketch) + "\n" + sketch.say("closed.garden"), {.role = Role::lead},
                                 room, {{46, 1.25f, 2}, {42, 1.2f, 3}, {40, 1.15f, 4}});
  const float y = small ? 40 : tall ? 220 : height * .2f;
  const float top = std::max(y, 8 - title.ink_top);
  sketch.text({margin, top, room, title.height}, title.text, title.lettering);
  const float body_y = top + std::max(title.height, title.ink_bottom) + 24;
  sketch.text({margin + 2, body_y, room, body.height}, body.text, body.lettering);
  scene.background.words_end = view.metrics.px(body_y + std::max(body.height, body.ink_bottom) + 8);
  return scene;
}

}  // namespace farewell::kiosk
