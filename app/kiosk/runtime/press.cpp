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
  if (touch.kind != Touch::Kind::moved) return up(touch, scene);
  const auto held = pressed(scene);
  if (!held || target_at(scene, touch.x, touch.y) != held) held_.reset();
  return {};
}

Meant Press::down(const Touch& touch, const Scene& scene) {
  finger_ = touch.finger;
  echo_ = is_echo(touch, scene);
  if (echo_) return {};
  const auto met = target_at(scene, touch.x, touch.y);
  if (!met) return {std::nullopt, true};
  held_ = Held{scene.targets[*met].label, scene.targets[*met].rect};
  return {};
}

Meant Press::up(const Touch& touch, const Scene& scene) {
  const auto held = pressed(scene);
  const bool inside = held && target_at(scene, touch.x, touch.y) == held;
  finger_.reset();
  held_.reset();
  if (echo_) return {};
  if (touch.kind != Touch::Kind::up || !inside) return {std::nullopt, true};
  const Target& target = scene.targets[*held];
  tapped_ = Tapped{{target.label, target.rect}, touch.at_ms};
  return {target.intent, false};
}

/// The same target may be tapped as quickly as one likes: a double letter is no double tap.
bool Press::is_echo(const Touch& touch, const Scene& scene) const {
  if (!tapped_ || touch.at_ms == 0 || tapped_->at_ms == 0 || touch.at_ms - tapped_->at_ms >= kEchoMs)
    return false;
  if (!tapped_->target.rect.contains(touch.x, touch.y)) return false;
  const auto met = target_at(scene, touch.x, touch.y);
  return !met || !tapped_->target.is(scene.targets[*met]);
}

std::optional<std::size_t> Press::pressed(const Scene& scene) const {
  if (!held_) return std::nullopt;
  for (std::size_t i = scene.targets.size(); i-- > 0;) {
    if (held_->is(scene.targets[i])) return i;
  }
  return std::nullopt;
}

}  // namespace farewell::kiosk
