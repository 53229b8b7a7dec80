// What lies over a screen, and the turn of right-to-left languages.

#include "app/kiosk/screens/screens.h"
#include "app/kiosk/ui/mirror.h"

namespace farewell::kiosk {

Scene finished(const View& view, Scene screen) {
  if (view.sheet.starts_with("languages")) add_languages_sheet(view, screen);
  if (view.sheet.starts_with("easier")) add_easier_sheet(view, screen);
  if (view.state.idle_warning) add_idle_warning(view, screen);
  if (view.words.right_to_left()) mirror(screen, static_cast<float>(view.metrics.width));
  return screen;
}

}  // namespace farewell::kiosk
