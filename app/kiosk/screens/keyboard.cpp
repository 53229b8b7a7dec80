#include "app/kiosk/screens/keyboard.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace farewell::kiosk {
namespace {

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
  if (key.key == "symbols") return sketch.say("words.numbers");
  if (key.key == "letters") return sketch.say("words.letters");
  if (key.key == "languages") return sketch.say("languages.title");
  if (key.key == "back") return sketch.say("common.back");
  if (key.key == "phone") return sketch.say("contact.phone");
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
    lettering.role = Role::button;
    if (key.kind == KeyKind::primary) lettering.weight = 700;
    if (key.kind == KeyKind::primary) lettering.colour = Colour::onspruce;
    steps = {{42, 1.25f, 1}, {36, 1.1f, 1}, {36, 1.1f, 2}, {30, 1.1f, 2}, {26, 1.1f, 2}};
  }
  const Fitted face = sketch.fit(key.shows, lettering, cap.w - 8, steps, cap.h);
  sketch.text({cap.x + 4, cap.y, cap.w - 8, cap.h}, face.text, face.lettering);
}

}  // namespace

std::vector<Key> with_way_back(std::vector<Key> foot, std::vector<Key> more) {
  const Key back{"back", "", "icons/back", 1.2f, KeyKind::function};
  more.insert(more.begin(), back);
  const auto widest = std::ranges::max_element(foot, {}, &Key::width);
  for (const Key& key : more) widest->width -= key.width;
  foot.insert(foot.end() - 1, more.begin() + 1, more.end());
  foot.insert(foot.begin(), back);
  return foot;
}

KeyboardPlace keyboard_place(const Sketch& sketch) {
  if (sketch.small()) return {sketch.height() - 4 * 92, 92};
  if (sketch.portrait()) return {sketch.height() - 4 * 140, 140};
  if (sketch.reach()) {
    const float top = sketch.height() / 2 + 10;
    return {top, (sketch.height() - top) / 4};
  }
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
