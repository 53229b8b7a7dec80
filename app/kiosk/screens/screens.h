// The screens: the visit's state and the panel in, a Scene out. No timers, no policy, no drawing: the state
// says what is true, the screen says where it stands. Drawing thread only (they measure with Type).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/kiosk/screens/keyboard_state.h"
#include "app/kiosk/ui/scene.h"
#include "app/kiosk/ui/theme.h"
#include "app/kiosk/ui/type.h"
#include "core/survey/language.h"
#include "core/visit/visit.h"

namespace farewell::kiosk {

/// How far reading the screen aloud has come.
enum class ReaderState {
  off,      ///< nobody listens
  reading,  ///< something is being said
  paused,   ///< there is more to say
  done,
};

/// Everything that a screen may look at.
struct View {
  const visit::State& state;
  const survey::Survey& survey;
  const survey::Words& words;
  const std::vector<survey::Language>& languages;
  const visit::Abilities& abilities;
  const Theme& theme;
  const Metrics& metrics;
  Type& type;
  std::int64_t now_ms = 0;  ///< monotonic
  std::string sheet = {};   ///< "languages", "easier"; "topics 2": a page of Change; empty: none open
  KeyboardState keyboard = {};
  std::vector<std::uint32_t> garden = {};  ///< today's guests, oldest first
  std::uint32_t guest_number = 0;          ///< this guest's in today's garden, from 1
  std::string fact = {};                   ///< today's, of the survey's; its word is "fact.<id>"
  ReaderState reader = ReaderState::off;
  std::optional<survey::NextOpening> closed_until = {};  ///< the shop is closed, and nobody stands here
  bool daylight = false;                                 ///< … although the sun is up
  bool can_speak = false;  ///< there is a voice for the language, and something to hear it with
  Motion motion = Motion::full;
};

Scene welcome(const View& view);
/// In Welcome's place while the shop is closed: nothing to touch.
Scene closed(const View& view);
Scene change(const View& view);
Scene words(const View& view);
Scene recovery(const View& view);
Scene contact(const View& view);
Scene goodbye(const View& view);
/// Laid over the screen behind it.
void add_idle_warning(const View& view, Scene& scene);
void add_languages_sheet(const View& view, Scene& scene);
void add_easier_sheet(const View& view, Scene& scene);

/// What a screen becomes before it is shown: with the sheet or the idle warning over it, and mirrored.
Scene finished(const View& view, Scene screen);

/// The scene for the state: the screen, with the sheet or the idle warning over it, mirrored in right-to-left
/// languages. The functions above lay out left to right; only here does everything turn (mirror.h).
Scene scene_for(const View& view);

}  // namespace farewell::kiosk
