// What the device plays next: one voice that speaks, and sounds upon it. Fed by one thread, hushed by
// another, emptied by the device's own; each call holds a lock for microseconds. Knows no device and no
// language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "app/kiosk/sound/tones.h"

namespace farewell::kiosk {

inline constexpr int kLoudest = 5;

class Mixer {
 public:
  /// From here on the voice says line `line`; what was left of another is not said. `volume` is 1 to
  /// kLoudest.
  void begin(std::uint64_t line, int volume);
  /// More of what the voice says. False, and not taken: `line` was hushed or is over.
  bool speak(std::uint64_t line, std::span<const std::int16_t> samples);
  /// All of the line has been given.
  void complete(std::uint64_t line);
  /// The voice is silent at once, fading so fast that nothing clicks.
  void hush();
  void play(Samples sound);

  /// Writes the next samples, silence where there is nothing. Returns the line whose last sample was among
  /// them.
  std::optional<std::uint64_t> fill(std::span<std::int16_t> out);
  /// Nothing is sounding or to come.
  bool is_silent() const;

 private:
  struct Sounding {
    Samples samples;
    std::size_t at = 0;
  };
  std::int32_t next_of_voice();

  mutable std::mutex mutex_;
  std::uint64_t line_ = 0;  ///< 0: nobody speaks
  bool complete_ = false;
  std::int32_t gain_ = 0;  ///< of 65,536
  std::deque<std::int16_t> voice_;
  std::int32_t last_ = 0;  ///< the voice's latest sample; fades when it is hushed
  std::vector<Sounding> sounds_;
};

}  // namespace farewell::kiosk
