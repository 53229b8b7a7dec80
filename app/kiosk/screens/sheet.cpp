#include "app/kiosk/screens/sheet.h"

#include <algorithm>

namespace farewell::kiosk {

float header_height(const Sketch& sketch) {
  return sketch.large() && sketch.portrait() && !sketch.reach() && sketch.width() < 1000 ? 142 : kTarget;
}

void add_sheet(Sketch& sketch, Scene& scene, const SheetHeader& header) {
  scene.targets.clear();
  const float width = sketch.width(), height = sketch.height();
  const float top = std::max(header.y - 14, 0.f);
  sketch.box({0, 0, width, height}, Shape::scrim);
  sketch.box({0, top, width, height - top + 60}, Shape::sheet);  // its lower corners stay out of sight
  if (!sketch.reach()) add_back(sketch, header.margin, header.y + (header.h - kTarget) / 2, SheetClosed{});
  float x = header.margin + (sketch.reach() ? 8.f : 146.f);
  const float icons = header.icon.px + 22;
  const auto fit = [&](float w) {
    return sketch.fit_even(header.title, {.role = Role::sheet, .stand = Stand::middle}, w,
                           {{60, 1.06f, 1}, {52, 1.06f, 1}, {44, 1.04f, 2}, {42, .94f, 3}}, header.h);
  };
  // A long title takes the icon's room.
  Fitted title = fit(header.end_x - 16 - x - icons);
  if (title.fits && !sketch.small()) {
    sketch.picture({x, header.y + (header.h - header.icon.px) / 2, header.icon.px, header.icon.px},
                   header.icon.name);
    x += icons;
  } else {
    title = fit(header.end_x - 16 - x);
  }
  sketch.text({x, header.y + 3, title.width, header.h}, title.text, title.lettering);
}

}  // namespace farewell::kiosk
