// What the on-screen keyboard remembers between keys: shift, page, the letters being composed and what they
// may become. Not part of the visit, and forgotten, overwritten, with the text field. Values; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "app/kiosk/ime/candidate.h"
#include "core/visit/private_text.h"

namespace farewell::kiosk {

enum class KeyPage { letters, symbols };

/// Which letters: the language's own, or Latin ones in a language that is written otherwise.
enum class Script { own, latin };

enum class Shift {
  off,
  once,    ///< it turns the next letter's case
  locked,  ///< tapped twice at once, or held: capitals until it is tapped again
};

/// A capital at the start of a sentence is not remembered: it follows from the text.
struct KeyboardState {
  Shift shift = Shift::off;
  std::int64_t shift_ms = 0;  ///< when it was last tapped, monotonic
  KeyPage page = KeyPage::letters;
  Script script = Script::own;
  std::string alternatives_of;  ///< the key whose alternatives are on show; empty: none
  bool held_typed = false;      ///< that key's own letter is in the text: an alternative takes its place
  /// The end of the text as it was typed: pinyin, kana, or the jamo of the last syllable.
  visit::PrivateText composing;
  std::vector<Candidate> candidates;
  visit::PrivateText candidates_for;  ///< what was being composed when they were found
  std::size_t candidates_from = 0;    ///< the first that is on show

  /// The candidates are for what is being composed now.
  bool candidates_hold() const {
    return !composing.empty() && !candidates.empty() && candidates_for == composing;
  }
  bool operator==(const KeyboardState&) const = default;
};

}  // namespace farewell::kiosk
