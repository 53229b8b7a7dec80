// The sheet with the languages.

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/kiosk/screens/full_rows.h"
#include "app/kiosk/screens/parts.h"
#include "app/kiosk/screens/sheet.h"

namespace farewell::kiosk {
namespace {

struct Offered {
  std::string tag;
  const survey::Language* language = nullptr;
};

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

void add_language(Sketch& sketch, const Rect& rect, const std::string& tag, const survey::Language& language,
                  bool chosen) {
  const int mark = sketch.mark();
  const Lettering lettering = endonym_lettering(language.tag, chosen);
  const float inset = rect.w < 210 ? 3 : 8, w = rect.w - 2 * inset;
  const float badge = sketch.large() ? std::max(under_badge(rect), 28.f) : under_badge(rect);
  const float down = chosen ? badge : 0, foot = chosen ? down : 4;
  const std::vector<Step> steps = {{lettering.px, 1.2f, 1}, {kLeastLabel, 1.2f, 1}, {40, 1.1f, 2}};
  const Fitted word = sketch.fit(language.endonym, lettering, w, steps);
  sketch.box(rect, chosen ? Shape::selected : Shape::tile);
  sketch.text({rect.x + inset, rect.y + down, w, rect.h - foot}, word.text, word.lettering);
  if (chosen) {
    add_badge(sketch, rect);
    sketch.target(rect, SheetClosed{},
                  sketch.say("languages.spoken_current", {{"language", language.endonym}}), mark);
  } else {
    sketch.target(rect, visit::Action{visit::LanguageChosen{tag}}, language.endonym, mark);
  }
}

/// Tiles of one size in rows, as far as the sheet reaches.
struct Grid {
  float x = 0, y = 0, w = 0, h = 0;  ///< of the first tile
  int columns = 1, rows = 1;

  std::size_t tiles() const { return static_cast<std::size_t>(columns * rows); }
  Rect tile(std::size_t i) const {
    const int row = static_cast<int>(i) / columns, column = static_cast<int>(i) % columns;
    return {x + static_cast<float>(column) * (w + kGap), y + static_cast<float>(row) * (h + kGap), w, h};
  }
};

constexpr float kTurningInset = 12;

/// The tile that turns the page.
void add_turning(Sketch& sketch, const Rect& rect, const std::string& page) {
  const std::string more = sketch.say("languages.more");
  const int mark = sketch.mark();
  const float w = rect.w - 2 * kTurningInset;
  const Fitted word = sketch.fit(more, {.role = Role::button, .align = Align::centre, .stand = Stand::middle},
                                 w, {{40, 1.2f, 1}, {40, 1.1f, 2}, {40, .95f, 3}}, rect.h - 4);
  sketch.box(rect, Shape::outline);
  sketch.text({rect.x + kTurningInset, rect.y, w, rect.h}, word.text, word.lettering);
  sketch.target(rect, SheetOpened{page}, more, mark);
}

/// All of them if they fit; otherwise a page, whose last tile turns it.
void add_tiles(Sketch& sketch, const Grid& grid, const std::vector<Offered>& offered) {
  const bool paged = offered.size() > grid.tiles();
  const std::size_t a_page = paged ? grid.tiles() - 1 : grid.tiles();
  const std::size_t pages = (offered.size() + a_page - 1) / a_page;
  const std::size_t page = page_of("languages", sketch.view().sheet, pages);
  const std::size_t first = page * a_page, last = std::min(offered.size(), first + a_page);
  for (std::size_t i = first; i < last; ++i)
    add_language(sketch, grid.tile(i - first), offered[i].tag, *offered[i].language, false);
  if (!paged) return;
  add_turning(sketch, grid.tile(a_page), page_name("languages", (page + 1) % pages));
}

/// In reach mode the languages stand in the lower half, as many as it holds, and the last tile turns the
/// page: the sheet is then called "languages 2".
void add_within_reach(Sketch& sketch, const std::vector<Offered>& languages) {
  const float margin = 28, gap = kGap, foot = 10;
  const int columns = sketch.portrait() ? 3 : 5, rows = sketch.portrait() ? 4 : 3;
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
  const std::size_t page = page_of("languages", sketch.view().sheet, pages);
  const std::size_t first = page * a_page, last = std::min(languages.size(), first + a_page);
  for (std::size_t i = first; i < last; ++i)
    add_language(sketch, cell(1 + i - first), languages[i].tag, *languages[i].language,
                 languages[i].tag == sketch.view().words.tag());
  if (!paged) return;
  const std::string more = sketch.say("languages.more");
  add_button(sketch, {.rect = cell(cells - 1), .shape = Shape::outline, .word = more},
             SheetOpened{page_name("languages", (page + 1) % pages)}, more);
}

/// Where columns are too narrow for the names, each row takes as many as it holds, the one in use first.
bool in_full_rows(const Sketch& sketch) {
  return sketch.portrait() ? sketch.small() || sketch.large() : sketch.large() && sketch.height() < 820;
}

/// Tiles of full rows share what their words leave of the width.
void add_in_full_rows(Sketch& sketch, const Rect& room, const std::vector<Offered>& languages) {
  constexpr float kBeside = 20;  // of a word, on either side
  const float px = sketch.large() ? kLargeLabel : 0;
  const float rows = std::floor((room.h + kGap) / (kTarget + kGap));
  const float h = std::min((room.h + kGap) / rows - kGap, 138.f);
  std::vector<float> widths;
  for (const Offered& offered : languages) {
    Lettering name = endonym_lettering(offered.tag, offered.tag == sketch.view().words.tag());
    name.px = std::max(name.px, px);
    widths.push_back(std::max(kTarget, sketch.text_width(offered.language->endonym, name) + 2 * kBeside));
  }
  const float turning =
      sketch.text_width(sketch.say("languages.more"), {.role = Role::button, .px = px}) + 2 * kBeside;
  const std::vector<FullPage> pages =
      full_rows(widths, std::min(turning, room.w), {room.w, kGap, static_cast<std::size_t>(rows)});
  const std::size_t page = page_of("languages", sketch.view().sheet, pages.size());
  float y = room.y;
  for (const FullRow& row : pages[page]) {
    const auto width_of = [&](std::size_t tile) { return tile == kTurning ? turning : widths[tile]; };
    float spare = room.w - kGap * static_cast<float>(row.size() - 1), x = room.x;
    for (const std::size_t tile : row) spare -= width_of(tile);
    for (const std::size_t tile : row) {
      const Rect rect{x, y, width_of(tile) + spare / static_cast<float>(row.size()), h};
      if (tile == kTurning)
        add_turning(sketch, rect, page_name("languages", (page + 1) % pages.size()));
      else
        add_language(sketch, rect, languages[tile].tag, *languages[tile].language,
                     languages[tile].tag == sketch.view().words.tag());
      x = rect.right() + kGap;
    }
    y += h + kGap;
  }
}

}  // namespace

void add_languages_sheet(const View& view, Scene& scene) {
  Sketch sketch(view, scene);
  const float width = sketch.width();
  const float margin = sketch.small() ? 10.f : sketch.portrait() ? 28.f : 34.f;
  const int columns = sketch.portrait() ? 3 : sketch.small() ? 4 : 5;
  const float w = (width - 2 * margin - kGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const bool full = in_full_rows(sketch), header_is_title = full || sketch.reach();
  const SheetHeader header{.margin = margin,
                           .y = sketch.small() ? 1.f : 38.f,
                           .h = full ? header_height(sketch) : kTarget,
                           .end_x = width - margin - (header_is_title ? 0 : w),
                           .title = sketch.say("languages.title"),
                           .icon = {"icons/globe", 64}};
  add_sheet(sketch, scene, header);
  std::vector<Offered> offered;
  for (const std::string& tag : view.survey.languages) {
    if (const survey::Language* language = survey::language_for(view.languages, tag))
      offered.push_back({tag, language});
  }
  if (sketch.reach()) return add_within_reach(sketch, offered);
  const float top = header.y + header.h + kGap, room = sketch.height() - top - (sketch.small() ? 0.f : kGap);

  const auto in_use = std::ranges::find(offered, view.words.tag(), &Offered::tag);
  if (full) {
    if (in_use != offered.end()) std::rotate(offered.begin(), in_use, in_use + 1);
    return add_in_full_rows(sketch, {margin, top, width - 2 * margin, room}, offered);
  }
  if (in_use != offered.end()) {
    add_language(sketch, {header.end_x, header.y, w, kTarget}, in_use->tag, *in_use->language, true);
    offered.erase(in_use);
  }
  const float fit = std::floor((room + kGap) / (kTarget + kGap));
  const float needed = std::ceil(static_cast<float>(offered.size()) / static_cast<float>(columns));
  const float rows = std::clamp(needed, 1.f, fit);
  const float h = std::min(sketch.portrait() ? 150.f : 138.f, (room - kGap * (rows - 1)) / rows);
  add_tiles(sketch, {margin, top, w, h, columns, static_cast<int>(rows)}, offered);
}

}  // namespace farewell::kiosk
