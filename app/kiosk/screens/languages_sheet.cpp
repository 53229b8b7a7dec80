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

/// In reach mode the languages stand in the lower half, as many as it holds, and the last tile turns the
/// page: the sheet is then called "languages 2".
void add_within_reach(Sketch& sketch, const std::vector<const survey::Language*>& languages) {
  const float margin = 28, gap = sketch.portrait() ? 10.f : 12.f, foot = 10;
  const int columns = sketch.portrait() ? 3 : 5, rows = sketch.portrait() ? 5 : 3;
  const float across = static_cast<float>(columns);
  const float w = (sketch.width() - 2 * margin - gap * (across - 1)) / across;
  const float top = std::max(sketch.height() / 2,
                             sketch.height() - foot - static_cast<float>(rows) * (kTarget + gap) + gap);
  const auto cell = [&](std::size_t i) {
    const auto column = static_cast<float>(i % static_cast<std::size_t>(columns));
    const auto row = static_cast<float>(i / static_cast<std::size_t>(columns));
    return Rect{margin + column * (w + gap), top + row * (kTarget + gap), w, kTarget};
  };
  const auto cells = static_cast<std::size_t>(columns * rows);
  add_back(sketch, cell(0).x, cell(0).y, SheetClosed{});
  const bool paged = languages.size() + 1 > cells;
  const std::size_t a_page = paged ? cells - 2 : cells - 1;
  const std::size_t pages = (languages.size() + a_page - 1) / a_page;
  const std::string& sheet = sketch.view().sheet;
  const std::size_t page = sheet.size() > 10 ? static_cast<std::size_t>(sheet.back() - '1') % pages : 0;
  const std::size_t first = page * a_page, last = std::min(languages.size(), first + a_page);
  for (std::size_t i = first; i < last; ++i)
    add_language(sketch, cell(1 + i - first), *languages[i], languages[i]->tag == sketch.view().words.tag());
  if (!paged) return;
  const std::size_t next = (page + 1) % pages;
  const std::string more = sketch.say("languages.more");
  add_button(sketch, {.rect = cell(cells - 1), .shape = Shape::outline, .word = more},
             SheetOpened{next == 0 ? "languages" : "languages " + std::to_string(next + 1)}, more);
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
                           .end_x = width - margin - (sketch.reach() ? 0 : w),
                           .title = sketch.say("languages.title"),
                           .icon = {"icons/globe", 64}};
  add_sheet(sketch, scene, header);
  if (sketch.reach()) {
    std::vector<const survey::Language*> all;
    for (const std::string& tag : view.survey.languages)
      if (const survey::Language* language = find_language(view, tag)) all.push_back(language);
    return add_within_reach(sketch, all);
  }

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
