// The screen for a state, with what lies over it, turned for right-to-left languages.

#include "app/kiosk/screens/screens.h"
#include "app/kiosk/ui/mirror.h"

namespace farewell::kiosk {
namespace {

Scene screen_for(const View& view) {
  switch (view.state.screen) {
    case visit::Screen::welcome:
      return welcome(view);
    case visit::Screen::change:
      return change(view);
    case visit::Screen::words:
      return words(view);
    case visit::Screen::recovery:
      return recovery(view);
    case visit::Screen::contact:
      return contact(view);
    case visit::Screen::goodbye:
      return goodbye(view);
  }
  return welcome(view);
}

}  // namespace

Scene scene_for(const View& view) {
  Scene scene = screen_for(view);
  if (view.sheet == "languages") add_languages_sheet(view, scene);
  if (view.sheet == "easier") add_easier_sheet(view, scene);
  if (view.state.idle_warning) add_idle_warning(view, scene);
  if (view.words.right_to_left()) mirror(scene, static_cast<float>(view.metrics.width));
  return scene;
}

}  // namespace farewell::kiosk
