// Which letters stand where, per language: data only. Rows as they stand on the keyboards that people of that
// language know, at most eleven keys wide, so that each is 15 mm on a panel of eight inches. Any thread.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace farewell::kiosk {

/// Rows of keys separated by spaces, the empty ones last: three rows, four of Thai, five of kana.
inline constexpr std::size_t kMostRows = 5;
using LetterRows = std::array<std::string_view, kMostRows>;

/// How what is typed becomes text.
enum class Composing {
  none,    ///< each key is a character
  hangul,  ///< jamo become syllables (ime/hangul.h)
  kana,    ///< kana may become kanji: candidates are offered
  pinyin,  ///< Latin letters become hanzi: candidates are needed
};

/// Where the keys stand that are no letters.
enum class Functions {
  around,  ///< shift and delete beside the last row of letters, the others in a row of their own below
  beside,  ///< in a column at the end of the rows, for a table of kana
};

struct KeyLayout {
  std::string_view language = {};  ///< BCP 47 primary language
  std::string_view name = {};      ///< on the key that leads to its letters
  bool cased = true;               ///< has capitals, and a sentence starts with one
  bool latin_too = false;          ///< a key leads to Latin letters
  Composing composing = Composing::none;
  Functions functions = Functions::around;
  LetterRows letters = {};
  LetterRows shifted = {};  ///< behind shift, as many keys as `letters`; empty: there is no shift
  LetterRows symbols = {};  ///< empty: kSymbolRows
  std::string_view comma = ",";
  std::string_view stop = ".";
  /// The language's own letters that are found by holding a key: "e é è" says that é and è are under e;
  /// several such, separated by ";". In cased layouts capitals follow by themselves.
  std::string_view held = {};
};

/// The English one if there is none for `language`.
const KeyLayout& layout_for(std::string_view language);

/// For the letters of addresses: no capitals, and the underscore among them.
const KeyLayout& address_layout();

/// What is found by holding a key in any language, as KeyLayout::held.
extern const std::string_view kHeldEverywhere;

/// Figures and signs, wherever a layout has none of its own.
extern const LetterRows kSymbolRows;

/// Everything above, for tests.
extern const std::array<KeyLayout, 21> kLayouts;

}  // namespace farewell::kiosk
