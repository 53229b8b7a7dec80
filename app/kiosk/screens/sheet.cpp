#include "app/kiosk/screens/sheet.h"

#include <algorithm>
#include <vector>

namespace farewell::kiosk {

void add_sheet(Sketch& sketch, Scene& scene, const SheetHeader& header) {
  scene.targets.clear();
  const float width = sketch.width(), height = sketch.height();
  const float top = std::max(header.y - 14, 0.f);
  sketch.box({0, 0, width, height}, Shape::scrim);
  sketch.box({0, top, width, height - top + 60}, Shape::sheet);  // its lower corners stay out of sight
  if (!sketch.reach()) add_back(sketch, header.margin, header.y, SheetClosed{});
  float x = header.margin + (sketch.reach() ? 8.f : 146.f);
  const float icons = header.icon.px + 22;
  const auto steps = sketch.large()
                         ? std::vector<Step>{{66, 1.06f, 1}, {64, 1.06f, 1}, {64, .92f, 2}}
                         : std::vector<Step>{{60, 1.06f, 1}, {52, 1.06f, 1}, {44, 1.04f, 2}, {42, .94f, 3}};
  const auto fit = [&](float w) {
    return sketch.fit_even(header.title, {.role = Role::sheet, .stand = Stand::middle}, w, steps, kTarget);
  };
  // A long title takes the icon's room.
  Fitted title = fit(header.end_x - 16 - x - icons);
  if (title.fits && !sketch.small()) {
    sketch.picture({x, header.y + (kTarget - header.icon.px) / 2, header.icon.px, header.icon.px},
                   header.icon.name);
    x += icons;
  } else {
    title = fit(header.end_x - 16 - x);
  }
  sketch.text({x, header.y + 3, title.width, kTarget}, title.text, title.lettering);
}

}  // namespace farewell::kiosk
