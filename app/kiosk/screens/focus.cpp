#include "app/kiosk/screens/focus.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "app/kiosk/ui/shapes.h"

namespace farewell::kiosk {
namespace {

float middle_x(const Rect& rect) {
  return rect.x + rect.w / 2;
}
float middle_y(const Rect& rect) {
  return rect.y + rect.h / 2;
}

const Rect& rect_of(const Scene& scene, std::size_t target) {
  return scene.targets[target].rect;
}

/// What holding a key offers lies over other keys for a while.
bool is_covered(const Scene& scene, std::size_t target) {
  const Rect& rect = rect_of(scene, target);
  for (std::size_t above = target + 1; above < scene.targets.size(); ++above)
    if (scene.targets[above].takes_slides && rect_of(scene, above).contains(middle_x(rect), middle_y(rect)))
      return true;
  return false;
}

/// They stand beside each other: the middles differ by less than half of the lower one's height.
bool in_one_row(const Rect& a, const Rect& b) {
  return std::abs(middle_y(a) - middle_y(b)) < std::min(a.h, b.h) / 2;
}

/// Where a target stands among the rows.
std::pair<std::size_t, std::size_t> place_of(const FocusRows& rows, std::size_t target) {
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto at = std::ranges::find(rows[row], target);
    if (at != rows[row].end()) return {row, static_cast<std::size_t>(at - rows[row].begin())};
  }
  return {0, 0};
}

std::size_t nearest_across(const Scene& scene, const std::vector<std::size_t>& row, float x) {
  return *std::ranges::min_element(
      row, {}, [&](std::size_t target) { return std::abs(middle_x(rect_of(scene, target)) - x); });
}

std::optional<std::size_t> nearest_to(const Scene& scene, float x, float y) {
  std::optional<std::size_t> nearest;
  float least = std::numeric_limits<float>::max();
  for (std::size_t i = 0; i < scene.targets.size(); ++i) {
    const float away = std::hypot(middle_x(rect_of(scene, i)) - x, middle_y(rect_of(scene, i)) - y);
    if (away >= least) continue;
    nearest = i;
    least = away;
  }
  return nearest;
}

Rect around(const Rect& a, const Rect& b) {
  const float x = std::min(a.x, b.x), y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

/// The box that carries the target: the first of its run, unless that is a mere line or dot in it.
const Box* carrier_of(const Scene& scene, const Target& target) {
  if (target.element_from >= target.element_to) return nullptr;
  const auto* box = std::get_if<Box>(&scene.elements[static_cast<std::size_t>(target.element_from)]);
  const bool carries = box != nullptr && box->rect.w > target.rect.w / 2 && box->rect.h > target.rect.h / 2;
  return carries ? box : nullptr;
}

}  // namespace

FocusRows focus_rows(const Scene& scene) {
  std::vector<std::size_t> order(scene.targets.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::erase_if(order, [&](std::size_t i) { return is_covered(scene, i); });
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return middle_y(rect_of(scene, i)); });
  FocusRows rows;
  for (const std::size_t target : order) {
    if (rows.empty() || !in_one_row(rect_of(scene, rows.back().front()), rect_of(scene, target)))
      rows.emplace_back();
    rows.back().push_back(target);
  }
  const float forwards = scene.right_to_left ? -1 : 1;
  for (auto& row : rows)
    std::ranges::stable_sort(row, {}, [&](std::size_t i) { return forwards * middle_x(rect_of(scene, i)); });
  return rows;
}

std::optional<std::size_t> focus_at_first(const Scene& scene) {
  if (scene.targets.empty()) return std::nullopt;
  Rect all = scene.targets.front().rect;
  for (const Target& target : scene.targets) all = around(all, target.rect);
  return nearest_to(scene, middle_x(all), middle_y(all));
}

std::size_t focus_moved(const Scene& scene, std::size_t from, Way way) {
  const FocusRows rows = focus_rows(scene);
  const auto [row, place] = place_of(rows, from);
  const auto beside = [&](bool forwards) {
    if (forwards) return place + 1 < rows[row].size() ? rows[row][place + 1] : from;
    return place > 0 ? rows[row][place - 1] : from;
  };
  const float x = middle_x(rect_of(scene, from));
  switch (way) {
    case Way::left:
      return beside(scene.right_to_left);
    case Way::right:
      return beside(!scene.right_to_left);
    case Way::up:
      return row > 0 ? nearest_across(scene, rows[row - 1], x) : from;
    case Way::down:
      return row + 1 < rows.size() ? nearest_across(scene, rows[row + 1], x) : from;
    case Way::next:
      if (place + 1 < rows[row].size()) return rows[row][place + 1];
      return row + 1 < rows.size() ? rows[row + 1].front() : from;
    case Way::previous:
      if (place > 0) return rows[row][place - 1];
      return row > 0 ? rows[row - 1].back() : from;
  }
  return from;
}

std::optional<std::size_t> focus_nearest(const Scene& scene, const Rect& rect) {
  return nearest_to(scene, middle_x(rect), middle_y(rect));
}

std::optional<std::size_t> way_back(const Scene& scene) {
  for (std::size_t i = 0; i < scene.targets.size(); ++i) {
    const Intent& intent = scene.targets[i].intent;
    const auto* action = std::get_if<visit::Action>(&intent);
    const bool back = action != nullptr && std::holds_alternative<visit::BackTapped>(*action);
    if (back || std::holds_alternative<SheetClosed>(intent)) return i;
  }
  return std::nullopt;
}

Ring ring_around(const Scene& scene, std::size_t target) {
  const Target& held = scene.targets[target];
  Ring ring{.rect = held.rect, .target = static_cast<int>(target)};
  if (const Box* carrier = carrier_of(scene, held)) {
    ring.rect = carrier->rect;
    ring.radius = radius_of(carrier->shape);
  } else if (held.element_from < held.element_to) {
    ring.filled_before = held.element_from;
  }
  return ring;
}

Ring ring_around(const Scene& scene, const std::vector<std::size_t>& row) {
  Ring ring = ring_around(scene, row.front());
  for (const std::size_t target : row) ring.rect = around(ring.rect, ring_around(scene, target).rect);
  if (row.size() > 1) {
    ring.target = -1;
    ring.filled_before = -1;
  }
  return ring;
}

}  // namespace farewell::kiosk
