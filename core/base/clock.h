// Time as a value that can be handed in: the wall clock for people, the monotonic clock for durations.
// Not a timer and not a time zone (time_zone.h). Both functions may be called from any thread.
#pragma once

#include <cstdint>

namespace farewell {

class Clock {
 public:
  virtual ~Clock() = default;
  /// Milliseconds since 1970-01-01T00:00:00Z by the wall clock, which may jump and may be wrong.
  virtual std::int64_t utc_ms() const = 0;
  /// Milliseconds since start-up (CLOCK_BOOTTIME): never jumps, goes on through suspend.
  virtual std::int64_t monotonic_ms() const = 0;
};

/// The machine's own clocks.
class SystemClock final : public Clock {
 public:
  std::int64_t utc_ms() const override;
  std::int64_t monotonic_ms() const override;
};

/// This boot's random identity (/proc/sys/kernel/random/boot_id); empty where there is none.
/// Declared here since monotonic times compare only within one boot.
const char* boot_id();

/// True while the kernel's clock is disciplined by network time (adjtimex(2): not TIME_ERROR / STA_UNSYNC).
bool clock_is_synchronised();

}  // namespace farewell
