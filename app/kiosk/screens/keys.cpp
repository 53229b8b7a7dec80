#include <algorithm>
#include <cstddef>

#include "app/kiosk/screens/key_layouts.h"
#include "app/kiosk/screens/keyboard.h"
#include "app/kiosk/screens/press_key.h"

namespace farewell::kiosk {
namespace {

std::vector<Key> keys_of(std::string_view row) {
  std::vector<Key> keys;
  for (std::size_t from = 0; from < row.size();) {
    const std::size_t to = std::min(row.find(' ', from), row.size());
    const std::string letter(row.substr(from, to - from));
    keys.push_back({letter, letter});
    from = to + 1;
  }
  return keys;
}

Key function_key(const std::string& key, const std::string& shows, const std::string& icon, float width) {
  return {key, shows, icon, width, KeyKind::function};
}

/// Delete at the end, and before the letters what turns them (unless `turner.key` is empty): the two share
/// what the letters leave of `columns`.
void finish_third_row(std::vector<Key>& row, const Key& turner, float columns) {
  const bool turns = !turner.key.empty();
  const float width = (columns - columns_of(row)) / (turns ? 2.f : 1.f);
  if (turns) {
    row.insert(row.begin(), turner);
    row.front().width = width;
  }
  row.push_back(function_key("delete", "", "icons/bksp", width));
}

Key turner_for(const KeyLayout& layout, KeyPage page) {
  if (layout.language != "ja") return function_key("shift", "", "icons/shift", 1.5f);
  return page == KeyPage::more_letters ? function_key("letters", "あ–の", "", 1.5f)
                                       : function_key("more-letters", "は–ん", "", 1.5f);
}

std::vector<Key> comment_foot(const KeyLayout& layout, KeyPage page, float columns) {
  const bool symbols = page == KeyPage::symbols;
  std::vector<Key> row;
  row.push_back(symbols ? function_key("letters",
                                       layout.cased              ? "ABC"
                                       : layout.language == "ar" ? "أ ب"
                                                                 : "あ",
                                       "", 1.5f)
                        : function_key("symbols", "123", "", 1.5f));
  row.push_back(function_key("languages", "", "icons/globe", 1));
  row.push_back({std::string(layout.comma), std::string(layout.comma)});
  row.push_back({"space", "", "", columns - 6.5f});
  row.push_back({std::string(layout.stop), std::string(layout.stop)});
  row.push_back({"done", "", "", 2, KeyKind::primary});
  return row;
}

std::vector<Key> address_foot(KeyPage page) {
  std::vector<Key> row;
  row.push_back(page == KeyPage::symbols ? function_key("letters", "abc", "", 1.5f)
                                         : function_key("symbols", "123", "", 1.5f));
  row.push_back({"@", "@"});
  row.push_back({".", "."});
  row.push_back({"-", "-"});
  row.push_back({"done", "", "", 5.5f, KeyKind::primary});
  return row;
}

KeyRows address_keys(KeyPage page) {
  KeyRows rows;
  for (std::string_view row : page == KeyPage::symbols ? kSymbolRows : kAddressRows)
    rows.push_back(keys_of(row));
  rows[2].front().width = 1.5f;
  finish_third_row(rows[2], {}, 10);
  rows.push_back(address_foot(page));
  return rows;
}

}  // namespace

float columns_of(const std::vector<Key>& row) {
  float columns = 0;
  for (const Key& key : row) columns += key.width;
  return columns;
}

KeyRows keys_for(std::string_view tag, KeyboardUse use, const KeyboardState& keyboard,
                 std::string_view text) {
  if (use == KeyboardUse::email) return address_keys(keyboard.page);
  const KeyLayout& layout = layout_for(tag.substr(0, tag.find('-')));
  const bool symbols = keyboard.page == KeyPage::symbols;
  const bool capital = keyboard.shifted != (layout.cased && starts_sentence(text));
  const bool turned = keyboard.page == KeyPage::more_letters || capital;
  KeyRows rows;
  for (std::string_view row : symbols ? kSymbolRows : turned ? layout.shifted : layout.letters)
    rows.push_back(keys_of(row));
  float columns = std::max(columns_of(rows[0]), columns_of(rows[1]));
  if (symbols) {
    rows[2].front().width = 1.5f;
    finish_third_row(rows[2], {}, columns);
  } else {
    finish_third_row(rows[2], turner_for(layout, keyboard.page), columns);
  }
  rows.push_back(comment_foot(layout, keyboard.page, columns));
  return rows;
}

}  // namespace farewell::kiosk
