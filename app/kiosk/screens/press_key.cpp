#include "app/kiosk/screens/press_key.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "app/kiosk/ime/hangul.h"
#include "core/base/text.h"

namespace farewell::kiosk {
namespace {

using visit::PrivateText;

/// The key ゛ turns the kana before it to the next in its circle, as on telephones.
constexpr std::array<std::string_view, 29> kKanaCircles = {
    "かが", "きぎ", "くぐ",   "けげ", "こご", "さざ",   "しじ",   "すず",   "せぜ",   "そぞ",
    "ただ", "ちぢ", "つっづ", "てで", "とど", "はばぱ", "ひびぴ", "ふぶぷ", "へべぺ", "ほぼぽ",
    "あぁ", "いぃ", "うぅゔ", "えぇ", "おぉ", "やゃ",   "ゆゅ",   "よょ",   "わゎ"};
constexpr std::size_t kKanaBytes = 3;

/// Made in one piece, so that no copy is left behind by growing.
PrivateText joined(std::initializer_list<std::string_view> parts) {
  std::size_t size = 0;
  for (std::string_view part : parts) size += part.size();
  PrivateText all;
  all.reserve(size);
  for (std::string_view part : parts) all.append(part);
  return all;
}

PrivateText with_mark(const PrivateText& text) {
  const std::string_view before = without_last_grapheme(text);
  const std::string_view kana = std::string_view(text).substr(before.size());
  if (kana.size() != kKanaBytes) return text;
  for (std::string_view circle : kKanaCircles) {
    const std::size_t at = circle.find(kana);
    if (at == std::string_view::npos) continue;
    const std::size_t next = (at + kKanaBytes) % circle.size();
    return joined({before, circle.substr(next, kKanaBytes)});
  }
  return text;
}

/// Hiragana, and the mark that lengthens them.
bool is_kana(std::string_view letter) {
  return (letter >= "ぁ" && letter <= "ゖ" && letter.size() == kKanaBytes) || letter == "ー";
}

bool is_pinyin(std::string_view letter, const PrivateText& composing) {
  if (letter == "'") return !composing.empty();
  return letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z';
}

bool is_white(char letter) {
  return letter == ' ' || letter == '\n';
}

std::string_view without_end(const PrivateText& text, std::size_t bytes) {
  return std::string_view(text).substr(0, text.size() - std::min(bytes, text.size()));
}

void stop_composing(Typed& typed) {
  typed.keyboard.composing.wipe();
  typed.keyboard.candidates.clear();
  typed.keyboard.candidates_for.wipe();
  typed.keyboard.candidates_from = 0;
}

void close_alternatives(Typed& typed) {
  typed.keyboard.alternatives_of.clear();
  typed.keyboard.held_typed = false;
}

/// The jamo that are being composed become `jamo`; `typed` ends in what they made.
void compose(Typed& typed, const std::string& jamo) {
  const std::string before = compose_hangul(typed.keyboard.composing).syllable;
  const Composed made = compose_hangul(jamo);
  typed.text = joined({without_end(typed.text, before.size()), made.finished, made.syllable});
  typed.keyboard.composing = PrivateText(made.jamo);
}

void add_composed(Typed& typed, const KeyLayout& layout, const std::string& letter) {
  if (typed.keyboard.composing.size() + letter.size() > kMostComposedBytes)
    typed = finish_typing(typed, layout);
  typed.text = joined({typed.text, letter});
  typed.keyboard.composing = joined({typed.keyboard.composing, letter});
  typed.keyboard.candidates_from = 0;
}

void type_letter(Typed& typed, const KeyLayout& layout, const std::string& letter) {
  if (typed.keyboard.shift == Shift::once) typed.keyboard.shift = Shift::off;
  const PrivateText& composing = typed.keyboard.composing;
  const bool letters = typed.keyboard.page == KeyPage::letters;
  if (layout.composing == Composing::hangul && is_jamo(letter))
    return compose(typed, joined({composing, letter}));
  if (layout.composing == Composing::kana && is_kana(letter)) return add_composed(typed, layout, letter);
  if (layout.composing == Composing::pinyin && letters && is_pinyin(letter, composing))
    return add_composed(typed, layout, letter);
  typed = finish_typing(typed, layout);
  typed.text = joined({typed.text, letter});
}

void type_space(Typed& typed, const KeyLayout& layout) {
  const bool converts = layout.composing == Composing::kana || layout.composing == Composing::pinyin;
  if (converts && !typed.keyboard.composing.empty()) {
    if (typed.keyboard.candidates_hold())
      typed = choose_candidate(typed, 0);
    else
      stop_composing(typed);
    return;
  }
  stop_composing(typed);
  typed.text = joined({typed.text, " "});
  if (typed.keyboard.shift == Shift::once) typed.keyboard.shift = Shift::off;
  typed.keyboard.page = KeyPage::letters;
}

void delete_one(Typed& typed, const KeyLayout& layout) {
  PrivateText& composing = typed.keyboard.composing;
  if (layout.composing == Composing::hangul && !composing.empty())
    return compose(typed, std::string(without_last_grapheme(composing)));
  typed.text = std::string(without_last_grapheme(typed.text));
  composing = std::string(without_last_grapheme(composing));
  if (composing.empty()) stop_composing(typed);
}

void press_shift(KeyboardState& keyboard, std::int64_t now_ms) {
  const bool double_tap = now_ms - keyboard.shift_ms <= kDoubleTapMs;
  if (keyboard.shift == Shift::off)
    keyboard.shift = Shift::once;
  else
    keyboard.shift = keyboard.shift == Shift::once && double_tap ? Shift::locked : Shift::off;
  keyboard.shift_ms = now_ms;
}

void turn_to(Typed& typed, const KeyLayout& layout, KeyPage page) {
  typed = finish_typing(typed, layout);
  typed.keyboard.page = page;
  typed.keyboard.shift = Shift::off;
}

}  // namespace

bool starts_sentence(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && is_white(text[end - 1])) --end;
  if (end == 0) return true;
  const char last = text[end - 1];
  return end < text.size() && (last == '.' || last == '!' || last == '?');
}

Typed press_key(const Typed& before, const KeyLayout& layout, const std::string& key, std::int64_t now_ms) {
  Typed typed = before;
  if (key == before.keyboard.alternatives_of && !before.keyboard.held_typed) {
    typed.keyboard.held_typed = true;  // lifted where it was held: its letter, and its alternatives stay
    type_letter(typed, layout, key);
    return typed;
  }
  close_alternatives(typed);
  if (key == "shift") {
    press_shift(typed.keyboard, now_ms);
  } else if (key == "letters") {
    turn_to(typed, layout, KeyPage::letters);
  } else if (key == "symbols") {
    turn_to(typed, layout, KeyPage::symbols);
  } else if (key == "script") {
    turn_to(typed, layout, KeyPage::letters);
    typed.keyboard.script = before.keyboard.script == Script::own ? Script::latin : Script::own;
  } else if (key == "delete") {
    delete_one(typed, layout);
  } else if (key == "space") {
    type_space(typed, layout);
  } else if (key == "゛") {
    typed.text = with_mark(typed.text);
    typed.keyboard.composing = with_mark(typed.keyboard.composing);
  } else {
    type_letter(typed, layout, key);
  }
  return typed;
}

Typed hold_key(const Typed& before, const std::string& key) {
  Typed typed = before;
  if (key == "shift") {
    typed.keyboard.shift = Shift::locked;
    return typed;
  }
  typed.keyboard.alternatives_of = key;
  typed.keyboard.held_typed = false;
  return typed;
}

Typed choose_alternative(const Typed& before, const KeyLayout& layout, const std::string& letter) {
  Typed typed = before;
  if (typed.keyboard.held_typed) delete_one(typed, layout);
  close_alternatives(typed);
  type_letter(typed, layout, letter);
  return typed;
}

Typed choose_candidate(const Typed& before, std::size_t number) {
  Typed typed = before;
  if (!typed.keyboard.candidates_hold() || number >= typed.keyboard.candidates.size()) return typed;
  const Candidate chosen = typed.keyboard.candidates[number];
  const PrivateText& composing = typed.keyboard.composing;
  const PrivateText rest(composing.substr(std::min(chosen.covers, composing.size())));
  typed.text = joined({without_end(typed.text, composing.size()), chosen.text, rest});
  stop_composing(typed);
  typed.keyboard.composing = rest;
  return typed;
}

Typed finish_typing(const Typed& before, const KeyLayout& layout) {
  Typed typed = before;
  if (layout.composing == Composing::pinyin && typed.keyboard.candidates_hold())
    typed = choose_candidate(typed, 0);
  stop_composing(typed);
  return typed;
}

KeyboardState kept_with(const KeyboardState& keyboard, std::string_view text) {
  Typed typed{{}, keyboard};
  const PrivateText& composing = keyboard.composing;
  const std::string end = composing.empty() || !is_jamo(grapheme_prefix(composing, 1))
                              ? std::string(composing)
                              : compose_hangul(composing).syllable;
  if (!text.ends_with(end)) stop_composing(typed);
  return typed.keyboard;
}

}  // namespace farewell::kiosk
