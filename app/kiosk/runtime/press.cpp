#include "app/kiosk/runtime/press.h"

#include <algorithm>

namespace farewell::kiosk {

namespace {

/// A key of the on-screen keyboard.
bool types(const Target& target) {
  return std::holds_alternative<KeyPressed>(target.intent);
}

}  // namespace

std::optional<std::size_t> target_at(const Scene& scene, float x, float y) {
  for (std::size_t i = scene.targets.size(); i-- > 0;) {
    if (scene.targets[i].rect.contains(x, y)) return i;
  }
  return std::nullopt;
}

bool Press::Held::is(const Target& target) const {
  // The scene may have been made anew since: the same target stands where it stood and is called the same.
  return target.label == label && target.rect.x == rect.x && target.rect.y == rect.y;
}

Meant Press::feel(const Touch& touch, const Scene& scene) {
  if (touch.kind == Touch::Kind::down) return finger_ ? Meant{} : down(touch, scene);
  if (finger_ != touch.finger) return {};
  move(touch, scene);
  if (touch.kind == Touch::Kind::moved) return {};
  const Meant meant = lift(touch, scene);
  finger_.reset();
  held_.reset();
  first_.reset();
  holding_.reset();
  return meant;
}

Meant Press::down(const Touch& touch, const Scene& scene) {
  finger_ = touch.finger;
  fired_ = 0;
  echo_ = is_echo(touch, scene) || comes_too_late(touch);
  if (echo_) return {};
  const auto met = target_at(scene, touch.x, touch.y);
  if (!met) return {std::nullopt, true};
  const Target& target = scene.targets[*met];
  held_ = first_ = Held{target.label, target.rect};
  holding_ = target.holding;
  if (holding_) due_ms_ = touch.at_ms + holding_->after_ms;
  return {};
}

/// A finger that leaves lets go, unless it was held and slides to what its holding brought up, or back.
void Press::move(const Touch& touch, const Scene& scene) {
  const auto met = target_at(scene, touch.x, touch.y);
  const Target* target = met ? &scene.targets[*met] : nullptr;
  const bool slides = fired_ > 0 && holding_ && holding_->then == Holding::Then::slides;
  if (slides && target != nullptr && (target->takes_slides || first_->is(*target)))
    held_ = Held{target->label, target->rect};
  else if (held_ && (target == nullptr || !held_->is(*target)))
    held_.reset();
  if (!held_ && !slides) holding_.reset();
}

Meant Press::lift(const Touch& touch, const Scene& scene) {
  if (echo_) return {};
  const auto held = pressed(scene);
  if (touch.kind != Touch::Kind::up || !held) return {std::nullopt, true};
  if (fired_ > 0 && holding_ && holding_->then != Holding::Then::slides) return {};
  const Target& target = scene.targets[*held];
  tapped_ = Tapped{{target.label, target.rect}, touch.at_ms, types(target)};
  return {target.intent, false};
}

/// The same target may be tapped as quickly as one likes: a double letter is no double tap. Nor is a small
/// one after its capital.
bool Press::is_echo(const Touch& touch, const Scene& scene) const {
  if (!tapped_ || touch.at_ms == 0 || tapped_->at_ms == 0 || touch.at_ms - tapped_->at_ms >= kEchoMs)
    return false;
  if (!tapped_->target.rect.contains(touch.x, touch.y)) return false;
  const auto met = target_at(scene, touch.x, touch.y);
  if (!met) return true;
  const Target& target = scene.targets[*met];
  return !tapped_->target.is(target) && !(tapped_->typed && types(target));
}

void Press::scene_changed(const Scene& before, std::int64_t now_ms) {
  gone_.clear();
  for (const Target& target : before.targets) gone_.push_back(target.rect);
  gone_at_ms_ = now_ms;
}

/// Where nothing stood, it is meant for what is there.
bool Press::comes_too_late(const Touch& touch) const {
  if (touch.at_ms == 0 || touch.at_ms - gone_at_ms_ >= kEchoMs) return false;
  return std::ranges::any_of(gone_, [&](const Rect& rect) { return rect.contains(touch.x, touch.y); });
}

std::optional<std::int64_t> Press::due_ms() const {
  if (!finger_ || !held_ || !holding_) return std::nullopt;
  const bool again = holding_->then == Holding::Then::repeats && fired_ < kMostRepeats;
  return fired_ == 0 || again ? std::optional(due_ms_) : std::nullopt;
}

Meant Press::pass_time(std::int64_t now_ms) {
  const auto due = due_ms();
  if (!due || now_ms < *due) return {};
  ++fired_;
  due_ms_ = now_ms + holding_->every_ms;
  return {holding_->intent, false};
}

std::optional<std::size_t> Press::pressed(const Scene& scene) const {
  if (!held_) return std::nullopt;
  for (std::size_t i = scene.targets.size(); i-- > 0;)
    if (held_->is(scene.targets[i])) return i;
  return std::nullopt;
}

}  // namespace farewell::kiosk
