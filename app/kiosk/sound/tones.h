// The terminal's few sounds, made here out of sines: a wooden tap, a marimba's thanks, a chime that asks for
// somebody at the desk. Nothing recorded. Pure; any thread.
#pragma once

#include <cstdint>
#include <vector>

namespace farewell::kiosk {

/// All that is heard is one channel of 16 bits at this rate, the one that espeak-ng speaks at.
inline constexpr int kSampleRateHz = 22'050;

/// One channel of kSampleRateHz; 32,767 is as loud as the device goes.
using Samples = std::vector<std::int16_t>;

enum class Tone {
  tap,     ///< 40 ms: a fingertip on wood
  thanks,  ///< G4 and C5 on a marimba, 1.2 s
  chime,   ///< three bells, twice, 4 s: to be heard across a shop
};

/// Begins and ends in silence, so that nothing clicks; the tap and the thanks peak at a quarter of what is
/// possible, the chime at three quarters.
Samples samples_of(Tone tone);

}  // namespace farewell::kiosk
