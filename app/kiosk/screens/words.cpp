// "In your own words": a text field over the on-screen keyboard.

#include <algorithm>
#include <string>

#include "app/kiosk/screens/keyboard.h"
#include "app/kiosk/screens/parts.h"
#include "core/base/text.h"

namespace farewell::kiosk {
namespace {

constexpr float kMargin = 28;

/// The first chosen topic, so that the writer sees what the words are about. Returns where it begins.
float add_topic(Sketch& sketch, const visit::Visit& visit, float y) {
  const float right = sketch.width() - kMargin;
  if (visit.topics.empty()) return right;
  for (const survey::Topic& topic : sketch.view().survey.topics) {
    if (topic.id != visit.topics.front()) continue;
    const Lettering lettering{.role = Role::button, .stand = Stand::middle};
    const Fitted word = sketch.fit_even(sketch.say("topic." + topic.id), lettering, sketch.width() * 0.3f,
                                        {{40, 1.25f, 1}, {38, 1.1f, 2}, {32, 1.1f, 2}});
    const float w = 26 + 56 + 16 + word.width + 36;
    sketch.box({right - w, y, w, 100}, Shape::tag);
    sketch.picture({right - w + 26, y + 20, 56, 56}, "icons/" + topic.icon);
    sketch.text({right - w + 98, y, word.width, 96}, word.text, word.lettering);
    return right - w;
  }
  return right;
}

void add_title(Sketch& sketch, float y, float room, float x = kMargin + kTarget + 20) {
  const Fitted title =
      sketch.fit(sketch.say("words.title"), {.role = Role::small_title}, room,
                 {{52, 1.06f, 1}, {44, 1.06f, 1}, {38, 1.06f, 1}, {34, 1.04f, 2}}, kTarget * .6f);
  const Fitted hint = sketch.fit(sketch.say("words.hint"), {.role = Role::legal}, room,
                                 {{25, 1.32f, 1}, {25, 1.15f, 2}, {25, 1.1f, 3}},
                                 sketch.large() ? kTarget - 6 - title.height : 0);
  const float block = title.height + 6 + hint.height;
  const float top = std::max(2.f, block > 96 ? y + (kTarget - block) / 2 : y + 8);
  sketch.text({x, top, room, title.height}, title.text, title.lettering);
  sketch.text({x, top + title.height + 6, room, hint.height}, hint.text, hint.lettering);
}

/// The draft with its caret; only its end, if it is longer than the field.
void add_draft(Sketch& sketch, const Rect& field, const std::string& draft, int lines) {
  const std::string limit = std::to_string(kTypedLimit);
  const auto count = [&](const std::string& n) {
    return sketch.say("words.counter", {{"n", n}, {"max", limit}});
  };
  const Lettering legal{.role = Role::legal,
                        .px = sketch.fixed(25),
                        .colour = Colour::ink2,
                        .align = Align::end,
                        .aloud = Aloud::with_all};
  const float counter_w = sketch.text_width(count(limit), legal);
  const float counter_x = field.right() - 30 - counter_w;

  sketch.box(field, Shape::field_active);
  const float px = sketch.large() ? 61.f : 42.f;
  if (sketch.large()) lines = std::max(1, lines * 2 / 3);
  const Lettering lettering{
      .px = sketch.fixed(px), .line = 1.2f, .lines = lines, .typed = true, .aloud = Aloud::with_all};
  const bool beside = lines <= 2;  // the counter stands beside the text, else below it
  const float w = (beside ? counter_x - 26 : field.right() - 34) - (field.x + 34);
  const float h = sketch.height_of(lettering), latin = static_cast<float>(lines) * px * 1.2f;
  const Rect room{field.x + 34, field.y + 20 - std::max(0.f, (h - latin) / 2), w, h};
  const std::string shown = sketch.tail_that_fits(draft, lettering, room.w);
  if (!shown.empty()) sketch.text(room, shown, lettering);
  sketch.box(sketch.caret_after(room, shown, lettering), Shape::caret);
  sketch.text({counter_x, field.bottom() - 18 - 33, counter_w, 33},
              count(std::to_string(grapheme_count(draft))), legal);
}

std::string endonym(const View& view) {
  for (const survey::Language& language : view.languages)
    if (language.tag == view.words.tag()) return language.endonym;
  return view.words.tag();
}

}  // namespace

Scene words(const View& view) {
  Scene scene;
  Sketch sketch(view, scene);
  const visit::Visit visit = view.state.visit.value_or(visit::Visit{});
  const KeyboardPlace place = keyboard_place(sketch);
  sketch.background(Land::keyboard, place.top - 6);
  sketch.content_begins();

  const float width = sketch.width();
  const Intent back = visit::Action{visit::BackTapped{}};
  if (sketch.reach()) {
    const float topic_x = add_topic(sketch, visit, 22);
    const float field_y = sketch.portrait() ? 196 : 146;
    add_title(sketch, sketch.portrait() ? 36 : 14, topic_x - 24 - kMargin, kMargin);
    add_draft(sketch, {kMargin, field_y, width - 2 * kMargin, place.top - 24 - field_y}, visit.draft,
              sketch.portrait() ? 8 : 4);
  } else if (sketch.small()) {
    add_back(sketch, 12, 4, back);
    add_draft(sketch, {12 + kTarget + 16, 4, width - 24 - kTarget - 16, 134}, visit.draft, 2);
  } else if (sketch.portrait()) {
    add_back(sketch, kMargin, 22, back);
    add_title(sketch, 22, width - 2 * kMargin - kTarget - 20);
    add_topic(sketch, visit, 156);
    add_draft(sketch, {kMargin, 276, width - 2 * kMargin, place.top - 36 - 276}, visit.draft, 6);
  } else {
    add_back(sketch, kMargin, 14, back);
    const float topic_x = add_topic(sketch, visit, 22);
    add_title(sketch, 14, topic_x - 24 - (kMargin + kTarget + 20));
    add_draft(sketch, {kMargin, 146, width - 2 * kMargin, 138}, visit.draft, 2);
  }
  KeyRows rows = keys_for(view.words.tag(), KeyboardUse::comment, view.keyboard, visit.draft);
  for (Key& key : rows.back())
    if (key.key == "space") key.shows = endonym(view);
  if (sketch.reach()) rows.back() = with_way_back(rows.back());
  add_keyboard(sketch, place, rows, sketch.say("words.done"), visit::Action{visit::WordsDone{}});
  return scene;
}

}  // namespace farewell::kiosk
