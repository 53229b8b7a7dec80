#include "app/kiosk/runtime/press.h"

namespace farewell::kiosk {

std::optional<std::size_t> target_at(const Scene& scene, float x, float y) {
  for (std::size_t i = scene.targets.size(); i-- > 0;) {
    if (scene.targets[i].rect.contains(x, y)) return i;
  }
  return std::nullopt;
}

Meant Press::feel(const Touch& touch, const Scene& scene) {
  if (touch.kind == Touch::Kind::down) return finger_ ? Meant{} : down(touch, scene);
  if (finger_ != touch.finger) return {};
  const auto held = pressed(scene);
  const bool inside = held && target_at(scene, touch.x, touch.y) == held;
  if (touch.kind == Touch::Kind::moved) {
    if (held_ && !inside) held_.reset();
    return {};
  }
  finger_.reset();
  held_.reset();
  if (touch.kind == Touch::Kind::up && inside) return {scene.targets[*held].intent, false};
  return {std::nullopt, true};
}

Meant Press::down(const Touch& touch, const Scene& scene) {
  finger_ = touch.finger;
  const auto met = target_at(scene, touch.x, touch.y);
  if (!met) return {std::nullopt, true};
  held_ = Held{scene.targets[*met].label, scene.targets[*met].rect};
  return {};
}

std::optional<std::size_t> Press::pressed(const Scene& scene) const {
  if (!held_) return std::nullopt;
  for (std::size_t i = scene.targets.size(); i-- > 0;) {
    const Target& target = scene.targets[i];
    // The scene may have been made anew since: the same target stands where it stood and is called the same.
    if (target.label == held_->label && target.rect.x == held_->rect.x && target.rect.y == held_->rect.y)
      return i;
  }
  return std::nullopt;
}

}  // namespace farewell::kiosk
