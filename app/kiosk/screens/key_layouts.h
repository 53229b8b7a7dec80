// Which letters stand where, per language: data only. Three rows of letters each, as they stand on the
// keyboards that people of that language know. Any thread.
#pragma once

#include <array>
#include <string_view>

namespace farewell::kiosk {

/// Three rows; keys separated by spaces. Both cases have as many keys.
using LetterRows = std::array<std::string_view, 3>;

struct KeyLayout {
  std::string_view language;  ///< BCP 47 primary language
  bool cased = true;          ///< has capitals, and a sentence starts with one
  LetterRows letters;
  LetterRows shifted;  ///< behind shift, or behind the key that turns to more letters (kana)
  std::string_view comma = ",";
  std::string_view stop = ".";
};

/// The English one if there is none for `language`.
const KeyLayout& layout_for(std::string_view language);

/// The same for every language but for its comma and full stop.
extern const LetterRows kSymbolRows;
/// An address needs no capitals: rows of letters with the underscore before the last.
extern const LetterRows kAddressRows;

}  // namespace farewell::kiosk
