// What holding a key offers: the letters under a letter. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/kiosk/screens/key_layouts.h"

namespace farewell::kiosk {

/// With the key's own letter they are a row as wide as the keyboard's, at most.
inline constexpr std::size_t kMostAlternatives = 8;

/// Best first: the language's own, then what other languages put there. Empty: holding does nothing.
std::vector<std::string> alternatives_of(const KeyLayout& layout, std::string_view key);

/// The first of them that is the language's own, to be shown small on the key; empty: none.
std::string hint_of(const KeyLayout& layout, std::string_view key);

}  // namespace farewell::kiosk
