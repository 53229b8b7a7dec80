// The screen for a state.

#include "app/kiosk/screens/screens.h"

namespace farewell::kiosk {
namespace {

Scene screen_for(const View& view) {
  switch (view.state.screen) {
    case visit::Screen::welcome:
      return view.closed_until ? closed(view) : welcome(view);
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
  return finished(view, screen_for(view));
}

}  // namespace farewell::kiosk
