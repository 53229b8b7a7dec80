// "Make this easier": a switch for each thing, the volume, and back to usual. Only what works is offered.

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "app/kiosk/screens/easier_plan.h"
#include "app/kiosk/screens/parts.h"
#include "app/kiosk/screens/sheet.h"

namespace farewell::kiosk {
namespace {

struct Toggle {
  visit::Ease ease = visit::Ease::contrast;
  std::string icon;
  std::string name_key;
  bool on = false;
  std::string state;       ///< in words
  std::string means = {};  ///< spoken, where the name alone says too little
};

std::vector<Toggle> toggles(const Sketch& sketch) {
  const visit::Eases& eases = sketch.view().state.eases;
  const auto says = [&](bool on) { return sketch.say(on ? "easier.on" : "easier.off"); };
  const std::string volume = sketch.say(
      "easier.on_volume", {{"n", std::to_string(eases.volume)}, {"max", std::to_string(visit::kMaxVolume)}});
  std::vector<Toggle> all = {
      {visit::Ease::speech, "icons/ease-speak", "easier.read_aloud", eases.speech,
       eases.speech ? volume : says(false)},
      {visit::Ease::large_text, "icons/ease-text", "easier.larger_text", eases.large_text,
       says(eases.large_text)},
      {visit::Ease::contrast, "icons/ease-contrast", "easier.contrast", eases.contrast, says(eases.contrast)},
      {visit::Ease::reach, "icons/ease-lower", "easier.lower_controls", eases.reach, says(eases.reach),
       sketch.say("easier.spoken_lower_controls")},
      {visit::Ease::more_time, "icons/ease-time", "easier.more_time", eases.more_time,
       eases.more_time ? sketch.say("easier.on_no_hurry") : says(false)},
      {visit::Ease::one_switch, "icons/ease-switch", "easier.one_switch", eases.one_switch,
       says(eases.one_switch), sketch.say("easier.spoken_one_switch")},
  };
  if (!sketch.view().can_speak)
    std::erase_if(all, [](const Toggle& t) { return t.ease == visit::Ease::speech; });
  // On 7 to 8 inches everything is within a hand's reach, and half of the panel would not hold it.
  if (sketch.small()) std::erase_if(all, [](const Toggle& t) { return t.ease == visit::Ease::reach; });
  return all;
}

const Lettering kName{.role = Role::button, .weight = 700, .stand = Stand::middle};

/// The name alone, in all of `room`.
Fitted fit_name(const Sketch& sketch, const Toggle& toggle, const Rect& room) {
  return sketch.fit(sketch.say(toggle.name_key), kName, room.w,
                    {{40, 1.05f, 2}, {40, .98f, 2}, {kLeastLabel, .92f, 3}}, room.h);
}

/// The name over its state in words; the name alone where there is no room for both, or text is large: the
/// switch, or the check, says the state.
void add_toggle_words(Sketch& sketch, const Rect& room, const Toggle& toggle) {
  const std::string name = sketch.say(toggle.name_key);
  Lettering bold = kName;
  bold.stand = Stand::top;
  const Fitted label =
      sketch.fit(name, bold, room.w, {{40, 1.18f, 1}, {40, 1.05f, 1}, {40, 1, 2}}, room.h * .7f);
  const Fitted says = sketch.fit(toggle.state, {.role = Role::body}, room.w, {{40, 1.18f, 1}, {40, 1, 1}},
                                 room.h - label.height);
  const float spare = room.h - label.height - says.height, gap = std::clamp(spare, 0.f, 10.f) / 2;
  const float top = room.y + (spare - gap) / 2;
  const bool crammed = sketch.small() && label.lettering.lines > 1 && spare < 8;
  if (sketch.large() || crammed || !label.fits || !says.fits || top + label.ink_top < room.y) {
    const Fitted only = fit_name(sketch, toggle, room);
    sketch.text(room, only.text, only.lettering);
    return;
  }
  sketch.text({room.x, top, room.w, label.height}, label.text, label.lettering);
  sketch.text({room.x, top + label.height + gap, room.w, says.height}, says.text, says.lettering);
}

/// What of `room` words may take so that they are clear of the badge in its corner: beside it or, if the name
/// is too long for that, below it.
Rect clear_of_badge(const Sketch& sketch, const Toggle& toggle, const Rect& room) {
  constexpr float kBeside = 32, kBelow = 36;
  const Rect beside{room.x, room.y, room.w - kBeside, room.h};
  if (fit_name(sketch, toggle, beside).fits) return beside;
  return {room.x, room.y + kBelow, room.w, room.h - kBelow};
}

/// How a toggle says what it is and how it is set.
struct Face {
  bool with_icon = true;
  bool with_switch = true;  ///< else a badge when it is on
  Rect words;
};

/// A long name takes the icon's room, and in larger text the switch's, too. Narrow tiles have no switch.
Face face_of(const Sketch& sketch, const Rect& rect, const Toggle& toggle) {
  const bool compact = rect.w < 480, narrow = rect.w < 260;
  const float icon = compact ? 54.f : 66.f, side = compact ? 14.f : 24.f;
  Face face;
  for (const bool with_switch : {true, false}) {
    if (with_switch && compact) continue;
    for (const bool with_icon : {true, false}) {
      const bool badge = !with_switch && toggle.on;
      const float x = rect.x + (with_icon ? side + icon + (compact ? 10.f : 20.f) : with_switch ? side : 14);
      const float end = rect.right() - (with_switch        ? side + 116 + 12
                                        : badge && !narrow ? (compact ? 40.f : 30.f)
                                        : compact          ? 10.f
                                                           : side);
      const float down = badge && !compact ? 14.f : 2.f;  // the badge hangs over the end of a long name
      const Rect room{x, rect.y + down, end - x, rect.h - down - 6};
      face = {with_icon, with_switch,
              badge && narrow && toggle.on ? clear_of_badge(sketch, toggle, room) : room};
      const Fitted name = fit_name(sketch, toggle, face.words);
      if (name.fits && (!sketch.large() || name.lettering.px >= kLargeLabel)) return face;
    }
    if (!sketch.large()) return face;
  }
  return face;
}

/// The whole tile is the switch; it says its state in words, too.
void add_toggle(Sketch& sketch, const Rect& rect, const Toggle& toggle) {
  const int mark = sketch.mark();
  const bool compact = rect.w < 480;
  const float h = rect.h - 4, icon = compact ? 54.f : 66.f, side = compact ? 14.f : 24.f;
  const Face face = face_of(sketch, rect, toggle);
  sketch.box(rect, toggle.on ? Shape::selected : Shape::tile);
  if (face.with_icon) sketch.picture({rect.x + side, rect.y + (h - icon) / 2, icon, icon}, toggle.icon);
  add_toggle_words(sketch, face.words, toggle);
  if (face.with_switch)
    sketch.picture({rect.right() - side - 116, rect.y + (h - 69) / 2, 116, 69},
                   toggle.on ? "parts/toggle-on" : "parts/toggle-off");
  else if (toggle.on)
    add_badge(sketch, rect);
  std::string label = sketch.say(toggle.name_key) + ", " + toggle.state;
  if (!toggle.means.empty()) label += ". " + toggle.means;
  sketch.target(rect, visit::Action{visit::EaseTapped{toggle.ease}}, label, mark);
}

void add_step(Sketch& sketch, const Rect& rect, visit::Louder louder) {
  const int mark = sketch.mark();
  const bool plus = louder == visit::Louder::louder;
  const float px = 56, y = rect.y + (rect.h - 4 - px) / 2;
  sketch.box(rect, Shape::tile);
  sketch.picture({rect.x + (rect.w - px) / 2, y, px, px}, plus ? "icons/plus" : "icons/minus");
  sketch.target(rect, visit::Action{visit::VolumeTapped{louder}},
                sketch.say(plus ? "easier.louder" : "easier.quieter"), mark);
}

/// Quieter and louder, and between them a petal for each step of the volume.
void add_volume(Sketch& sketch, const Rect& rect) {
  const float w = std::min(rect.h, (rect.w - kGap) / 2);
  add_step(sketch, {rect.x, rect.y, w, rect.h}, visit::Louder::quieter);
  const float room = rect.w - 2 * w;
  const float pitch = std::min(46.f, (room - 40) / static_cast<float>(visit::kMaxVolume));
  if (pitch >= 30) {
    const float foot = rect.y + rect.h / 2 + 52;
    const float first = rect.x + rect.w / 2 - pitch * static_cast<float>(visit::kMaxVolume - 1) / 2;
    for (int i = 0; i < visit::kMaxVolume; ++i) {
      const float s = (.53f + .12f * static_cast<float>(i)) * pitch / 46;
      const float high = 102 * s, wide = 66 * s, x = first + pitch * static_cast<float>(i);
      sketch.picture({x - wide / 2, foot - high, wide, high}, i < sketch.view().state.eases.volume
                                                                  ? "parts/countdown-petal"
                                                                  : "parts/countdown-petal-spent");
    }
  }
  add_step(sketch, {rect.right() - w, rect.y, w, rect.h}, visit::Louder::louder);
}

void add_reset(Sketch& sketch, const Rect& rect) {
  const std::string reset = sketch.say("easier.reset");
  Button usual{.rect = rect, .shape = Shape::outline, .word = reset};
  const bool words_need_all = sketch.small() && sketch.large();
  if (!words_need_all) usual.before = {"icons/reset", rect.w < 480 ? 46.f : 60.f};
  add_button(sketch, usual, visit::Action{visit::UsualTapped{}}, reset);
}

/// With its check if that fits beside it; the check alone where there is no room for the word.
void add_done(Sketch& sketch, const Rect& rect) {
  const std::string done = sketch.say("easier.done");
  if (rect.w <= kTarget) {
    const int mark = sketch.mark();
    sketch.box(rect, Shape::primary);
    sketch.picture({rect.x + (rect.w - 54) / 2, rect.y + (rect.h - 54) / 2, 54, 54}, "icons/check",
                   Colour::onspruce);
    return sketch.target(rect, SheetClosed{}, done, mark);
  }
  Button button{.rect = rect, .shape = Shape::primary, .word = done};
  if (button_width(sketch, done, kDoneIcon) <= rect.w + 1) button.after = {"icons/check", kDoneIcon};
  add_button(sketch, button, SheetClosed{}, done);
}

/// Back's mirror image.
void add_turning(Sketch& sketch, const Rect& rect, const std::string& page) {
  const int mark = sketch.mark();
  sketch.box(rect, Shape::disc);
  sketch.turned_picture({rect.x + 32, rect.y + 32, 54, 54}, "icons/back");
  sketch.target(rect, SheetOpened{page}, sketch.say("easier.more"), mark);
}

}  // namespace

void add_easier_sheet(const View& view, Scene& scene) {
  Sketch sketch(view, scene);
  using Put = std::function<void(const Rect&)>;
  std::vector<Put> things;
  for (const Toggle& toggle : toggles(sketch)) {
    things.emplace_back([&sketch, toggle](const Rect& rect) { add_toggle(sketch, rect, toggle); });
    if (toggle.ease == visit::Ease::speech)
      things.emplace_back([&sketch](const Rect& rect) { add_volume(sketch, rect); });
  }
  things.emplace_back([&sketch](const Rect& rect) { add_reset(sketch, rect); });

  const EasierPlan plan = easier_plan(sketch, things.size(), view.can_speak);
  add_sheet(sketch, scene, plan.header);
  if (plan.back) add_back(sketch, plan.back->x, plan.back->y, SheetClosed{});
  add_done(sketch, plan.done);
  for (std::size_t i = 0; i < plan.cells.size(); ++i) things[plan.first + i](plan.cells[i]);
  if (plan.turning) add_turning(sketch, *plan.turning, page_name("easier", (plan.page + 1) % plan.pages));
}

}  // namespace farewell::kiosk
