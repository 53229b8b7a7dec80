// The voice's own controls, on Welcome's hill while the screen is read aloud. Drawing thread only.
#pragma once

#include "app/kiosk/screens/layout.h"

namespace farewell::kiosk {

/// "Make this easier" as its sign alone, pause or go on, say again, and the volume, from margin to margin.
/// Reference pixels; `y` is their top.
void add_speech_bar(Sketch& sketch, float margin, float y);

}  // namespace farewell::kiosk
