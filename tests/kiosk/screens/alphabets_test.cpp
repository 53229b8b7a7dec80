// Whether every letter of every language can be typed: the letters are those that Unicode's locale data says
// its words are written with.
#include <unicode/ulocdata.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>
#include <unicode/usetiter.h>

#include <catch2/catch.hpp>
#include <memory>
#include <set>

#include "app/kiosk/ime/hangul.h"
#include "app/kiosk/screens/held_keys.h"
#include "app/kiosk/screens/keyboard.h"
#include "core/base/text.h"
#include "tests/kiosk/screens/keyboard_states.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

struct CloseLocale {
  void operator()(ULocaleData* data) const { ulocdata_close(data); }
};

/// Dutch lists "íj́" and Turkish "i̇", which their own keyboards write without the accent that stands alone.
bool is_loose_accent(UChar32 letter) {
  return letter >= 0x300 && letter <= 0x36F;
}

/// The code points of a language's main exemplar characters.
std::vector<UChar32> letters_of(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<ULocaleData, CloseLocale> data(ulocdata_open(language.c_str(), &status));
  icu::UnicodeSet set;
  ulocdata_getExemplarSet(data.get(), set.toUSet(), 0, ULOCDATA_ES_STANDARD, &status);
  REQUIRE(U_SUCCESS(status));
  std::vector<UChar32> letters;
  for (icu::UnicodeSetIterator one(set); one.next();) {
    const icu::UnicodeString letter =
        one.isString() ? one.getString() : icu::UnicodeString(one.getCodepoint());
    for (std::int32_t at = 0; at < letter.length(); at = letter.moveIndex32(at, 1))
      if (!is_loose_accent(letter.char32At(at))) letters.push_back(letter.char32At(at));
  }
  return letters;
}

std::string utf8(UChar32 letter) {
  std::string text;
  icu::UnicodeString(letter).toUTF8String(text);
  return text;
}

/// Every code point on the language's keys and under them.
std::set<UChar32> reachable(const KeyLayout& layout) {
  std::set<UChar32> points;
  const auto take = [&points](const std::string& letter) {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(letter);
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1))
      points.insert(text.char32At(at));
  };
  for (const KeyboardState& keyboard : {KeyboardState{}, shifted(), on_symbols()})
    for (const auto& row : keys_for(layout.language, KeyboardUse::comment, keyboard, "x"))
      for (const Key& key : row) {
        if (key.kind == KeyKind::character) take(key.key);
        for (const std::string& other : key.alternatives) take(other);
      }
  return points;
}

bool is_written_by_candidates(const KeyLayout& layout, UChar32 letter) {
  const UBlockCode block = ublock_getCode(letter);
  if (layout.composing == Composing::pinyin) return true;
  if (layout.composing == Composing::kana) return block != UBLOCK_HIRAGANA;
  return layout.composing == Composing::hangul;
}

}  // namespace

TEST_CASE("every letter of every alphabet can be typed") {
  for (const KeyLayout& layout : kLayouts) {
    const std::set<UChar32> points = reachable(layout);
    for (const UChar32 letter : letters_of(std::string(layout.language))) {
      if (is_written_by_candidates(layout, letter) || points.count(letter) == 1) continue;
      FAIL_CHECK(layout.language << " has no way to " << utf8(letter));
    }
  }
}

TEST_CASE("every capital can be typed too") {
  for (const KeyLayout& layout : kLayouts) {
    if (!layout.cased) continue;
    const std::set<UChar32> points = reachable(layout);
    for (const UChar32 letter : letters_of(std::string(layout.language))) {
      const UChar32 capital = layout.language == "tr" && letter == 'i' ? 0x130 : u_toupper(letter);
      if (points.count(capital) == 0) FAIL_CHECK(layout.language << " has no way to " << utf8(capital));
    }
  }
}

TEST_CASE("there are a layout and its figures for each of the 20 languages") {
  for (const char* language : {"en", "nb", "sv", "da", "fi", "de", "nl", "fr", "es", "pt", "it",
                               "pl", "tr", "uk", "ar", "he", "hi", "th", "zh", "ja", "ko"})
    CHECK(layout_for(language).language == language);
}

TEST_CASE("all jamo of the two-set keyboard stand on the Korean keys") {
  const std::set<UChar32> points = reachable(layout_for("ko"));
  for (UChar32 jamo = 0x3131; jamo <= 0x3163; ++jamo)
    if (is_jamo(utf8(jamo))) CHECK(points.count(jamo) == 1);
}

TEST_CASE("a letter's alternatives are each other letters, no more than fit in a row") {
  for (const KeyLayout& layout : kLayouts)
    for (const auto& row : keys_for(layout.language, KeyboardUse::comment, {}, "x"))
      for (const Key& key : row) {
        INFO(layout.language << " " << key.key);
        CHECK(key.alternatives.size() <= kMostAlternatives);
        CHECK(std::set(key.alternatives.begin(), key.alternatives.end()).size() == key.alternatives.size());
        for (const std::string& other : key.alternatives) {
          CHECK(other != key.key);
          CHECK(is_utf8(other));
        }
      }
}

TEST_CASE("the language's own letters come first under a key") {
  CHECK(alternatives_of(layout_for("fr"), "e").front() == "é");
  CHECK(alternatives_of(layout_for("it"), "e").front() == "è");
  CHECK(alternatives_of(layout_for("pl"), "Z").front() == "Ż");
  CHECK(alternatives_of(layout_for("tr"), "w").front() == "q");
  CHECK(alternatives_of(layout_for("ar"), "ا").front() == "أ");
}
