#include "app/kiosk/screens/held_keys.h"

#include <algorithm>

#include "core/base/text.h"

namespace farewell::kiosk {
namespace {

/// The part of `text` up to `mark`, which is taken off it.
std::string_view cut(std::string_view& text, char mark) {
  const std::size_t end = text.find(mark);
  const std::string_view part = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  return part;
}

/// What stands under `key` in a table of "e é è;a à": "é", "è" for "e".
std::vector<std::string> under(std::string_view held, std::string_view key) {
  while (!held.empty()) {
    std::string_view group = cut(held, ';');
    if (cut(group, ' ') != key) continue;
    std::vector<std::string> found;
    while (!group.empty()) found.emplace_back(cut(group, ' '));
    return found;
  }
  return {};
}

/// What is under the small letter of a capital, in capitals.
std::vector<std::string> under_capital(const KeyLayout& layout, std::string_view held, std::string_view key) {
  for (std::size_t row = 0; row < kMostRows; ++row) {
    std::string_view capitals = layout.shifted[row], letters = layout.letters[row];
    while (!capitals.empty()) {
      const std::string_view letter = cut(letters, ' ');
      if (cut(capitals, ' ') != key || letter == key) continue;
      std::vector<std::string> found;
      for (const std::string& small : under(held, letter)) {
        const std::string capital = in_capitals(small);
        if (capital != key && grapheme_count(capital) == 1) found.push_back(capital);
      }
      return found;
    }
  }
  return {};
}

std::vector<std::string> found_in(const KeyLayout& layout, std::string_view held, std::string_view key) {
  std::vector<std::string> found = under(held, key);
  return found.empty() && layout.cased ? under_capital(layout, held, key) : found;
}

}  // namespace

std::vector<std::string> alternatives_of(const KeyLayout& layout, std::string_view key) {
  std::vector<std::string> all = found_in(layout, layout.held, key);
  for (std::string& other : found_in(layout, kHeldEverywhere, key))
    if (std::ranges::find(all, other) == all.end()) all.push_back(std::move(other));
  if (all.size() > kMostAlternatives) all.resize(kMostAlternatives);
  return all;
}

std::string hint_of(const KeyLayout& layout, std::string_view key) {
  const std::vector<std::string> own = found_in(layout, layout.held, key);
  return own.empty() ? std::string() : own.front();
}

}  // namespace farewell::kiosk
