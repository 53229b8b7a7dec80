// Something to say aloud, on its way from the screen to the voice. Values; any thread.
#pragma once

#include <cstdint>

#include "app/kiosk/sound/voices.h"
#include "core/visit/private_text.h"

namespace farewell::kiosk {

/// It may be what a customer has typed, so it is wiped once it is said.
struct Line {
  std::uint64_t number = 0;  ///< not 0
  visit::PrivateText text;
  Voice voice;
  int volume = 3;  ///< 1 to kLoudest (mixer.h)
};

}  // namespace farewell::kiosk
