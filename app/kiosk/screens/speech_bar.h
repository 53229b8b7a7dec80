// The voice's own controls, on Welcome's hill while the screen is read aloud. Drawing thread only.
#pragma once

#include "app/kiosk/screens/layout.h"

namespace farewell::kiosk {

/// "Make this easier" as its sign alone, pause or go on, say again, and the volume, from margin to margin.
/// Reference pixels; `y` is their top.
void add_speech_bar(Sketch& sketch, float margin, float y);

/// The same as discs, where there is less room: as many as `width` holds, the most needed first; with a
/// globe, if the languages have no other place.
void add_speech_discs(Sketch& sketch, float x, float y, float width, bool globe);

}  // namespace farewell::kiosk
