// What typing means: pure text and the keyboard's memory of it, no layout and no drawing. How long a text may
// become is the visit's to say (core/visit). Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "app/kiosk/screens/key_layouts.h"
#include "app/kiosk/screens/keyboard_state.h"
#include "core/visit/private_text.h"

namespace farewell::kiosk {

/// Two taps on shift within this lock it.
inline constexpr std::int64_t kDoubleTapMs = 400;

/// The text of the field (the comment's draft on Screen::words, the contact's on Screen::contact) and what
/// the keyboard remembers. What is being composed is the text's end.
struct Typed {
  visit::PrivateText text;
  KeyboardState keyboard;
};

/// A key: a character, or one of the names at KeyPressed (scene.h). `now_ms` is monotonic.
Typed press_key(const Typed& typed, const KeyLayout& layout, const std::string& key, std::int64_t now_ms = 0);

/// Holding a key puts its alternatives on show; holding shift locks it.
Typed hold_key(const Typed& typed, const std::string& key);

/// One of the alternatives, instead of the key's own letter if that has been typed meanwhile.
Typed choose_alternative(const Typed& typed, const KeyLayout& layout, const std::string& letter);

/// The candidate of this number takes the place of the letters it stands for; the others go on being
/// composed.
Typed choose_candidate(const Typed& typed, std::size_t number);

/// What the field holds when the typing is done: pinyin that has a candidate does not stay pinyin.
Typed finish_typing(const Typed& typed, const KeyLayout& layout);

/// The keyboard's memory of a text that was changed otherwise: what is composed must be its end.
KeyboardState kept_with(const KeyboardState& keyboard, std::string_view text);

/// True if the next letter is the first of a sentence: nothing yet, or white space after . ! or ?
bool starts_sentence(std::string_view text);

}  // namespace farewell::kiosk
