#include <algorithm>
#include <cstddef>
#include <utility>

#include "app/kiosk/screens/held_keys.h"
#include "app/kiosk/screens/keyboard.h"
#include "app/kiosk/screens/press_key.h"
#include "core/base/text.h"

namespace farewell::kiosk {
namespace {

/// A mark stands on a dotted ring, as it does in primers.
std::string shown(const std::string& letter) {
  if (letter == "゛") return "小ﾞﾟ";  // it makes kana small, too
  return begins_with_mark(letter) ? "◌" + letter : letter;
}

Key letter_key(const KeyLayout& layout, const std::string& letter, float width = 1) {
  Key key{.key = letter, .shows = shown(letter), .width = width};
  key.alternatives = alternatives_of(layout, letter);
  if (layout.cased) key.hint = hint_of(layout, letter);
  return key;
}

std::vector<Key> keys_of(const KeyLayout& layout, std::string_view row) {
  std::vector<Key> keys;
  for (std::size_t from = 0; from < row.size();) {
    const std::size_t to = std::min(row.find(' ', from), row.size());
    keys.push_back(letter_key(layout, std::string(row.substr(from, to - from))));
    from = to + 1;
  }
  return keys;
}

Key function_key(const std::string& key, const std::string& shows, const std::string& icon, float width) {
  return {.key = key, .shows = shows, .icon = icon, .width = width, .kind = KeyKind::function};
}

Key symbols_key(float width) {
  return function_key("symbols", "123", "", width);
}

Key letters_key(const KeyLayout& layout, float width) {
  return function_key("letters", std::string(layout.name), "", width);
}

Key languages_key() {
  return function_key("languages", "", "icons/globe", 1);
}

Key done_key(float width) {
  return {.key = "done", .shows = "", .width = width, .kind = KeyKind::primary};
}

/// Leads to the other script.
Key script_key(std::string_view tag, Script now, float width) {
  const KeyLayout& own = layout_for(tag.substr(0, tag.find('-')));
  return function_key("script", now == Script::own ? "ABC" : std::string(own.name), "", width);
}

/// Delete at the end and, where there is a shift, shift at the beginning: the two share what the letters
/// leave of `columns`.
void finish_last_row(std::vector<Key>& row, const KeyboardState& keyboard, bool shifts, float columns) {
  const float width = std::max(1.f, (columns - columns_of(row)) / (shifts ? 2.f : 1.f));
  if (shifts) {
    Key shift = function_key("shift", "", "icons/shift", width);
    shift.is_on = keyboard.shift == Shift::locked;
    row.insert(row.begin(), std::move(shift));
  }
  row.push_back(function_key("delete", "", "icons/bksp", width));
}

/// The row below the letters.
std::vector<Key> comment_foot(std::string_view tag, const KeyLayout& layout, const KeyboardState& keyboard,
                              float columns) {
  const bool symbols = keyboard.page == KeyPage::symbols;
  const bool two_scripts = layout_for(tag.substr(0, tag.find('-'))).latin_too;
  std::vector<Key> row;
  row.push_back(symbols ? letters_key(layout, 1.5f) : symbols_key(1.5f));
  row.push_back(languages_key());
  if (two_scripts) row.push_back(script_key(tag, keyboard.script, 1.25f));
  row.push_back(letter_key(layout, std::string(layout.comma)));
  row.push_back({.key = "space", .shows = ""});
  row.push_back(letter_key(layout, std::string(layout.stop)));
  row.push_back(done_key(2));
  const auto space = std::ranges::find(row, std::string("space"), &Key::key);
  space->width += columns - columns_of(row);
  return row;
}

/// The keys at the ends of a table of kana's rows.
void add_column(KeyRows& rows) {
  const std::vector<Key> column = {function_key("delete", "", "icons/bksp", 1),
                                   symbols_key(1),
                                   languages_key(),
                                   {.key = "space", .shows = ""},
                                   done_key(1)};
  for (std::size_t i = 0; i < column.size() && i < rows.size(); ++i) rows[i].push_back(column[i]);
}

std::vector<Key> address_foot(KeyPage page) {
  const KeyLayout& layout = address_layout();
  std::vector<Key> row;
  row.push_back(page == KeyPage::symbols ? letters_key(layout, 1.5f) : symbols_key(1.5f));
  for (const char* sign : {"@", ".", "-"}) row.push_back({.key = sign, .shows = sign});
  row.push_back(done_key(5.5f));
  return row;
}

KeyRows address_keys(const KeyboardState& keyboard) {
  KeyRows rows;
  const bool symbols = keyboard.page == KeyPage::symbols;
  for (std::string_view row : symbols ? kSymbolRows : address_layout().letters)
    if (!row.empty()) rows.push_back(keys_of(address_layout(), row));
  for (auto& row : rows)
    for (Key& key : row) key.alternatives.clear(), key.hint.clear();
  rows.back().front().width = symbols ? 1 : 1.5f;
  finish_last_row(rows.back(), keyboard, false, 10);
  rows.push_back(address_foot(keyboard.page));
  return rows;
}

bool is_frame(const Key& key) {
  return key.kind != KeyKind::character;
}

}  // namespace

float columns_of(const std::vector<Key>& row) {
  float columns = 0;
  for (const Key& key : row) columns += key.width;
  return columns;
}

const KeyLayout& layout_in_use(std::string_view tag, KeyboardUse use, const KeyboardState& keyboard) {
  if (use == KeyboardUse::email) return address_layout();
  return layout_for(keyboard.script == Script::latin ? "en" : tag.substr(0, tag.find('-')));
}

KeyRows keys_for(std::string_view tag, KeyboardUse use, const KeyboardState& keyboard,
                 std::string_view text) {
  if (use == KeyboardUse::email) return address_keys(keyboard);
  const KeyLayout& layout = layout_in_use(tag, use, keyboard);
  const bool symbols = keyboard.page == KeyPage::symbols;
  const bool shifts = !symbols && !layout.shifted.front().empty();
  const bool once = keyboard.shift == Shift::once;
  const bool turned_once = once != (layout.cased && starts_sentence(text));
  const bool up = shifts && (keyboard.shift == Shift::locked || turned_once);
  const LetterRows& own_symbols = layout.symbols.front().empty() ? kSymbolRows : layout.symbols;
  KeyRows rows;
  float columns = 0;
  for (std::string_view row : symbols ? own_symbols : up ? layout.shifted : layout.letters) {
    if (row.empty()) continue;
    rows.push_back(keys_of(layout, row));
    columns = std::max(columns, columns_of(rows.back()));
  }
  if (layout.functions == Functions::beside && !symbols) {
    add_column(rows);
    return rows;
  }
  finish_last_row(rows.back(), keyboard, shifts, columns);
  rows.push_back(comment_foot(tag, layout, keyboard, columns));
  return rows;
}

KeyRows turned(KeyRows rows) {
  for (auto& row : rows) {
    if (&row == &rows.back()) {
      std::ranges::reverse(row);
      continue;
    }
    const auto letters = std::ranges::find_if_not(row, is_frame);
    const auto lead = std::distance(row.begin(), letters);
    std::rotate(row.begin(), letters, row.end());  // the leading keys are at the end now, behind the others
    const auto trailing = std::find_if(row.begin(), row.end(), is_frame);
    const auto kept = std::distance(trailing, row.end()) - lead;
    std::rotate(row.begin(), trailing, trailing + kept);
  }
  return rows;
}

}  // namespace farewell::kiosk
