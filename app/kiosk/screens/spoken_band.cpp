// The band behind what is being said: behind words with a speaker's mark, behind a target as a rim.

#include <algorithm>
#include <optional>

#include "app/kiosk/screens/spoken.h"
#include "app/kiosk/ui/text_request.h"

namespace farewell::kiosk {
namespace {

constexpr float kSide = 18, kAbove = 5, kBelow = 12, kMark = 54, kMarkGap = 22, kRim = 8;

bool meet(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

bool within(const Rect& inner, const Rect& outer) {
  return inner.x >= outer.x && inner.right() <= outer.right() && inner.y >= outer.y &&
         inner.bottom() <= outer.bottom();
}

/// Where the words truly are in the text's rect.
Rect ink_of(const View& view, const Text& text, bool right_to_left) {
  const TextSize size =
      view.type.measure(request_for(text, view.theme, view.metrics, right_to_left, view.words.tag()));
  const bool at_right = (text.align == Align::start) == right_to_left;
  Rect ink{text.rect.x, text.rect.y, std::min(size.width, text.rect.w), size.height};
  if (text.align == Align::centre)
    ink.x += (text.rect.w - ink.w) / 2;
  else if (at_right)
    ink.x += text.rect.w - ink.w;
  if (text.stand == Stand::middle) ink.y += (text.rect.h - ink.h) / 2;
  return ink;
}

/// Elements from `at` on move up by one; so does all that counts them.
void insert(Scene& scene, int at, Element element) {
  scene.elements.insert(scene.elements.begin() + at, std::move(element));
  for (Target& target : scene.targets) {
    if (target.element_from >= at) ++target.element_from;
    if (target.element_to > at) ++target.element_to;
  }
}

/// Under all words, but upon the sheet, card or field that the band lies on.
int place_under(const Scene& scene, const Rect& band, int before) {
  int at = std::min(scene.content_from, before);
  for (int i = 0; i < before; ++i) {
    const auto* box = std::get_if<Box>(&scene.elements[static_cast<std::size_t>(i)]);
    if (box != nullptr && within(band, box->rect)) at = i + 1;
  }
  return at;
}

bool is_free(const View& view, const Scene& scene, const Rect& band, int own) {
  const Rect window{0, 0, static_cast<float>(view.metrics.width), static_cast<float>(view.metrics.height)};
  if (!within(band, window)) return false;
  if (std::ranges::any_of(scene.targets, [&](const Target& target) { return meet(target.rect, band); }))
    return false;
  for (std::size_t i = 0; i < scene.elements.size(); ++i) {
    const auto* text = std::get_if<Text>(&scene.elements[i]);
    if (text != nullptr && static_cast<int>(i) != own && !within(text->rect, band) &&
        meet(ink_of(view, *text, scene.right_to_left), band))
      return false;
  }
  return true;
}

void add_behind_words(const View& view, Scene& scene, int element) {
  const auto px = [&](float reference) { return view.metrics.px(reference); };
  const auto& text = std::get<Text>(scene.elements[static_cast<std::size_t>(element)]);
  const Rect ink = ink_of(view, text, scene.right_to_left);
  Rect band{ink.x - px(kSide), ink.y - px(kAbove), ink.w + px(2 * kSide), ink.h + px(kAbove + kBelow)};
  Rect marked = band;
  marked.w += px(kMarkGap + kMark);
  if (scene.right_to_left) marked.x -= px(kMarkGap + kMark);
  const bool has_mark = ink.h >= px(kMark * .8f) && is_free(view, scene, marked, element);
  if (has_mark) band = marked;
  const int at = place_under(scene, band, element);
  if (has_mark) {
    const float x = scene.right_to_left ? band.x + px(kMarkGap) : band.right() - px(kMarkGap + kMark);
    insert(scene, at,
           Picture{.rect = {x, band.y + (band.h - px(6) - px(kMark)) / 2, px(kMark), px(kMark)},
                   .name = "icons/speak",
                   .ink = Colour::spruce});
  }
  insert(scene, at, Box{band, Shape::spoken});
}

void add_behind_target(const View& view, Scene& scene, const Target& target) {
  if (target.element_from == target.element_to) return;  // a part of the picture
  const float rim = view.metrics.px(kRim);
  const Rect& rect = target.rect;
  insert(scene, target.element_from,
         Box{{rect.x - rim, rect.y - rim, rect.w + 2 * rim, rect.h + 2 * rim}, Shape::spoken});
}

}  // namespace

void add_spoken_band(const View& view, Scene& scene, const Utterance& said) {
  const std::vector<Utterance> all = spoken(scene, view.words.tag());
  const auto here = std::ranges::find_if(all, [&](const Utterance& other) { return other.says_as(said); });
  if (here == all.end()) return;
  if (here->element >= 0)
    add_behind_words(view, scene, here->element);
  else
    add_behind_target(view, scene, Target(scene.targets[static_cast<std::size_t>(here->target)]));
}

}  // namespace farewell::kiosk
