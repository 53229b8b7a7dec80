// One switch instead of keys: the focus steps by itself, and the switch takes what it rests on. Where there
// is much to choose from, it steps by rows first and then within the row. Pure values; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "app/kiosk/screens/focus.h"

namespace farewell::kiosk {

/// Where the scan rests.
struct Scan {
  std::optional<std::size_t> row;  ///< the row that is being gone through; nothing: rows, or all targets
  std::size_t at = 0;              ///< a row, or a place in the row, or one in the reading order
  bool operator==(const Scan&) const = default;
};

/// More targets than this are gone through by rows.
inline constexpr std::size_t kScannedOneByOne = 8;

/// The next rest. After the last it begins anew; after a row's last it goes on with the rows.
Scan scan_stepped(const Scene& scene, const Scan& scan);

/// The targets that the scan rests on: one, or a row of them; none on a scene without targets.
std::vector<std::size_t> scan_rest(const Scene& scene, const Scan& scan);

/// What the switch takes: a target, or nothing, and then `scan` is now within the row.
std::optional<std::size_t> scan_taken(const Scene& scene, Scan& scan);

/// Around what the scan rests on; nothing on a scene without targets.
std::optional<Ring> scan_ring(const Scene& scene, const Scan& scan);

}  // namespace farewell::kiosk
