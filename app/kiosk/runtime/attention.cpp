#include "app/kiosk/runtime/attention.h"

namespace farewell::kiosk {
namespace {

constexpr std::int64_t kBounceMs = 300;

std::optional<Way> way_of(Key key) {
  switch (key) {
    case Key::left:
      return Way::left;
    case Key::right:
      return Way::right;
    case Key::up:
      return Way::up;
    case Key::down:
      return Way::down;
    case Key::next:
      return Way::next;
    case Key::previous:
      return Way::previous;
    case Key::enter:
    case Key::space:
    case Key::back:
    case Key::other:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

void Attention::follow(const Scene& scene, const std::string& place) {
  if (place != place_) {
    const auto left = std::pair(place_, at_);
    const bool back = place == before_.first && before_.second < scene.targets.size();
    at_ = back ? before_.second : focus_at_first(scene).value_or(0);
    before_ = left;
    scan_ = {};
  } else if (scene.targets.size() != targets_) {
    at_ = focus_nearest(scene, rect_).value_or(0);
    scan_ = {};
  }
  place_ = place;
  targets_ = scene.targets.size();
  if (at_ < targets_) rect_ = scene.targets[at_].rect;
}

void Attention::forget() {
  shown_ = false;
  place_.clear();
  before_ = {};
}

std::optional<std::size_t> Attention::take(Key key, const Scene& scene) {
  if (key == Key::back) return way_back(scene);
  const bool selects = key == Key::enter || key == Key::space;
  const auto way = way_of(key);
  if (scene.targets.empty() || (!selects && !way)) return std::nullopt;
  if (!shown_) {
    shown_ = true;
    return std::nullopt;
  }
  if (selects) return at_;
  at_ = focus_moved(scene, at_, *way);
  rect_ = scene.targets[at_].rect;
  return std::nullopt;
}

void Attention::scan(bool on, std::int64_t now_ms, std::int64_t step_ms) {
  if (on == scanning()) return;
  step_ms_ = step_ms;
  scan_ = {};
  if (on)
    rest(now_ms);
  else
    step_due_ms_.reset();
}

bool Attention::pass_time(const Scene& scene, std::int64_t now_ms, bool being_spoken_to) {
  if (!step_due_ms_ || now_ms < *step_due_ms_) return false;
  if (!being_spoken_to) scan_ = scan_stepped(scene, scan_);
  rest(now_ms);
  return !being_spoken_to;
}

std::optional<std::size_t> Attention::press_switch(const Scene& scene, std::int64_t now_ms) {
  if (pressed_ms_ && now_ms - *pressed_ms_ < kBounceMs) return std::nullopt;
  pressed_ms_ = now_ms;
  const auto taken = scan_taken(scene, scan_);
  if (taken) scan_ = {};
  rest(now_ms);
  return taken;
}

std::vector<std::size_t> Attention::on(const Scene& scene) const {
  if (scanning()) return scan_rest(scene, scan_);
  return shown_ && at_ < scene.targets.size() ? std::vector{at_} : std::vector<std::size_t>{};
}

std::optional<Ring> Attention::ring(const Scene& scene) const {
  if (scene.targets.empty()) return std::nullopt;
  if (scanning()) return scan_ring(scene, scan_);
  if (!shown_) return std::nullopt;
  return ring_around(scene, at_);
}

}  // namespace farewell::kiosk
