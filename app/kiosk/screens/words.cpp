// "In your own words": a text field over the on-screen keyboard.

#include <algorithm>
#include <string>

#include "app/kiosk/screens/keyboard.h"
#include "app/kiosk/screens/parts.h"
#include "core/base/text.h"

namespace farewell::kiosk {
namespace {

constexpr float kMargin = 28;

/// How many bytes of the draft's end are being composed: in Korean, the last syllable.
std::size_t underlined(const KeyboardState& keyboard, const std::string& draft) {
  const visit::PrivateText& composing = keyboard.composing;
  if (composing.empty() || draft.ends_with(composing)) return composing.size();
  return draft.size() - without_last_grapheme(draft).size();
}

/// The first chosen topic, so that the writer sees what the words are about. Returns where it begins. Larger
/// text has no room for it.
float add_topic(Sketch& sketch, const visit::Visit& visit, float y) {
  const float right = sketch.width() - kMargin;
  if (visit.topics.empty() || sketch.large()) return right;
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

/// In large text the title gives way to what matters more: what is better left out.
void add_title(Sketch& sketch, float x, float y, float room, float height = kTarget) {
  if (sketch.large()) {
    const Fitted hint = sketch.fit(sketch.say("words.hint"), {.stand = Stand::middle}, room,
                                   {{46, .95f, 2}, {40, 1.1f, 2}, {kLeastLabel, 1, 2}}, height);
    sketch.text({x, y, room, height}, hint.text, hint.lettering);
    return;
  }
  const Fitted title =
      sketch.fit(sketch.say("words.title"), {.role = Role::small_title}, room,
                 {{52, 1.06f, 1}, {44, 1.06f, 1}, {38, 1.06f, 1}, {34, 1.04f, 2}}, kTarget * .6f);
  const Fitted hint = sketch.fit(sketch.say("words.hint"), {.role = Role::legal}, room,
                                 {{25, 1.32f, 1}, {25, 1.15f, 2}, {25, 1.1f, 3}});
  const float gap = title.height > 60 ? 16 : 6;  // Arabic reaches below its line
  const float block = title.height + gap + hint.height;
  const float top = std::max(2.f, block > 96 ? y + (kTarget - block) / 2 : y + 8);
  sketch.text({x, top, room, title.height}, title.text, title.lettering);
  sketch.text({x, top + title.height + gap, room, hint.height}, hint.text, hint.lettering);
}

/// The draft with its caret; only its end, if it is longer than the field. What is being composed is
/// underlined.
void add_draft(Sketch& sketch, const Rect& field, const visit::Visit& visit, int lines) {
  const std::string& draft = visit.draft;
  const std::string limit = std::to_string(visit::kMaxCommentGraphemes);
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
  const bool large = sketch.large() && field.h >= 80;
  const float px = large ? kLargeLabel : 42.f;
  if (large) lines = std::max(1, lines * 2 / 3);
  Lettering lettering{
      .px = sketch.fixed(px), .line = 1.2f, .lines = lines, .typed = true, .aloud = Aloud::with_all};
  const bool beside = lines <= 2;  // the counter stands beside the text, else below it
  const float w = (beside ? counter_x - 26 : field.right() - 34) - (field.x + 34);
  const float h = sketch.height_of(lettering), latin = static_cast<float>(lines) * px * 1.2f;
  const float above = std::min(20.f, (field.h - latin) / 2);
  const Rect room{field.x + 34, field.y + above - std::max(0.f, (h - latin) / 2), w, h};
  const std::string shown = sketch.tail_that_fits(draft, lettering, room.w);
  lettering.underlined = underlined(sketch.view().keyboard, draft);
  if (!shown.empty()) sketch.text(room, shown, lettering);
  sketch.box(sketch.caret_after(room, shown, lettering), Shape::caret);
  sketch.text({counter_x, field.bottom() - std::min(18.f, (field.h - 33) / 2) - 33, counter_w, 33},
              count(std::to_string(grapheme_count(draft))), legal);
}

std::string endonym(const View& view) {
  for (const survey::Language& language : view.languages)
    if (language.tag == view.words.tag()) return language.endonym;
  return view.words.tag();
}

void lay_out_small(Sketch& sketch, const KeyboardPlace& place, const visit::Visit& visit) {
  const Rect field{12 + kTarget + 16, 4, sketch.width() - 24 - kTarget - 16, 134};
  add_back(sketch, 12, 1, visit::Action{visit::BackTapped{}});
  if (place.strip == 0) return add_draft(sketch, field, visit, 2);
  const float line = sketch.large() ? 86 : 60;  // of the text that is being written
  add_draft(sketch, {field.x, 2, field.w, line}, visit, 1);
  if (!sketch.view().keyboard.candidates.empty())
    return add_candidates(sketch, {field.x + 2, line + 4, field.w - 2, place.strip});
  const Fitted hint = sketch.fit(sketch.say("words.hint"), {.role = Role::legal, .stand = Stand::middle},
                                 field.w - 34, {{25, 1.32f, 1}, {25, 1.15f, 2}}, 70);
  sketch.text({field.x + 34, line + 6, field.w - 34, 70}, hint.text, hint.lettering);
}

/// Room enough for a few sentences. In larger text the field has what the title would take.
void lay_out_small_upright(Sketch& sketch, const KeyboardPlace& place, const visit::Visit& visit) {
  constexpr float kSide = 14, kTop = 12;
  const float width = sketch.width() - 2 * kSide, strip = place.strip > 0 ? place.strip + 8 : 0;
  const float beside = kSide + kTarget + 16;
  add_back(sketch, kSide, kTop, visit::Action{visit::BackTapped{}});
  if (!sketch.large()) add_title(sketch, beside, kTop, sketch.width() - kSide - beside);
  const float y = kTop + kTarget + (sketch.large() ? 14 : 34);
  const Rect field{kSide, y, width, place.top - 24 - strip - y};
  const bool low = field.h < 190;  // the counter stands beside up to two lines, else below them
  const int lines = static_cast<int>((field.h - (low ? 16 : 70)) / 51);
  add_draft(sketch, field, visit, std::clamp(lines, 1, low ? 2 : 6));
  if (strip > 0) add_candidates(sketch, {kSide, place.top - 12 - place.strip, width, place.strip});
}

/// What is touched stands in the lower half, the candidates at its top; the way back is a key.
void lay_out_within_reach(Sketch& sketch, const KeyboardPlace& place, const visit::Visit& visit) {
  const bool portrait = sketch.portrait();
  const float width = sketch.width() - 2 * kMargin, strip = place.strip > 0 ? place.strip + 8 : 0;
  const float topic_x = add_topic(sketch, visit, 22);
  add_title(sketch, kMargin, portrait ? 36 : 14, topic_x - 24 - kMargin);
  const float y = portrait ? 196 : 146;
  const Rect field{kMargin, y, width, place.top - 24 - strip - y};
  add_draft(sketch, field, visit, portrait ? std::clamp(static_cast<int>((field.h - 70) / 51), 3, 8) : 4);
  if (strip > 0) add_candidates(sketch, {kMargin, place.top - strip, width, place.strip});
}

void lay_out_upright(Sketch& sketch, const KeyboardPlace& place, const visit::Visit& visit) {
  const float width = sketch.width(), strip = place.strip > 0 ? place.strip + 8 : 0;
  add_back(sketch, kMargin, 22, visit::Action{visit::BackTapped{}});
  const float height = sketch.large() ? 244 : kTarget;  // the topic's room, too
  add_title(sketch, kMargin + kTarget + 20, 22, width - 2 * kMargin - kTarget - 20, height);
  add_topic(sketch, visit, 156);
  const Rect field{kMargin, 276, width - 2 * kMargin, place.top - 36 - 276 - strip};
  add_draft(sketch, field, visit, std::clamp(static_cast<int>((field.h - 70) / 51), 3, 6));
  if (strip > 0) add_candidates(sketch, {kMargin, place.top - 16 - strip, width - 2 * kMargin, place.strip});
}

/// With candidates, the field moves up beside Back, and they take turns with title and topic below it.
void lay_out_wide(Sketch& sketch, const KeyboardPlace& place, const visit::Visit& visit) {
  const float width = sketch.width();
  const float beside = kMargin + kTarget + 20;
  add_back(sketch, kMargin, 14, visit::Action{visit::BackTapped{}});
  if (place.strip == 0) {
    const float topic_x = add_topic(sketch, visit, 22);
    add_title(sketch, beside, 14, topic_x - 24 - beside);
    add_draft(sketch, {kMargin, 146, width - 2 * kMargin, 138}, visit, 2);
    return;
  }
  add_draft(sketch, {beside, 14, width - kMargin - beside, 138}, visit, 2);
  const Rect strip{kMargin, place.top - 12 - place.strip, width - 2 * kMargin, place.strip};
  if (!sketch.view().keyboard.candidates.empty()) return add_candidates(sketch, strip);
  const float topic_x = add_topic(sketch, visit, strip.y + 10);
  add_title(sketch, kMargin + 8, strip.y, topic_x - 24 - kMargin - 8);
}

}  // namespace

Scene words(const View& view) {
  Scene scene;
  Sketch sketch(view, scene);
  const visit::Visit visit = view.state.visit.value_or(visit::Visit{});
  const std::string& tag = view.words.tag();
  KeyRows rows = keys_for(tag, KeyboardUse::comment, view.keyboard, visit.draft);
  for (auto& row : rows)
    for (Key& key : row)
      if (key.key == "space") key.shows = key.width > 1 ? endonym(view) : sketch.say("words.space");
  const KeyboardPlace place =
      keyboard_place(sketch, rows.size(), layout_for(tag.substr(0, tag.find('-'))).composing);
  sketch.background(Land::keyboard, place.top - 6);
  sketch.content_begins();
  if (sketch.reach())
    lay_out_within_reach(sketch, place, visit);
  else if (sketch.small() && sketch.portrait())
    lay_out_small_upright(sketch, place, visit);
  else if (sketch.small())
    lay_out_small(sketch, place, visit);
  else if (sketch.portrait())
    lay_out_upright(sketch, place, visit);
  else
    lay_out_wide(sketch, place, visit);
  if (sketch.reach()) rows = with_way_back(rows);
  if (sketch.small() && sketch.portrait()) rows = with_room_for_words(rows);
  add_keyboard(sketch, place, rows, sketch.say("words.done"), visit::Action{visit::WordsDone{}});
  return scene;
}

}  // namespace farewell::kiosk
