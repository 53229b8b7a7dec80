// Every example made easier: large text, all controls within reach, both; and the whole of it by keys.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "app/kiosk/render/examples.h"
#include "app/kiosk/screens/focus.h"
#include "app/kiosk/screens/scan.h"
#include "app/kiosk/ui/text_request.h"
#include "core/base/assets.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

struct Eased {
  bool large = false, reach = false;
};

struct Shown {
  Eased eased;
  Scene scene;
  Metrics metrics;
  Theme theme;
};

Type& type() {
  static Type made;
  return made;
}

Shown show(const std::string& name, const std::string& language, int width, int height, Eased eased) {
  static const auto languages = survey::load_languages(assets_folder() / "languages");
  static const auto theme = load_theme(assets_folder(), Mood::day);
  REQUIRE(languages);
  REQUIRE(theme);
  auto made = example(name, language);
  REQUIRE(made);
  made->state.eases.large_text = eased.large;
  made->state.eases.reach = eased.reach;
  const survey::Words words(made->survey, *languages, language);
  const Metrics metrics = metrics_for(width, height);
  View view{made->state,       made->survey, words,        *languages,  made->abilities, *theme,
            metrics,           type(),       made->now_ms, made->sheet, made->keyboard,  made->garden,
            made->guest_number};
  view.can_speak = true;
  return {eased, scene_for(view), metrics, *theme};
}

using Check = void (*)(const Shown& shown, const std::string& language);

/// Every check for every example, language, size and ease, named in failures.
void for_all(const std::vector<Eased>& eases, const std::vector<std::string>& in,
             const std::vector<Check>& checks) {
  for (const auto& [width, height] : {std::pair{1280, 800}, {800, 1280}, {1024, 600}, {1920, 1080}})
    for (const std::string& language : in)
      for (const std::string& name : example_names())
        for (const Eased& eased : eases) {
          INFO(name << " in " << language << " at " << width << "x" << height
                    << (eased.large ? ", large" : "") << (eased.reach ? ", within reach" : ""));
          const Shown shown = show(name, language, width, height, eased);
          for (const Check check : checks) check(shown, language);
        }
  SUCCEED();
}

bool overlap(const Rect& a, const Rect& b) {
  const float slack = 0.5f;
  return a.x + slack < b.right() && b.x + slack < a.right() && a.y + slack < b.bottom() &&
         b.y + slack < a.bottom();
}

/// A surprise may stand behind a button.
bool is_a_gift(const Target& target) {
  const auto* action = std::get_if<visit::Action>(&target.intent);
  return action != nullptr && std::holds_alternative<visit::SurpriseTouched>(*action);
}

bool is_a_key(const Target& target) {
  return std::holds_alternative<KeyPressed>(target.intent);
}

void stands_apart(const Shown& shown, const std::string&) {
  const auto& targets = shown.scene.targets;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const Rect& rect = targets[i].rect;
    const bool within = rect.x >= -1 && rect.y >= -1 &&
                        rect.right() <= static_cast<float>(shown.metrics.width) + 1 &&
                        rect.bottom() <= static_cast<float>(shown.metrics.height) + 1;
    if (!within) FAIL_CHECK("outside: " << targets[i].label);
    for (std::size_t k = i + 1; k < targets.size(); ++k)
      if (overlap(rect, targets[k].rect) && !is_a_gift(targets[i]) && !is_a_gift(targets[k]))
        FAIL_CHECK("overlap: " << targets[i].label << " and " << targets[k].label);
  }
}

/// In the lower half of a landscape panel, five rows of kana and their candidates make six.
void keeps_its_size(const Shown& shown, const std::string& language) {
  const bool keyboard = std::ranges::count_if(shown.scene.targets, is_a_key) > 0;
  const float least = !keyboard ? 118 : shown.eased.reach && language == "ja" ? 64 : 70;
  for (const Target& target : shown.scene.targets)
    if (target.rect.w / shown.metrics.scale < least - 1 || target.rect.h / shown.metrics.scale < least - 1)
      FAIL_CHECK(target.label << ": " << target.rect.w / shown.metrics.scale << " by "
                              << target.rect.h / shown.metrics.scale);
}

void is_whole(const Shown& shown, const std::string& language) {
  for (const Element& element : shown.scene.elements) {
    const auto* text = std::get_if<Text>(&element);
    if (text == nullptr) continue;
    const TextSize size =
        type().measure(request_for(*text, shown.theme, shown.metrics, shown.scene.right_to_left, language));
    if (size.overflows) FAIL_CHECK("cut: " << text->text);
    if (size.missing_glyph) FAIL_CHECK("lacks a glyph: " << text->text);
    const bool within =
        text->rect.y >= -1 && text->rect.y + (text->stand == Stand::top ? size.height : text->rect.h) <=
                                  static_cast<float>(shown.metrics.height) + 4;
    if (!within) FAIL_CHECK("outside: " << text->text);
  }
}

void is_within_reach(const Shown& shown, const std::string&) {
  if (!shown.eased.reach || shown.metrics.small()) return;
  for (const Target& target : shown.scene.targets)
    if (target.rect.y < static_cast<float>(shown.metrics.height) / 2 - 1)
      FAIL_CHECK(target.label << " at " << target.rect.y);
}

void arrows_reach_all(const Shown& shown, const std::string&) {
  const Scene& scene = shown.scene;
  const auto first = focus_at_first(scene);
  if (!first) return;
  for (const std::size_t from : {*first, std::size_t{0}, scene.targets.size() - 1}) {
    std::set<std::size_t> met = {from};
    std::vector<std::size_t> left = {from};
    while (!left.empty()) {
      const std::size_t here = left.back();
      left.pop_back();
      for (const Way way : {Way::left, Way::right, Way::up, Way::down})
        if (const std::size_t there = focus_moved(scene, here, way); met.insert(there).second)
          left.push_back(there);
    }
    if (met.size() != scene.targets.size()) FAIL_CHECK("not all from " << scene.targets[from].label);
  }
}

void tab_visits_all(const Shown& shown, const std::string&) {
  const Scene& scene = shown.scene;
  if (scene.targets.empty()) return;
  std::size_t here = focus_rows(scene).front().front();
  std::vector<std::size_t> met = {here};
  for (std::size_t step = 0; step < scene.targets.size() + 3; ++step) {
    const std::size_t next = focus_moved(scene, here, Way::next);
    if (next == here) break;
    if (focus_moved(scene, next, Way::previous) != here) FAIL_CHECK("no way back");
    met.push_back(here = next);
  }
  if (std::set(met.begin(), met.end()).size() != scene.targets.size() || met.size() != scene.targets.size())
    FAIL_CHECK("met " << met.size() << " of " << scene.targets.size());
}

void a_switch_takes_all(const Shown& shown, const std::string&) {
  const Scene& scene = shown.scene;
  std::set<std::size_t> taken;
  Scan rows;
  for (std::size_t step = 0; step <= scene.targets.size(); ++step) {
    Scan scan = rows;
    if (const auto target = scan_taken(scene, scan)) {
      taken.insert(*target);
    } else {
      for (std::size_t inner = 0; inner <= scene.targets.size() && scan.row; ++inner) {
        Scan here = scan;
        if (const auto one = scan_taken(scene, here)) taken.insert(*one);
        scan = scan_stepped(scene, scan);
      }
    }
    rows = scan_stepped(scene, rows);
  }
  if (taken.size() != scene.targets.size())
    FAIL_CHECK("took " << taken.size() << " of " << scene.targets.size());
}

}  // namespace

TEST_CASE("made easier, every screen is whole: in its window, apart, of its size, and within reach") {
  for_all({{true, false}, {false, true}, {true, true}}, {"en", "de", "ar", "ja", "ko", "th", "zh-Hans"},
          {stands_apart, keeps_its_size, is_whole, is_within_reach});
}

TEST_CASE("arrows, Tab and a switch alone meet every target of every screen, and never leave it") {
  for_all({{false, false}, {false, true}}, {"en", "ar", "ja", "zh-Hans"},
          {arrows_reach_all, tab_visits_all, a_switch_takes_all});
}

TEST_CASE("large text has capitals of 7.3 mm on Welcome and Change") {
  for (const auto& [width, height] : {std::pair{1280, 800}, {800, 1280}, {1920, 1080}})
    for (const char* name : {"welcome", "change", "change-selected"}) {
      const Shown shown = show(name, "en", width, height, {true, false});
      for (const Element& element : shown.scene.elements) {
        const auto* text = std::get_if<Text>(&element);
        if (text == nullptr) continue;
        INFO(name << " at " << width << "x" << height << ": " << text->text);
        CHECK(text->px / shown.metrics.scale >= 60);
      }
    }
}

TEST_CASE("the focus ring is seen in every theme: its two colours are 3:1 apart") {
  for (const Mood mood : kMoods) {
    const auto theme = load_theme(assets_folder(), mood);
    REQUIRE(theme);
    CHECK(contrast((*theme)[Colour::focus], (*theme)[Colour::tile]) >= 3);
  }
}
