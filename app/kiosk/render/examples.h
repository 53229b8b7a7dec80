// A state for each screen worth a picture: for --render, golden images and layout tests. Not what a customer
// did. Values; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/kiosk/screens/screens.h"

namespace farewell::kiosk {

/// What a screen needs to be shown.
struct Example {
  visit::State state;
  survey::Survey survey;
  visit::Abilities abilities;
  std::string sheet;
  KeyboardState keyboard;
  std::vector<std::uint32_t> garden;
  std::uint32_t guest_number = 0;
  std::string fact;
  ReaderState reader = ReaderState::off;
  std::optional<survey::NextOpening> closed_until;
  std::optional<Mood> always;  ///< the only light in which it is ever seen
  std::int64_t now_ms = 0;     ///< late enough that nothing moves any more
};

/// "welcome", "change", "goodbye-quiet-noted" …, in the order in which a visit meets them.
std::vector<std::string> example_names();

/// Nothing, if there is no example of that name.
std::optional<Example> example(const std::string& name, const std::string& language);

/// An example as the screens take it, with a voice to read it aloud; all that is given outlives it.
View view_of(const Example& example, const survey::Words& words,
             const std::vector<survey::Language>& languages, const Theme& theme, const Metrics& metrics,
             Type& type);

}  // namespace farewell::kiosk
