// Which sound belongs to what has just happened in a visit: the thanks at a festive Goodbye, the chime when
// nobody could be rung and somebody should look up. Plays nothing (platform/sound.h). Drawing thread.
#pragma once

#include <cstdint>
#include <optional>

#include "app/kiosk/sound/tones.h"
#include "core/visit/visit.h"

namespace farewell::kiosk {

class Cues {
 public:
  /// The state as it now is; each thing is cued once.
  std::optional<Tone> look(const visit::State& state);

 private:
  std::uint64_t thanked_ = 0;  ///< visits' numbers
  std::uint64_t chimed_ = 0;
};

/// "sound" and "sound_at_night" of the configuration.
enum class SoundSetting { off, by_day, day_and_night };

/// The chime calls somebody, so it is heard at night too; with `off`, nothing is. Speech is asked for by the
/// customer and knows no such setting.
bool is_heard(Tone tone, SoundSetting setting, bool night);

}  // namespace farewell::kiosk
