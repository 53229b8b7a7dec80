// Where things stand on the sheet "Make this easier": its cells, page by page where a panel cannot hold them
// all in larger text, and the ways out. Measures, so drawing thread only; draws nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "app/kiosk/screens/sheet.h"

namespace farewell::kiosk {

inline constexpr float kDoneIcon = 50;

struct EasierPlan {
  SheetHeader header;
  std::optional<Rect> back;  ///< where it does not stand in the header
  Rect done;
  std::optional<Rect> turning;  ///< turns the page
  std::size_t page = 0, pages = 1;
  std::size_t first = 0;    ///< what stands in the first cell
  std::vector<Rect> cells;  ///< of this page, in order
};

/// For so many things, the second of which is the volume if `speaks`.
EasierPlan easier_plan(const Sketch& sketch, std::size_t things, bool speaks);

}  // namespace farewell::kiosk
