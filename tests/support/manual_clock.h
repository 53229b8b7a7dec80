// A clock that stands still until a test moves it.
#pragma once

#include "core/base/clock.h"

namespace farewell::testing {

class ManualClock final : public Clock {
 public:
  std::int64_t utc_ms() const override { return utc_ms_; }
  std::int64_t monotonic_ms() const override { return monotonic_ms_; }
  void tick(std::int64_t ms) { utc_ms_ += ms, monotonic_ms_ += ms; }
  void set_utc_ms(std::int64_t ms) { utc_ms_ = ms; }

 private:
  std::int64_t utc_ms_ = 1'795'276'800'000;  // 2026-11-21T16:00:00Z
  std::int64_t monotonic_ms_ = 1'000'000;
};

}  // namespace farewell::testing
