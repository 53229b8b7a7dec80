// The on-screen keyboard: layouts as data, laid out as keys whose hit cells leave no gap. What a key does to
// the text is press_key (screens.h). Not the text field (words.cpp, contact.cpp). Drawing thread only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/kiosk/screens/layout.h"

namespace farewell::kiosk {

enum class KeyKind { character, function, primary };

struct Key {
  std::string key;    ///< what KeyPressed carries; "languages" opens the sheet, "done" is the primary key
  std::string shows;  ///< the word on it; empty with an icon
  std::string icon = {};
  float width = 1;  ///< in columns
  KeyKind kind = KeyKind::character;
};
using KeyRows = std::vector<std::vector<Key>>;

enum class KeyboardUse { comment, email };

/// The keys of a language (by its tag's first part; the English ones where it has none of its own) for
/// what has been typed. The primary key's and the space bar's words are the caller's to set (keys.cpp).
KeyRows keys_for(std::string_view tag, KeyboardUse use, const KeyboardState& keyboard, std::string_view text);

/// How many columns a row takes.
float columns_of(const std::vector<Key>& row);

/// Reach mode has no buttons above its keyboard: Back, and `more` before the primary key, take their width
/// from the widest key of the foot row.
std::vector<Key> with_way_back(std::vector<Key> foot, std::vector<Key> more = {});

/// Where a keyboard stands: four rows from `top` to the window's foot.
struct KeyboardPlace {
  float top = 302;
  float pitch = 124;
};
KeyboardPlace keyboard_place(const Sketch& sketch);

/// `done` is the primary key's word and meaning.
void add_keyboard(Sketch& sketch, const KeyboardPlace& place, const KeyRows& rows,
                  const std::string& done_word, const Intent& done);

}  // namespace farewell::kiosk
