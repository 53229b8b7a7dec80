// What holds for every scene, on every panel, in every language and theme.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>

#include "app/kiosk/ui/text_request.h"
#include "core/base/assets.h"
#include "tests/kiosk/screens/stage.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

struct Panel {
  const char* name;
  int width, height;
  float diagonal_mm;
};
struct Case {
  const char* name;
  visit::Screen screen;
  std::function<void(Stage&)> set;
};

std::vector<Case> cases() {
  const std::string comment = "The queue at the till was long, but the man who helped me was very kind.";
  const auto nothing = [](Stage&) {};
  return {
      {"change", visit::Screen::change, nothing},
      {"change, chosen", visit::Screen::change,
       [=](Stage& stage) {
         stage.visit().value = 2;
         stage.visit().topics = {"waiting", "something-else"};
         stage.visit().comment = comment;
       }},
      {"change of six", visit::Screen::change, [](Stage& stage) { stage.survey.topics.pop_back(); }},
      {"words, empty", visit::Screen::words, nothing},
      {"words", visit::Screen::words,
       [=](Stage& stage) {
         stage.visit().topics = {"finding"};
         stage.visit().draft = comment + " " + comment;
       }},
      {"words, symbols", visit::Screen::words, [](Stage& stage) { stage.keyboard.page = KeyPage::symbols; }},
      {"recovery", visit::Screen::recovery,
       [](Stage& stage) {
         stage.visit().value = 1;
         stage.survey.staff_name = "Anna";
         stage.survey.staff_minutes = 2;
       }},
      {"recovery without help", visit::Screen::recovery,
       [](Stage& stage) { stage.abilities.help_calls = false; }},
      {"contact by phone", visit::Screen::contact,
       [](Stage& stage) { stage.visit().contact_draft = "+4790871142"; }},
      {"contact by phone, unfinished", visit::Screen::contact,
       [](Stage& stage) {
         stage.visit().contact_draft = "90";
         stage.visit().contact_checked = true;
       }},
      {"contact by e-mail", visit::Screen::contact,
       [](Stage& stage) {
         stage.visit().contact_by = visit::ContactBy::email;
         stage.visit().contact_draft = "a.rather.long.address.of.a.customer@a-shop-far-away.example.org";
       }},
      {"contact by e-mail, unfinished", visit::Screen::contact,
       [](Stage& stage) {
         stage.visit().contact_by = visit::ContactBy::email;
         stage.visit().contact_checked = true;
       }},
      {"idle warning", visit::Screen::change, [](Stage& stage) { stage.state.idle_warning = true; }},
      {"languages", visit::Screen::change, [](Stage& stage) { stage.sheet = "languages"; }},
      {"easier", visit::Screen::change,
       [](Stage& stage) {
         stage.sheet = "easier";
         stage.state.eases.more_time = true;
       }},
  };
}

std::vector<std::string> shipped_tags() {
  std::vector<std::string> tags;
  for (const survey::Language& language : shipped_languages()) tags.push_back(language.tag);
  return tags;
}

/// Night is laid out as day, so it is tried on one panel only.
bool tried(const Panel& panel, Mood mood) {
  return mood != Mood::night || panel.width == 1280;
}

using Check = void (*)(const Stage& stage, const Scene& scene);

void with_every_scene(const Panel& panel, const std::vector<Check>& checks) {
  for (const std::string& language : shipped_tags())
    for (const Mood mood : {Mood::day, Mood::night, Mood::contrast})
      for (const Case& one : cases()) {
        if (!tried(panel, mood)) continue;
        Stage stage;
        stage.language = language;
        stage.mood = mood;
        stage.metrics = metrics_for(panel.width, panel.height, panel.diagonal_mm);
        one.set(stage);
        const Scene scene = stage.scene(one.screen);
        INFO(one.name << ", " << panel.name << ", " << language << ", theme " << static_cast<int>(mood));
        for (const Check check : checks) check(stage, scene);
      }
  SUCCEED();
}

bool inside(const Rect& rect, const Metrics& metrics) {
  const float slack = 1;
  return rect.x >= -slack && rect.y >= -slack && rect.right() <= static_cast<float>(metrics.width) + slack &&
         rect.bottom() <= static_cast<float>(metrics.height) + slack && rect.w >= 0 && rect.h >= 0;
}

std::string described(const Element& element) {
  if (const auto* text = std::get_if<Text>(&element)) return "text: " + text->text;
  if (const auto* picture = std::get_if<Picture>(&element)) return "picture: " + picture->name;
  return "box of shape " + std::to_string(static_cast<int>(std::get<Box>(element).shape));
}

bool overlap(const Rect& a, const Rect& b) {
  const float slack = 0.5f;
  return a.x + slack < b.right() && b.x + slack < a.right() && a.y + slack < b.bottom() &&
         b.y + slack < a.bottom();
}

/// Keys are as large as the panel lets ten or eleven columns be; on the reference panel, 110 by 108.
/// Where there are five rows of them (kana, Thai), they share the height of four.
Rect least(const Target& target, const Stage& stage) {
  const Metrics& metrics = stage.metrics;
  const bool five_rows = stage.language == "ja" || stage.language == "th";
  const bool key = std::holds_alternative<KeyPressed>(target.intent) ||
                   std::holds_alternative<SheetOpened>(target.intent) ||
                   action_of<visit::WordsDone>(target) != nullptr;
  if (!key) return {0, 0, 118, metrics.small() ? 92.f : 118.f};
  if (metrics.small() || metrics.portrait()) return {0, 0, 70, five_rows ? 77.f : 88.f};
  return {0, 0, 110, five_rows ? 99.f : 108.f};
}

void nothing_stands_outside_the_window(const Stage& stage, const Scene& scene) {
  for (const Element& element : scene.elements) {
    const auto* box = std::get_if<Box>(&element);
    if (box && box->shape == Shape::sheet) continue;  // it comes from below
    const Rect rect = std::visit([](const auto& part) { return part.rect; }, element);
    if (!inside(rect, stage.metrics)) FAIL_CHECK("outside: " + described(element));
  }
  for (const Target& target : scene.targets)
    if (!inside(target.rect, stage.metrics)) FAIL_CHECK("outside: target " + target.label);
}

void no_two_targets_overlap(const Stage&, const Scene& scene) {
  for (std::size_t i = 0; i < scene.targets.size(); ++i)
    for (std::size_t k = i + 1; k < scene.targets.size(); ++k)
      if (overlap(scene.targets[i].rect, scene.targets[k].rect))
        FAIL_CHECK("overlap: " + scene.targets[i].label + " and " + scene.targets[k].label);
}

void every_target_is_large_enough_and_called(const Stage& stage, const Scene& scene) {
  for (const Target& target : scene.targets) {
    const Rect smallest = least(target, stage);
    const float w = target.rect.w / stage.metrics.scale, h = target.rect.h / stage.metrics.scale;
    if (w < smallest.w - 1 || h < smallest.h - 1) FAIL_CHECK(target.label << ": " << w << " by " << h);
    if (target.label.empty()) FAIL_CHECK("a target without a label");
  }
}

void every_text_fits_and_has_its_glyphs(const Stage& stage, const Scene& scene) {
  for (const Element& element : scene.elements) {
    const auto* text = std::get_if<Text>(&element);
    if (!text) continue;
    const TextSize size = shared_type().measure(
        request_for(*text, theme_of(stage.mood), stage.metrics, scene.right_to_left, stage.language));
    if (size.overflows) FAIL_CHECK("does not fit: " + text->text);
    if (size.missing_glyph) FAIL_CHECK("lacks a glyph: " + text->text);
    if (size.height > text->rect.h + 1.5f) FAIL_CHECK("is too high: " + text->text);
    if (text->px > 0 && text->px < stage.metrics.px(25) - 0.01f) FAIL_CHECK("too small: " + text->text);
  }
}

void every_picture_is_among_the_art(const Stage&, const Scene& scene) {
  for (const Element& element : scene.elements)
    if (const auto* picture = std::get_if<Picture>(&element))
      if (!std::filesystem::exists(assets_folder() / ("art/" + picture->name + ".svg")))
        FAIL_CHECK(picture->name);
}

void keeps_its_promises(const Panel& panel) {
  with_every_scene(panel, {nothing_stands_outside_the_window, no_two_targets_overlap,
                           every_target_is_large_enough_and_called, every_text_fits_and_has_its_glyphs,
                           every_picture_is_among_the_art});
}

}  // namespace

TEST_CASE("every scene fits a ten-inch panel") {
  keeps_its_promises({"10 inch", 1280, 800, 0});
}

TEST_CASE("every scene fits an upright panel") {
  keeps_its_promises({"upright", 800, 1280, 0});
}

TEST_CASE("every scene fits a seven-inch panel") {
  keeps_its_promises({"7 inch", 1024, 600, 178});
}

TEST_CASE("every scene fits a full HD panel") {
  keeps_its_promises({"full HD", 1920, 1080, 0});
}
