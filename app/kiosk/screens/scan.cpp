#include "app/kiosk/screens/scan.h"

#include <vector>

namespace farewell::kiosk {
namespace {

/// What is stepped through one after the other: rows, or targets as rows of one.
FocusRows groups_of(const Scene& scene, const Scan& scan) {
  const FocusRows rows = focus_rows(scene);
  if (!scan.row && scene.targets.size() > kScannedOneByOne) return rows;
  FocusRows ones;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (scan.row && scan.row != row) continue;
    for (const std::size_t target : rows[row]) ones.push_back({target});
  }
  return ones;
}

}  // namespace

Scan scan_stepped(const Scene& scene, const Scan& scan) {
  if (scan.at + 1 < groups_of(scene, scan).size()) return {scan.row, scan.at + 1};
  if (!scan.row) return {};
  return scan_stepped(scene, {std::nullopt, *scan.row});
}

std::vector<std::size_t> scan_rest(const Scene& scene, const Scan& scan) {
  const FocusRows groups = groups_of(scene, scan);
  return scan.at < groups.size() ? groups[scan.at] : std::vector<std::size_t>{};
}

std::optional<std::size_t> scan_taken(const Scene& scene, Scan& scan) {
  const std::vector<std::size_t> rest = scan_rest(scene, scan);
  if (rest.empty()) return std::nullopt;
  if (rest.size() == 1) return rest.front();
  scan = {scan.at, 0};
  return std::nullopt;
}

std::optional<Ring> scan_ring(const Scene& scene, const Scan& scan) {
  const std::vector<std::size_t> rest = scan_rest(scene, scan);
  if (rest.empty()) return std::nullopt;
  return ring_around(scene, rest);
}

}  // namespace farewell::kiosk
