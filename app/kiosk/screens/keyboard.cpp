#include "app/kiosk/screens/keyboard.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "app/kiosk/screens/key_layouts.h"
#include "app/kiosk/screens/press_key.h"
#include "core/base/text.h"

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

float columns_of(const std::vector<Key>& row) {
  float columns = 0;
  for (const Key& key : row) columns += key.width;
  return columns;
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

Intent intent_of(const Key& key, const Intent& done) {
  if (key.kind == KeyKind::primary) return done;
  if (key.key == "languages") return SheetOpened{"languages"};
  return KeyPressed{key.key};
}

/// What a key is called: its character, or in words what it does.
std::string spoken(const Sketch& sketch, const Key& key) {
  if (key.key == "space") return sketch.say("words.space");
  if (key.key == "delete") return sketch.say("words.delete");
  if (key.key == "shift") return sketch.say("words.shift");
  if (key.key == "symbols") return sketch.say("words.numbers");
  if (key.key == "letters") return sketch.say("words.letters");
  if (key.key == "languages") return sketch.say("languages.title");
  return key.shows;
}

Shape shape_of(KeyKind kind) {
  switch (kind) {
    case KeyKind::character:
      return Shape::key;
    case KeyKind::function:
      return Shape::function_key;
    case KeyKind::primary:
      return Shape::primary_key;
  }
  return Shape::key;
}

/// What is on the cap; `cap` without the edge at its foot.
void add_face(Sketch& sketch, const Key& key, const Rect& cap) {
  if (!key.icon.empty()) {
    const float px = std::min(key.icon == "icons/bksp"    ? 58.f
                              : key.icon == "icons/shift" ? 54.f
                                                          : 50.f,
                              std::min(cap.w, cap.h) - 8);
    sketch.picture({cap.x + (cap.w - px) / 2, cap.y + (cap.h - px) / 2, px, px}, key.icon);
    return;
  }
  Lettering lettering{.role = Role::key, .align = Align::centre, .stand = Stand::middle};
  std::vector<Step> steps = {{48, 1, 1}, {40, 1, 1}};
  if (key.key == "space") {
    lettering.role = Role::body;
    lettering.colour = Colour::ink2;
    steps = {{40, 1.25f, 1}, {32, 1.25f, 1}};
  } else if (key.kind != KeyKind::character) {
    lettering.weight = key.kind == KeyKind::primary ? 700 : 600;
    if (key.kind == KeyKind::primary) lettering.colour = Colour::onspruce;
    steps = {{42, 1.25f, 1}, {36, 1.1f, 1}, {36, 1.1f, 2}, {30, 1.1f, 2}, {26, 1.1f, 2}};
  }
  const Fitted face = sketch.fit(key.shows, lettering, cap.w - 8, steps, cap.h);
  sketch.text({cap.x + 4, cap.y, cap.w - 8, cap.h}, face.text, face.lettering);
}

}  // namespace

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

KeyboardPlace keyboard_place(const Sketch& sketch) {
  if (sketch.small()) return {sketch.height() - 4 * 92, 92};
  if (sketch.portrait()) return {sketch.height() - 4 * 140, 140};
  return {sketch.height() - 498, 124};
}

void add_keyboard(Sketch& sketch, const KeyboardPlace& place, const KeyRows& rows,
                  const std::string& done_word, const Intent& done) {
  const int mark = sketch.mark();
  const std::size_t target_mark = sketch.target_mark();
  float columns = 0;
  for (const auto& row : rows) columns = std::max(columns, columns_of(row));
  const float width = sketch.width();
  const float side = width / columns >= 126 ? 10.f : 0.f;
  const float column = (width - 2 * side) / columns;
  const float gap = std::clamp(column - 110, 6.f, 16.f);
  const float gap_y = std::min(16.f, gap + 4);
  const float upper = place.top - gap_y / 2;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const bool last_row = r + 1 == rows.size();
    const float hit_y = upper + static_cast<float>(r) * place.pitch;
    const float hit_end = last_row ? sketch.height() : hit_y + place.pitch;
    float x = (width - columns_of(rows[r]) * column) / 2;
    for (std::size_t k = 0; k < rows[r].size(); ++k) {
      Key key = rows[r][k];
      if (key.kind == KeyKind::primary) key.shows = done_word;
      const float w = key.width * column;
      const int key_mark = sketch.mark();
      const Rect cap{x + gap / 2, hit_y + gap_y / 2, w - gap, place.pitch - gap_y};
      sketch.box(cap, shape_of(key.kind));
      add_face(sketch, key, {cap.x, cap.y, cap.w, cap.h - 5});
      const float hit_x = k == 0 ? 0 : x;
      const float hit_right = k + 1 == rows[r].size() ? width : x + w;
      const std::string label = spoken(sketch, key);
      sketch.target({hit_x, hit_y, hit_right - hit_x, hit_end - hit_y}, intent_of(key, done), label,
                    key_mark);
      x += w;
    }
  }
  sketch.keep_order(mark, target_mark, {0, place.top, width, 4 * place.pitch});
}

}  // namespace farewell::kiosk
