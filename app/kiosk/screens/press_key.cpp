#include "app/kiosk/screens/press_key.h"

#include <array>
#include <string>

#include "app/kiosk/screens/screens.h"
#include "core/base/text.h"

namespace farewell::kiosk {
namespace {

/// The key ゛ turns the kana before it to the next in its circle, as on telephones.
constexpr std::array<std::string_view, 29> kKanaCircles = {
    "かが", "きぎ", "くぐ",   "けげ", "こご", "さざ",   "しじ",   "すず",   "せぜ",   "そぞ",
    "ただ", "ちぢ", "つっづ", "てで", "とど", "はばぱ", "ひびぴ", "ふぶぷ", "へべぺ", "ほぼぽ",
    "あぁ", "いぃ", "うぅゔ", "えぇ", "おぉ", "やゃ",   "ゆゅ",   "よょ",   "わゎ"};
constexpr std::size_t kKanaBytes = 3;

visit::PrivateText with_mark(const std::string& text) {
  const std::string_view before = without_last_grapheme(text);
  const std::string_view kana = std::string_view(text).substr(before.size());
  if (kana.size() != kKanaBytes) return text;
  for (std::string_view circle : kKanaCircles) {
    const std::size_t at = circle.find(kana);
    if (at == std::string_view::npos) continue;
    const std::size_t next = (at + kKanaBytes) % circle.size();
    return std::string(before) + std::string(circle.substr(next, kKanaBytes));
  }
  return text;
}

visit::PrivateText appended(const std::string& text, const std::string& more) {
  const visit::PrivateText longer(text + more);
  return grapheme_count(longer) <= kTypedLimit ? longer : text;
}

bool is_white(char letter) {
  return letter == ' ' || letter == '\n';
}

}  // namespace

bool starts_sentence(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && is_white(text[end - 1])) --end;
  if (end == 0) return true;
  const char last = text[end - 1];
  return end < text.size() && (last == '.' || last == '!' || last == '?');
}

Typed press_key(const std::string& text, const KeyboardState& keyboard, const std::string& key) {
  Typed typed{visit::PrivateText(text), keyboard};
  if (key == "shift") {
    typed.keyboard.shifted = !keyboard.shifted;
  } else if (key == "letters") {
    typed.keyboard = {};
  } else if (key == "more-letters") {
    typed.keyboard.page = KeyPage::more_letters;
  } else if (key == "symbols") {
    typed.keyboard.page = KeyPage::symbols;
  } else if (key == "delete") {
    typed.text = std::string(without_last_grapheme(text));
  } else if (key == "space") {
    typed.text = appended(text, " ");
    typed.keyboard.shifted = false;
    if (keyboard.page == KeyPage::symbols) typed.keyboard.page = KeyPage::letters;
  } else if (key == "゛") {
    typed.text = with_mark(text);
  } else {
    typed.text = appended(text, key);
    typed.keyboard.shifted = false;
  }
  return typed;
}

}  // namespace farewell::kiosk
