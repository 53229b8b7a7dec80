// What every sheet has: the scrim over the screen below, the sheet that rises, the way back, an icon and the
// title. Not what is on it. Drawing thread only.
#pragma once

#include <cstddef>
#include <string>

#include "app/kiosk/screens/parts.h"

namespace farewell::kiosk {

struct SheetHeader {
  float margin = 40;
  float y = 38;
  float h = kTarget;
  float end_x = 0;  ///< where what stands at the far end begins
  std::string title;
  Icon icon;
};

/// Two lines of a large title need more than a target's height.
float header_height(const Sketch& sketch);

/// Whether the title stands before `end_x`, without its icon, as large as larger text asks for.
bool stands_large(const Sketch& sketch, const SheetHeader& header);

/// A sheet's first page has the sheet's name, "languages"; the second is "languages 2".
std::string page_name(const std::string& sheet, std::size_t page);
/// Which of `pages` pages of `sheet` is `open`: the first if none is.
std::size_t page_of(const std::string& sheet, const std::string& open, std::size_t pages);

/// Puts the sheet over the scene; the targets below it are out of reach. In reach mode the way back is the
/// caller's to place.
void add_sheet(Sketch& sketch, Scene& scene, const SheetHeader& header);

}  // namespace farewell::kiosk
