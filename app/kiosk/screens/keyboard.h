// The on-screen keyboard: layouts as data, laid out as keys whose hit cells leave no gap. What a key does to
// the text is press_key.h. Not the text field (words.cpp, contact.cpp). Drawing thread only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/kiosk/screens/key_layouts.h"
#include "app/kiosk/screens/layout.h"

namespace farewell::kiosk {

enum class KeyKind { character, function, primary };

struct Key {
  std::string key;    ///< what KeyPressed carries; "languages" opens the sheet, "done" is the primary key
  std::string shows;  ///< the word on it; empty with an icon
  std::string icon = {};
  float width = 1;  ///< in columns
  KeyKind kind = KeyKind::character;
  std::string hint = {};                       ///< small in its corner: a letter found by holding it
  std::vector<std::string> alternatives = {};  ///< all of those
  bool is_on = false;                          ///< shift, while it is locked
};
using KeyRows = std::vector<std::vector<Key>>;

enum class KeyboardUse { comment, email };

/// The layout in use for a language tag ("zh-Hans").
const KeyLayout& layout_in_use(std::string_view tag, KeyboardUse use, const KeyboardState& keyboard);

/// The keys of a language (by its tag's first part; the English ones where it has none of its own) for
/// what has been typed. The primary key's and the space bar's words are the caller's to set.
KeyRows keys_for(std::string_view tag, KeyboardUse use, const KeyboardState& keyboard, std::string_view text);

/// The same with its function keys on the other side, as a right-to-left screen has them.
KeyRows turned(KeyRows rows);

/// How many columns a row takes.
float columns_of(const std::vector<Key>& row);

/// Reach mode has no buttons above its keyboard: Back, and `more` before the primary key, take their width
/// from the widest key of the foot row. In a table of kana, Back takes the place of the languages, which are
/// on the screen before, too.
KeyRows with_way_back(KeyRows rows, std::vector<Key> more = {});

/// For columns as narrow as an upright panel of seven inches has: what the space bar can spare goes to the
/// keys of its row that have words, and a table of kana has a wider column of function keys.
KeyRows with_room_for_words(KeyRows rows);

/// Where a keyboard stands: its rows from `top` to the window's foot.
struct KeyboardPlace {
  float top = 302;
  float pitch = 124;
  float strip = 0;  ///< how high the candidates stand that are offered above `top`; 0: none are
};
KeyboardPlace keyboard_place(const Sketch& sketch, std::size_t rows = 4,
                             Composing composing = Composing::none);

/// `done` is the primary key's word and meaning. Letters stand as they do everywhere; the other keys change
/// sides in right-to-left languages.
void add_keyboard(Sketch& sketch, const KeyboardPlace& place, const KeyRows& keys,
                  const std::string& done_word, const Intent& done);

/// What the composed letters may become, as many as fit in `strip`: the first is what space takes. At the
/// end, what leads to more.
void add_candidates(Sketch& sketch, const Rect& strip);

}  // namespace farewell::kiosk
