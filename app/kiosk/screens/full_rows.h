// Tiles as wide as their words need, set in rows that are filled from side to side, and on pages where there
// are too many: which tile stands in which row. Pure arithmetic; any thread.
#pragma once

#include <cstddef>
#include <vector>

namespace farewell::kiosk {

/// The tiles of a row, by their places in the list they came from; `kTurning` is the one that turns the page.
using FullRow = std::vector<std::size_t>;
using FullPage = std::vector<FullRow>;

inline constexpr std::size_t kTurning = static_cast<std::size_t>(-1);

struct RowRoom {
  float width = 0;       ///< of a row
  float gap = 0;         ///< between tiles
  std::size_t rows = 1;  ///< of a page
};

/// All on one page if it holds them; otherwise each page ends with the tile that turns it, `turning` wide.
/// At least one page; no row is empty.
std::vector<FullPage> full_rows(const std::vector<float>& widths, float turning, const RowRoom& room);

}  // namespace farewell::kiosk
