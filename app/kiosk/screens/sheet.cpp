#include "app/kiosk/screens/sheet.h"

#include <algorithm>

namespace farewell::kiosk {
namespace {

Fitted fit_title(const Sketch& sketch, const SheetHeader& header, float w) {
  return sketch.fit_even(header.title, {.role = Role::sheet, .stand = Stand::middle}, w,
                         {{60, 1.06f, 1}, {52, 1.06f, 1}, {44, 1.04f, 2}, {42, .94f, 3}}, header.h);
}

/// Where the title or its icon begins: beside Back, unless that stands elsewhere.
float title_x(const Sketch& sketch, const SheetHeader& header) {
  if (sketch.reach()) return header.margin + 8;
  return header.margin + kTarget + (sketch.small() && sketch.portrait() ? 14.f : 28.f);
}

bool is_large_enough(const Sketch& sketch, const Fitted& title) {
  return title.fits && (!sketch.large() || title.lettering.px >= kLargeDisplay);
}

}  // namespace

float header_height(const Sketch& sketch) {
  const float two_lines = 142, one_line_fits = sketch.portrait() ? 1000 : 1100;
  return sketch.large() && !sketch.reach() && sketch.width() < one_line_fits ? two_lines : kTarget;
}

bool stands_large(const Sketch& sketch, const SheetHeader& header) {
  return is_large_enough(sketch, fit_title(sketch, header, header.end_x - 16 - title_x(sketch, header)));
}

std::string page_name(const std::string& sheet, std::size_t page) {
  return page == 0 ? sheet : sheet + " " + std::to_string(page + 1);
}

std::size_t page_of(const std::string& sheet, const std::string& open, std::size_t pages) {
  for (std::size_t page = 1; page < pages; ++page)
    if (open == page_name(sheet, page)) return page;
  return 0;
}

void add_sheet(Sketch& sketch, Scene& scene, const SheetHeader& header) {
  scene.targets.clear();
  const float width = sketch.width(), height = sketch.height();
  const float top = std::max(header.y - 14, 0.f);
  sketch.box({0, 0, width, height}, Shape::scrim);
  sketch.box({0, top, width, height - top + 60}, Shape::sheet);  // its lower corners stay out of sight
  if (!sketch.reach()) add_back(sketch, header.margin, header.y + (header.h - kTarget) / 2, SheetClosed{});
  float x = title_x(sketch, header);
  const float icons = header.icon.px + 22;
  // A long title takes the icon's room.
  Fitted title = fit_title(sketch, header, header.end_x - 16 - x - icons);
  if (is_large_enough(sketch, title) && !sketch.small()) {
    sketch.picture({x, header.y + (header.h - header.icon.px) / 2, header.icon.px, header.icon.px},
                   header.icon.name);
    x += icons;
  } else {
    title = fit_title(sketch, header, header.end_x - 16 - x);
  }
  sketch.text({x, header.y + 3, title.width, header.h}, title.text, title.lettering);
}

}  // namespace farewell::kiosk
