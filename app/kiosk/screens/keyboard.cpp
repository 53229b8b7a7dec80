#include "app/kiosk/screens/keyboard.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "core/base/text.h"

namespace farewell::kiosk {
namespace {

constexpr const char* kVoicedMark = "濁点";  ///< Japanese, as only that keyboard has it
constexpr std::int64_t kPatientRepeatMs = 2100;
constexpr float kLeastSpace = 1.5f;
constexpr float kLeastHinted = 96;    ///< a narrower cap has no room for its letter and a small one
constexpr float kWideColumn = 1.25f;  ///< of function keys beside a table of narrow keys
constexpr float kSpaceKept = 2;       ///< where the space bar gives room to its neighbours' words
constexpr float kForWords = .4f;      ///< … this much to each, if it can
constexpr float kNarrow = 60;         ///< such a cap's letters take all of it
constexpr float kSmallField = 142;    ///< on 7 to 8 inches: what the text field takes over the keyboard …
constexpr float kSmallOver = 144;     ///< … and with the candidates below it
constexpr float kLargeOver = 188;     ///< … in larger text, if keys keep their height:
constexpr float kLeastPitch = 71;     ///< 12 mm

Intent intent_of(const Key& key, const Intent& done) {
  if (key.kind == KeyKind::primary) return done;
  if (key.key == "languages") return SheetOpened{"languages"};
  if (key.key == "back") return visit::Action{visit::BackTapped{}};
  if (key.key == "phone") return visit::Action{visit::ContactByTapped{visit::ContactBy::phone}};
  return KeyPressed{key.key};
}

/// What a key is called: its character, or in words what it does.
std::string spoken(const Sketch& sketch, const Key& key) {
  if (key.key == "space") return sketch.say("words.space");
  if (key.key == "delete") return sketch.say("words.delete");
  if (key.key == "shift") return sketch.say("words.shift");
  if (key.key == "script") return sketch.say(key.shows == "ABC" ? "words.latin" : "words.letters");
  if (key.key == "symbols") return sketch.say("words.numbers");
  if (key.key == "letters") return sketch.say("words.letters");
  if (key.key == "languages") return sketch.say("languages.title");
  if (key.key == "back") return sketch.say("common.back");
  if (key.key == "phone") return sketch.say("contact.phone");
  if (key.key == "゛") return kVoicedMark;
  return begins_with_mark(key.key) ? key.key : key.shows;
}

Shape shape_of(const Key& key) {
  if (key.is_on) return Shape::primary_key;
  switch (key.kind) {
    case KeyKind::character:
      return Shape::key;
    case KeyKind::function:
      return Shape::function_key;
    case KeyKind::primary:
      return Shape::primary_key;
  }
  return Shape::key;
}

void add_icon(Sketch& sketch, const Key& key, const Rect& cap) {
  const float usual = key.icon == "icons/bksp" ? 58.f : key.icon == "icons/shift" ? 54.f : 50.f;
  const float px = std::min(usual, std::min(cap.w, cap.h) - 8);
  const Rect rect{cap.x + (cap.w - px) / 2, cap.y + (cap.h - px) / 2, px, px};
  const bool points = key.icon == "icons/bksp" || key.icon == "icons/back";
  if (points && sketch.view().words.right_to_left())
    sketch.turned_picture(rect, key.icon);
  else
    sketch.picture(rect, key.icon, key.is_on ? Colour::onspruce : Colour::ink);
}

/// The letter that holding the key offers first, small in the cap's corner.
void add_hint(Sketch& sketch, const Key& key, const Rect& cap) {
  if (key.hint.empty() || cap.w < kLeastHinted) return;
  if (sketch.large() && sketch.small()) return;  // the larger letter takes its corner
  const Lettering lettering{
      .role = Role::legal, .px = sketch.fixed(25), .colour = Colour::ink2, .align = Align::end};
  const float height = sketch.height_of(lettering);
  sketch.text({cap.right() - 46, cap.y + 2, 34, height}, key.hint, lettering);
}

/// What is on the cap; `cap` without the edge at its foot.
void add_face(Sketch& sketch, const Key& key, const Rect& cap) {
  if (!key.icon.empty()) return add_icon(sketch, key, cap);
  // On a narrow key words are as small as they must be.
  Lettering lettering{.role = Role::key, .least = 25, .align = Align::centre, .stand = Stand::middle};
  std::vector<Step> steps = {{48, 1, 1}, {40, 1, 1}, {34, 1, 1}, {28, 1, 1}, {25, 1, 1}, {25, 1, 2}};
  if (key.key == "space") {
    lettering.role = Role::body;
    lettering.colour = Colour::ink2;
    steps = {{40, 1.25f, 1}, {32, 1.25f, 1}, {26, 1.25f, 1}, {26, 1.1f, 2}};
  } else if (key.kind != KeyKind::character) {
    lettering.role = Role::button;
    if (key.kind == KeyKind::primary) lettering.weight = 700;
    if (key.kind == KeyKind::primary) lettering.colour = Colour::onspruce;
    steps = {{42, 1.25f, 1}, {36, 1.1f, 1}, {36, 1.1f, 2}, {30, 1.1f, 1},
             {30, 1.1f, 2},  {26, 1.1f, 2}, {25, 1.1f, 1}};
  }
  float side = 4, room = cap.w - 2 * side;
  Fitted face = sketch.fit(key.shows, lettering, room, steps, cap.h);
  if (!face.fits && cap.w < kNarrow) {
    side = 1, room = cap.w - 2 * side;
    face = sketch.fit(key.shows, lettering, room, steps, cap.h);
  }
  if (key.key == "space" && !face.fits)
    face = sketch.fit(sketch.say("words.space"), lettering, room, steps, cap.h);
  // Marks that hang below a dotted circle lift it, and those beside it push it aside.
  const float below = (cap.h - face.height) / 2 + face.ink_bottom - cap.h;
  const float lift = face.fits ? 0 : std::max(0.f, below + 1);
  const float from_left = std::max(0.f, 1 - side - face.ink_left);
  const float aside = std::max(0.f, side + face.ink_right + 1 - cap.w) - from_left;
  sketch.text({cap.x + side - aside, cap.y - lift, room, cap.h}, face.text, face.lettering);
  add_hint(sketch, key, cap);
}

/// What holding it means. Who asked for more time gets it: two seconds and more between two repeats.
/// Source: EN 301 549 5.7, 36 CFR 1194 407.4.
std::optional<Holding> holding_of(const Key& key, bool more_time) {
  if (key.key == "delete") {
    Holding deleting{KeyPressed{"delete"}, Holding::Then::repeats};
    if (more_time) deleting.after_ms = deleting.every_ms = kPatientRepeatMs;
    return deleting;
  }
  if (key.key == "shift") return Holding{KeyHeld{"shift"}, Holding::Then::nothing};
  if (!key.alternatives.empty()) return Holding{KeyHeld{key.key}, Holding::Then::slides};
  return std::nullopt;
}

/// Where a key's cells and caps stand, for one keyboard.
struct Grid {
  float column = 0;
  float gap = 16, gap_y = 16;
  float pitch = 124;
};

Grid grid_of(const Sketch& sketch, const KeyboardPlace& place, const KeyRows& rows) {
  float columns = 0;
  for (const auto& row : rows) columns = std::max(columns, columns_of(row));
  const float side = sketch.width() / columns >= 126 ? 10.f : 0.f;
  const float column = (sketch.width() - 2 * side) / columns;
  const float gap = std::clamp(column - 110, 6.f, 16.f);
  return {column, gap, std::min(16.f, gap + 4), place.pitch};
}

void add_key(Sketch& sketch, const Key& key, const Rect& hit, const Rect& cap, const Intent& intent) {
  const int mark = sketch.mark();
  sketch.box(cap, shape_of(key));
  add_face(sketch, key, {cap.x, cap.y, cap.w, cap.h - 5});
  sketch.target(hit, intent, spoken(sketch, key), mark);
}

/// Whether this key's alternatives are on show; where a capital was typed, its small letter stands by now.
bool is_held(const Key& key, const KeyboardState& keyboard) {
  if (key.alternatives.empty() || keyboard.alternatives_of.empty()) return false;
  return key.key == keyboard.alternatives_of ||
         (keyboard.held_typed && in_capitals(key.key) == keyboard.alternatives_of);
}

/// What holding `key` offers; once its own letter is typed, that too, for who wants it and nothing else.
std::vector<std::string> offered(const Key& key, const KeyboardState& keyboard) {
  std::vector<std::string> letters;
  if (keyboard.held_typed) letters.push_back(keyboard.alternatives_of);
  for (const std::string& letter : key.alternatives) {
    const bool capital = key.key != keyboard.alternatives_of;
    const std::string other = capital ? in_capitals(letter) : letter;
    if (!capital || grapheme_count(other) == 1) letters.push_back(other);
  }
  return letters;
}

/// A row of what `key` offers, over the row above it. `key_x` is the middle of the key.
void add_alternatives(Sketch& sketch, const Grid& grid, const Key& key, float key_x, float row_y) {
  const std::vector<std::string> letters = offered(key, sketch.view().keyboard);
  const float number = static_cast<float>(letters.size());
  const float w = std::min(std::max(grid.column, 100.f), (sketch.width() - 16) / number);
  const float x = std::clamp(key_x - number * w / 2, 8.f, sketch.width() - 8 - number * w);
  const float y = std::max(0.f, row_y - grid.pitch);
  sketch.box({x - 6, y, number * w + 12, grid.pitch}, Shape::selected);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const std::string& letter = letters[i];
    const Rect cell{x + static_cast<float>(i) * w, y, w, grid.pitch};
    const Rect cap{cell.x + grid.gap / 2, y + grid.gap_y / 2, w - grid.gap, grid.pitch - grid.gap_y};
    add_key(sketch, {.key = letter, .shows = letter}, cell, cap, AlternativeChosen{letter});
    sketch.last_target().takes_slides = true;
  }
}

/// Keys and candidates in the lower half, where the candidates are as high as a row of keys.
KeyboardPlace place_within_reach(const Sketch& sketch, float rows, bool offers) {
  const float room = sketch.height() / 2 - 10;
  const float pitch = std::min(sketch.portrait() ? 140.f : 124.f, room / (offers ? rows + 1 : rows));
  return {sketch.height() - rows * pitch, pitch, offers ? pitch : 0.f};
}

}  // namespace

KeyRows with_way_back(KeyRows rows, std::vector<Key> more) {
  Key back{.key = "back", .shows = "", .icon = "icons/back", .width = 1.2f, .kind = KeyKind::function};
  std::vector<Key>& foot = rows.back();
  const auto widest = std::ranges::max_element(foot, {}, &Key::width);
  if (widest->width <= back.width) {
    for (auto& row : rows)
      for (Key& key : row)
        if (key.key == "languages") key = {back.key, "", back.icon, 1, KeyKind::function};
    return rows;
  }
  widest->width -= back.width;
  for (const Key& key : more) widest->width -= key.width;
  if (widest->width < kLeastSpace) {  // a narrow keyboard's space bar still says its language
    foot.back().width -= kLeastSpace - 1;
    widest->width += kLeastSpace - 1;
  }
  foot.insert(foot.end() - 1, more.begin(), more.end());
  foot.insert(foot.begin(), std::move(back));
  return rows;
}

KeyRows with_room_for_words(KeyRows rows) {
  for (auto& row : rows)
    for (Key& key : row)
      if (key.key == "゛") key.shows = "小\u200bﾞﾟ";  // on two lines
  std::vector<Key>& foot = rows.back();
  const auto space = std::ranges::find(foot, std::string("space"), &Key::key);
  if (space == foot.end()) {
    for (auto& row : rows) row.back().width = kWideColumn;
    return rows;
  }
  const auto has_words = [](const Key& key) {
    return key.kind == KeyKind::primary || (key.kind == KeyKind::function && !key.shows.empty());
  };
  const auto number = static_cast<float>(std::ranges::count_if(foot, has_words));
  const float each = std::clamp((space->width - kSpaceKept) / number, 0.f, kForWords);
  for (Key& key : foot)
    if (has_words(key)) key.width += each;
  space->width -= each * number;
  return rows;
}

KeyboardPlace keyboard_place(const Sketch& sketch, std::size_t rows, Composing composing) {
  const float number = static_cast<float>(rows);
  const bool offers = composing == Composing::kana || composing == Composing::pinyin;
  const float height = sketch.height();
  if (sketch.small()) {
    const float line = sketch.large() ? 86 : 60;  // of the text, over the candidates
    const float larger = std::min(kLargeOver, height - number * kLeastPitch);
    const float over = !offers ? kSmallField : sketch.large() ? larger : kSmallOver;
    const float most = sketch.portrait() && rows <= 4 ? 108 : 92;
    const float pitch = std::min(most, (height - over) / number);
    const float top = height - number * pitch;
    return {top, pitch, offers ? std::min(100.f, top - 12 - line) : 0.f};
  }
  if (sketch.reach()) return place_within_reach(sketch, number, offers);
  if (sketch.portrait()) {
    const float pitch = rows <= 4 ? 140.f : 120.f;
    return {height - number * pitch, pitch, offers ? 118.f : 0.f};
  }
  return {height - 498, rows <= 4 ? 124.f : 498 / number, offers ? 118.f : 0.f};
}

void add_keyboard(Sketch& sketch, const KeyboardPlace& place, const KeyRows& keys,
                  const std::string& done_word, const Intent& done) {
  const KeyRows rows = sketch.view().words.right_to_left() ? turned(keys) : keys;
  const int mark = sketch.mark();
  const std::size_t target_mark = sketch.target_mark();
  const float width = sketch.width();
  const Grid grid = grid_of(sketch, place, rows);
  const Key* held = nullptr;
  float held_x = 0, held_y = 0;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const float hit_y = place.top - grid.gap_y / 2 + static_cast<float>(r) * grid.pitch;
    const float hit_end = r + 1 == rows.size() ? sketch.height() : hit_y + grid.pitch;
    float x = (width - columns_of(rows[r]) * grid.column) / 2;
    for (std::size_t k = 0; k < rows[r].size(); ++k) {
      Key key = rows[r][k];
      if (key.kind == KeyKind::primary) key.shows = done_word;
      const float w = key.width * grid.column;
      const float hit_x = k == 0 ? 0 : x;
      const float hit_right = k + 1 == rows[r].size() ? width : x + w;
      add_key(sketch, key, {hit_x, hit_y, hit_right - hit_x, hit_end - hit_y},
              {x + grid.gap / 2, hit_y + grid.gap_y / 2, w - grid.gap, grid.pitch - grid.gap_y},
              intent_of(key, done));
      sketch.last_target().holding = holding_of(key, sketch.view().state.eases.more_time);
      if (is_held(key, sketch.view().keyboard)) held = &rows[r][k], held_x = x + w / 2, held_y = hit_y;
      x += w;
    }
  }
  if (held != nullptr) add_alternatives(sketch, grid, *held, held_x, held_y);
  sketch.keep_order(mark, target_mark, {0, place.top, width, sketch.height() - place.top});
}

}  // namespace farewell::kiosk
