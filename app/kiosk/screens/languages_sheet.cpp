// The sheet with the languages.

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/kiosk/screens/parts.h"
#include "app/kiosk/screens/sheet.h"

namespace farewell::kiosk {
namespace {

constexpr float kGap = 16;

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

}  // namespace

void add_languages_sheet(const View& view, Scene& scene) {
  Sketch sketch(view, scene);
  const float width = sketch.width();
  const float margin = sketch.portrait() || sketch.small() ? 28.f : 34.f;
  const int columns = sketch.portrait() ? 3 : sketch.small() ? 4 : 5;
  const float w = (width - 2 * margin - kGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const SheetHeader header{.margin = margin,
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

}  // namespace farewell::kiosk
