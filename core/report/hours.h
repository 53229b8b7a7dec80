// When customers come and when they are satisfied: by hour of the day, and by weekday and hour. Local time of
// the site, daylight saving included. One pass, constant memory; one thread at a time.
#pragma once

#include <array>

#include "core/base/time_zone.h"
#include "core/report/share.h"

namespace farewell::report {

class HoursCounter {
 public:
  using Hours = std::array<Share, 24>;
  /// [weekday][hour], weekday 0 is Sunday. Leave a cell blank where its share says too_few().
  using Grid = std::array<Hours, 7>;

  /// Where the clock is set back, both hours of that name count as one.
  void add(const LocalTime& started, bool satisfied);
  /// Satisfied share by hour of the day, all weekdays together.
  Hours hours() const;
  const Grid& grid() const { return grid_; }

 private:
  Grid grid_{};
};

}  // namespace farewell::report
