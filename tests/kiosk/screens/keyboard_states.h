// The keyboard as customers leave it between keys. For the tests of the keyboard.
#pragma once

#include "app/kiosk/screens/keyboard_state.h"

namespace farewell::kiosk {

inline KeyboardState shifted(Shift shift = Shift::once) {
  KeyboardState keyboard;
  keyboard.shift = shift;
  return keyboard;
}

inline KeyboardState on_symbols() {
  KeyboardState keyboard;
  keyboard.page = KeyPage::symbols;
  return keyboard;
}

inline KeyboardState in_latin() {
  KeyboardState keyboard;
  keyboard.script = Script::latin;
  return keyboard;
}

}  // namespace farewell::kiosk
