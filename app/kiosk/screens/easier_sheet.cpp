// "Make this easier": a switch for each thing, the volume, and back to usual. Only what works is offered.

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/kiosk/screens/parts.h"
#include "app/kiosk/screens/sheet.h"

namespace farewell::kiosk {
namespace {

constexpr float kRowHigh = 138;

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
  if (sketch.large() || !label.fits || !says.fits || top + label.ink_top < room.y) {
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

/// The whole tile is the switch; it says its state in words, too. Narrow ones show no switch but a check.
void add_toggle(Sketch& sketch, const Rect& rect, const Toggle& toggle) {
  const int mark = sketch.mark();
  const bool compact = rect.w < 480;
  const float h = rect.h - 4, icon = compact ? 54.f : 66.f, side = compact ? 14.f : 24.f;
  const bool badge = compact && toggle.on;
  const bool narrow = rect.w < 260;
  const float end = rect.right() - (badge && !narrow ? 40.f : compact ? 10.f : side + 116 + 12);
  const auto words_from = [&](float x) {
    const Rect room{x, rect.y + 2, end - x, h - 4};
    return badge && narrow ? clear_of_badge(sketch, toggle, room) : room;
  };
  Rect words = words_from(rect.x + side + icon + (compact ? 10.f : 20.f));
  // A long name takes the icon's room.
  const bool with_icon = fit_name(sketch, toggle, words).fits;
  if (!with_icon) words = words_from(rect.x + side);
  sketch.box(rect, toggle.on ? Shape::selected : Shape::tile);
  if (with_icon) sketch.picture({rect.x + side, rect.y + (h - icon) / 2, icon, icon}, toggle.icon);
  add_toggle_words(sketch, words, toggle);
  if (!compact)
    sketch.picture({rect.right() - side - 116, rect.y + (h - 69) / 2, 116, 69},
                   toggle.on ? "parts/toggle-on" : "parts/toggle-off");
  if (badge) add_badge(sketch, rect);
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
  usual.before = {"icons/reset", rect.w < 480 ? 46.f : 60.f};
  add_button(sketch, usual, visit::Action{visit::UsualTapped{}}, reset);
}

void add_done(Sketch& sketch, const Rect& rect) {
  const std::string done = sketch.say("easier.done");
  Button button{.rect = rect, .shape = Shape::primary, .word = done};
  button.after = {"icons/check", 50};
  add_button(sketch, button, SheetClosed{}, done);
}

/// The cells below the header, or in reach mode those of the lower half.
struct Grid {
  float margin = 40;
  float top = 174;
  int columns = 2;
  float cell_h = kRowHigh;
  float gap = kGap;

  Rect cell(const Sketch& sketch, int i) const {
    const float across = static_cast<float>(columns);
    const float w = (sketch.width() - 2 * margin - gap * (across - 1)) / across;
    const float column = static_cast<float>(i % columns), row = static_cast<float>(i / columns);
    return {margin + column * (w + gap), top + row * (cell_h + gap), w, cell_h};
  }
};

Grid grid_for(const Sketch& sketch) {
  const float height = sketch.height();
  if (sketch.reach()) {
    // The last row is Back's and Done's.
    const int columns = sketch.portrait() ? 3 : 4, rows = sketch.portrait() ? 4 : 3;
    const float foot = 10;
    const float h = (height / 2 - foot + kGap) / static_cast<float>(rows) - kGap;
    return {28, height - foot - static_cast<float>(rows) * (h + kGap) + kGap, columns, h};
  }
  if (sketch.small()) return {14, 1 + kTarget + kGap, 3, kTarget};
  if (!sketch.portrait()) return {};
  const float top = 20 + kTarget + kGap;
  return {28, top, 1, (height - top - 10) / 8 - kGap + kGap / 8};
}

}  // namespace

void add_easier_sheet(const View& view, Scene& scene) {
  Sketch sketch(view, scene);
  const Grid grid = grid_for(sketch);
  const float width = sketch.width();
  const float done_w = std::max(252.f, std::ceil(button_width(sketch, sketch.say("easier.done"), 50)));
  const SheetHeader header{.margin = grid.margin,
                           .y = sketch.small()      ? 1.f
                                : sketch.portrait() ? 20.f
                                                    : 38.f,
                           .end_x = width - grid.margin - (sketch.reach() ? 0 : done_w),
                           .title = sketch.say("easier.title"),
                           .icon = {"icons/access", 70}};
  add_sheet(sketch, scene, header);
  const float header_y = sketch.reach() ? sketch.height() - 10 - kTarget : header.y;
  if (sketch.reach()) add_back(sketch, grid.margin, header_y, SheetClosed{});
  add_done(sketch, {width - grid.margin - done_w, header_y, done_w, kTarget});

  int place = 0;
  for (const Toggle& toggle : toggles(sketch)) {
    add_toggle(sketch, grid.cell(sketch, place++), toggle);
    if (toggle.ease != visit::Ease::speech) continue;
    const float x = grid.margin + kTarget + kGap, end = width - grid.margin - done_w - kGap;
    const bool at_foot = sketch.reach() && sketch.portrait();
    add_volume(sketch, at_foot ? Rect{x, header_y, end - x, kTarget} : grid.cell(sketch, place++));
  }
  add_reset(sketch, grid.cell(sketch, place));
}

}  // namespace farewell::kiosk
