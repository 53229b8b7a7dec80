// Where the focus may stand and where a key takes it, for visitors who use keys or one switch instead of the
// glass. Pure functions over a scene's targets: who remembers where it stands is runtime/attention.h, who
// draws it the painter. Any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "app/kiosk/ui/scene.h"

namespace farewell::kiosk {

/// Left and right are the panel's own, in every language: an arrow goes where it points.
enum class Way { left, right, up, down, next, previous };

/// Places in Scene::targets in the order in which they are read: rows from above, and in each along the
/// reading direction.
using FocusRows = std::vector<std::vector<std::size_t>>;
FocusRows focus_rows(const Scene& scene);

/// The target nearest to the middle of all of them; nothing, if there is none.
std::optional<std::size_t> focus_at_first(const Scene& scene);

/// Where `way` leads from `from`: left and right stay in their row, up and down go to what is nearest in the
/// next one, next and previous follow the reading order. At an end it stays; it never wraps.
std::size_t focus_moved(const Scene& scene, std::size_t from, Way way);

/// The target whose middle is nearest to `rect`'s; nothing, if there is none.
std::optional<std::size_t> focus_nearest(const Scene& scene, const Rect& rect);

/// The target that Escape means: closes the sheet, or goes back. Nothing, where there is no way back.
std::optional<std::size_t> way_back(const Scene& scene);

/// Around the tile, key or button of a target, or else around where it answers.
Ring ring_around(const Scene& scene, std::size_t target);
/// Around all targets of a row.
Ring ring_around(const Scene& scene, const std::vector<std::size_t>& row);

}  // namespace farewell::kiosk
