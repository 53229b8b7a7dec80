#include "app/kiosk/ui/mirror.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace farewell::kiosk {
namespace {

/// Pictures with a near and a far side: they point along the reading direction, or stand in a group.
constexpr std::array<std::string_view, 6> kSided = {"icons/back", "icons/fwd",       "icons/reply",
                                                    "icons/bksp", "parts/cup-green", "parts/cup-blue"};

bool sided(std::string_view name) {
  return std::find(kSided.begin(), kSided.end(), name) != kSided.end();
}

/// `edges` is left plus right of what it turns about.
void turn(Rect& rect, float edges) {
  rect.x = edges - rect.x - rect.w;
}

void turn(Element& element, float edges) {
  std::visit([edges](auto& part) { turn(part.rect, edges); }, element);
  auto* picture = std::get_if<Picture>(&element);
  if (picture && sided(picture->name)) picture->mirrored = !picture->mirrored;
}

}  // namespace

void mirror(Scene& scene, float width) {
  mirror_within(scene, 0, 0, {0, 0, width, 0});
  scene.right_to_left = true;
}

void mirror_within(Scene& scene, std::size_t element_from, std::size_t target_from, const Rect& within) {
  const float edges = within.x + within.right();
  for (std::size_t i = element_from; i < scene.elements.size(); ++i) turn(scene.elements[i], edges);
  for (std::size_t i = target_from; i < scene.targets.size(); ++i) turn(scene.targets[i].rect, edges);
}

}  // namespace farewell::kiosk
