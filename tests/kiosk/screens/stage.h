// A terminal's screen without the terminal: a survey, the shipped languages and themes, a state to set, and
// the scene that follows. For the tests of the screens.
#pragma once

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/kiosk/screens/screens.h"
#include "core/base/assets.h"
#include "core/survey/survey.h"

namespace farewell::kiosk {

/// Fonts and files are read once for all cases.
inline Type& shared_type() {
  static Type type;
  return type;
}
inline const std::vector<survey::Language>& shipped_languages() {
  static const auto languages = survey::load_languages(assets_folder() / "languages");
  REQUIRE(languages);
  return *languages;
}
inline const Theme& theme_of(Mood mood, Season season = Season::flowering) {
  static std::map<std::pair<Mood, Season>, Result<Theme>> themes;
  const std::pair key{mood, season};
  if (!themes.contains(key)) themes.emplace(key, load_theme(assets_folder(), mood, {}, season));
  const auto& theme = themes.at(key);
  REQUIRE(theme);
  return *theme;
}

struct Stage {
  survey::Survey survey = survey::default_survey();
  visit::Abilities abilities{.help_calls = true, .contacts = true};
  visit::State state;
  std::string language = "en";
  Mood mood = Mood::day;
  Metrics metrics = metrics_for(1280, 800);
  KeyboardState keyboard;
  std::string sheet;
  std::int64_t now_ms = 0;
  bool can_speak = true;

  Stage() {
    state.visit = visit::Visit{};
    state.visit->value = 4;
    for (const survey::Topic& topic : survey.topics) state.visit->topic_order.push_back(topic.id);
  }

  visit::Visit& visit() { return *state.visit; }

  /// The letter was typed by keys or a switch, and offers what is under it.
  void type_a_french_c() {
    language = "fr";
    visit().draft = "xc";
    keyboard.alternatives_of = "c";
    keyboard.held_typed = true;
  }

  Scene scene(visit::Screen screen) {
    state.screen = screen;
    const survey::Words said(survey, shipped_languages(), language);
    const View view{.state = state,
                    .survey = survey,
                    .words = said,
                    .languages = shipped_languages(),
                    .abilities = abilities,
                    .theme = theme_of(mood),
                    .metrics = metrics,
                    .type = shared_type(),
                    .now_ms = now_ms,
                    .sheet = sheet,
                    .keyboard = keyboard,
                    .garden = {},
                    .guest_number = 1,
                    .can_speak = can_speak};
    switch (screen) {
      case visit::Screen::welcome:
        return finished(view, welcome(view));
      case visit::Screen::change:
        return finished(view, change(view));
      case visit::Screen::words:
        return finished(view, kiosk::words(view));
      case visit::Screen::recovery:
        return finished(view, recovery(view));
      case visit::Screen::contact:
        return finished(view, contact(view));
      default:
        FAIL("not a screen of these tests");
    }
    return {};
  }
};

/// What a touch in the middle of the target called `label` means; fails if there is none.
inline const Target& target_called(const Scene& scene, const std::string& label) {
  for (const Target& target : scene.targets)
    if (target.label == label) return target;
  FAIL("no target is called " << label);
  return scene.targets.front();
}

inline bool has_target(const Scene& scene, const std::string& label) {
  for (const Target& target : scene.targets)
    if (target.label == label) return true;
  return false;
}

/// The action of a target, if it is a `T`.
template <class T>
const T* action_of(const Target& target) {
  const auto* action = std::get_if<visit::Action>(&target.intent);
  return action ? std::get_if<T>(action) : nullptr;
}

template <class T>
bool means(const Scene& scene, const std::string& label) {
  return action_of<T>(target_called(scene, label)) != nullptr;
}

inline bool says(const Scene& scene, const std::string& text) {
  for (const Element& element : scene.elements)
    if (const auto* set = std::get_if<Text>(&element); set && set->text == text) return true;
  return false;
}

inline int count(const Scene& scene, Shape shape) {
  int found = 0;
  for (const Element& element : scene.elements)
    if (const auto* box = std::get_if<Box>(&element)) found += box->shape == shape;
  return found;
}

inline int count_pictures(const Scene& scene, const std::string& name) {
  int found = 0;
  for (const Element& element : scene.elements)
    if (const auto* picture = std::get_if<Picture>(&element)) found += picture->name == name;
  return found;
}

}  // namespace farewell::kiosk
