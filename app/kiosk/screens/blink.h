// Now and then one of the faces blinks, while Welcome waits for somebody. Pure; any thread.
#pragma once

#include <cstdint>

#include "app/kiosk/screens/screens.h"

namespace farewell::kiosk {

/// Every so often; and so long are the eyes shut.
inline constexpr std::int64_t kBlinkEveryMs = 12'000, kBlinkMs = 140;

/// Whether a face may blink at all: nobody is in the middle of anything, and motion is not reduced.
bool may_blink(const View& view);
/// The value (1 to `scale`) of the face whose eyes are shut at `now_ms` (monotonic); 0: none's.
int blinking_face(std::int64_t now_ms, int scale);
/// When that is next another one, in monotonic milliseconds.
std::int64_t next_blink_ms(std::int64_t now_ms);

}  // namespace farewell::kiosk
