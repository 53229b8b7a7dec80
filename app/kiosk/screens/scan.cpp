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

std::optional<std::size_t> scan_taken(const Scene& scene, Scan& scan) {
  const FocusRows groups = groups_of(scene, scan);
  if (scan.at >= groups.size()) return std::nullopt;
  if (groups[scan.at].size() == 1) return groups[scan.at].front();
  scan = {scan.at, 0};
  return std::nullopt;
}

std::optional<Ring> scan_ring(const Scene& scene, const Scan& scan) {
  const FocusRows groups = groups_of(scene, scan);
  if (scan.at >= groups.size()) return std::nullopt;
  return ring_around(scene, groups[scan.at]);
}

}  // namespace farewell::kiosk
