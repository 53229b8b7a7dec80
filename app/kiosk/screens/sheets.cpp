// The sheets that rise over a screen: choosing a language, and making it easier. Only what works is offered.

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/kiosk/screens/parts.h"

namespace farewell::kiosk {
namespace {

constexpr float kGap = 16;

struct Header {
  float margin = 40;
  float y = 38;
  float end_x = 0;  ///< where what stands at the far end begins
  std::string title;
  Icon icon;
};

/// The scrim, the sheet, the way back, an icon and the title. Targets below are out of reach.
void add_sheet(Sketch& sketch, Scene& scene, const Header& header) {
  scene.targets.clear();
  const float width = sketch.width(), height = sketch.height();
  const float top = std::max(header.y - 14, 0.f);
  sketch.box({0, 0, width, height}, Shape::scrim);
  sketch.box({0, top, width, height - top + 60}, Shape::sheet);  // its lower corners stay out of sight
  add_back(sketch, header.margin, header.y, SheetClosed{});
  float x = header.margin + 146;
  if (!sketch.small()) {
    sketch.picture({x, header.y + (kTarget - header.icon.px) / 2, header.icon.px, header.icon.px},
                   header.icon.name);
    x += header.icon.px + 22;
  }
  const float w = header.end_x - 16 - x;
  const Fitted title = sketch.fit_even(
      header.title, {.role = Role::sheet, .stand = Stand::middle}, w,
      {{60, 1.06f, 1}, {52, 1.06f, 1}, {44, 1.04f, 2}, {36, 1.04f, 2}, {30, 1.04f, 3}}, kTarget);
  sketch.text({x, header.y + 3, title.width, kTarget}, title.text, title.lettering);
}

const survey::Language* find_language(const View& view, const std::string& tag) {
  for (const survey::Language& language : view.languages)
    if (language.tag == tag) return &language;
  return nullptr;
}

/// Scripts whose letters look small beside Latin ones are set larger or heavier (look-states.md).
Lettering endonym_lettering(const std::string& tag, bool chosen) {
  const std::string script = tag.substr(0, 2);
  const bool tall = script == "hi" || script == "th";
  const bool heavy = chosen || script == "zh" || script == "ja" || script == "ko";
  return {.role = Role::button,
          .px = tall ? 44.f : 40.f,
          .line = 1.2f,
          .weight = heavy ? 700 : 0,
          .align = Align::centre,
          .stand = Stand::middle,
          .language = tag};
}

void add_language(Sketch& sketch, const Rect& rect, const survey::Language& language, bool chosen) {
  const int mark = sketch.mark();
  const Lettering lettering = endonym_lettering(language.tag, chosen);
  const Fitted word = sketch.fit(language.endonym, lettering, rect.w - 16,
                                 {{lettering.px, 1.2f, 1}, {36, 1.2f, 1}, {32, 1.2f, 1}, {27, 1.2f, 2}});
  sketch.box(rect, chosen ? Shape::selected : Shape::tile);
  sketch.text({rect.x + 8, rect.y, rect.w - 16, rect.h - (chosen ? 0.f : 4.f)}, word.text, word.lettering);
  if (chosen) {
    add_badge(sketch, rect);
    sketch.target(rect, SheetClosed{},
                  sketch.say("languages.spoken_current", {{"language", language.endonym}}), mark);
  } else {
    sketch.target(rect, visit::Action{visit::LanguageChosen{language.tag}}, language.endonym, mark);
  }
}

struct Toggle {
  std::string icon;
  std::string name_key;
  std::string on_key;
  bool on = false;
  visit::Ease ease = visit::Ease::contrast;
};

/// The whole tile is the switch; it says its state in words, too.
void add_toggle(Sketch& sketch, const Rect& rect, const Toggle& toggle) {
  const int mark = sketch.mark();
  const std::string name = sketch.say(toggle.name_key);
  const std::string state = sketch.say(toggle.on ? toggle.on_key : "easier.off");
  const float h = rect.h - 4;
  sketch.box(rect, toggle.on ? Shape::selected : Shape::tile);
  sketch.picture({rect.x + 24, rect.y + (h - 66) / 2, 66, 66}, toggle.icon);
  const float switch_x = rect.right() - 24 - 116;
  const float x = rect.x + 110, w = switch_x - 12 - x;
  const Fitted label = sketch.fit(name, {.role = Role::button, .weight = 700}, w,
                                  {{40, 1.18f, 1}, {36, 1.18f, 1}, {32, 1.05f, 2}, {28, 1.05f, 2}});
  const Fitted says = sketch.fit(state, {.role = Role::body}, w,
                                 {{40, 1.18f, 1}, {36, 1.18f, 1}, {30, 1.1f, 1}, {28, 1.05f, 2}});
  const float top = rect.y + (h - label.height - says.height) / 2;
  sketch.text({x, top, w, label.height}, label.text, label.lettering);
  sketch.text({x, top + label.height, w, says.height}, says.text, says.lettering);
  sketch.picture({switch_x, rect.y + (h - 69) / 2, 116, 69},
                 toggle.on ? "parts/toggle-on" : "parts/toggle-off");
  sketch.target(rect, visit::Action{visit::EaseTapped{toggle.ease}}, name + ", " + state, mark);
}

}  // namespace

void add_languages_sheet(const View& view, Scene& scene) {
  Sketch sketch(view, scene);
  const float width = sketch.width();
  const float margin = sketch.portrait() || sketch.small() ? 28.f : 34.f;
  const int columns = sketch.portrait() ? 3 : sketch.small() ? 4 : 5;
  const float w = (width - 2 * margin - kGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const Header header{.margin = margin,
                      .y = sketch.small() ? 8.f : 38.f,
                      .end_x = width - margin - w,
                      .title = sketch.say("languages.title"),
                      .icon = {"icons/globe", 64}};
  add_sheet(sketch, scene, header);

  std::vector<const survey::Language*> others;
  for (const std::string& tag : view.survey.languages) {
    const survey::Language* language = find_language(view, tag);
    if (!language) continue;
    if (tag == view.words.tag())
      add_language(sketch, {header.end_x, header.y, w, kTarget}, *language, true);
    else
      others.push_back(language);
  }
  const float top = header.y + kTarget + kGap;
  const float rows = std::ceil(static_cast<float>(others.size()) / static_cast<float>(columns));
  const float fits = (sketch.height() - top - kGap - kGap * (rows - 1)) / std::max(rows, 1.f);
  const float h = std::min(sketch.portrait() ? 150.f : 138.f, fits);
  for (std::size_t i = 0; i < others.size(); ++i) {
    const float column = static_cast<float>(i % static_cast<std::size_t>(columns));
    const float row = static_cast<float>(i / static_cast<std::size_t>(columns));
    add_language(sketch, {margin + column * (w + kGap), top + row * (h + kGap), w, h}, *others[i], false);
  }
}

void add_easier_sheet(const View& view, Scene& scene) {
  Sketch sketch(view, scene);
  const float width = sketch.width();
  const float margin = sketch.portrait() || sketch.small() ? 28.f : 40.f;
  const std::string done = sketch.say("easier.done");
  const float done_w = std::max(252.f, std::ceil(button_width(sketch, done, 50)));
  const Header header{.margin = margin,
                      .y = sketch.small() ? 8.f : 38.f,
                      .end_x = width - margin - done_w,
                      .title = sketch.say("easier.title"),
                      .icon = {"icons/access", 70}};
  add_sheet(sketch, scene, header);
  Button button{.rect = {header.end_x, header.y, done_w, kTarget}, .shape = Shape::primary, .word = done};
  button.after = {"icons/check", 50};
  add_button(sketch, button, SheetClosed{}, done);

  const bool one_column = sketch.portrait() || sketch.small();
  const float w = one_column ? width - 2 * margin : (width - 2 * margin - kGap) / 2;
  const float h = sketch.small() ? kTarget : 138;
  const float top = header.y + kTarget + kGap;
  const auto place = [&](int i) {
    const float column = one_column ? 0 : static_cast<float>(i % 2);
    const float row = static_cast<float>(one_column ? i : i / 2);
    return Rect{margin + column * (w + kGap), top + row * (h + kGap), w, h};
  };
  add_toggle(
      sketch, place(0),
      {"icons/ease-contrast", "easier.contrast", "easier.on", view.state.eases.contrast, visit::Ease::contrast});
  add_toggle(sketch, place(1),
             {"icons/ease-time", "easier.more_time", "easier.on_no_hurry", view.state.eases.more_time,
              visit::Ease::more_time});
  const std::string reset = sketch.say("easier.reset");
  Button usual{.rect = place(one_column ? 2 : 3), .shape = Shape::outline, .word = reset};
  usual.before = {"icons/reset", 60};
  add_button(sketch, usual, visit::Action{visit::UsualTapped{}}, reset);
}

}  // namespace farewell::kiosk
