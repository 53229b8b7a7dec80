#include "core/report/hours.h"

#include <cassert>

namespace farewell::report {

void HoursCounter::add(const LocalTime& started, bool satisfied) {
  assert(started.weekday >= 0 && started.weekday < 7 && started.hour >= 0 && started.hour < 24);
  grid_[static_cast<std::size_t>(started.weekday)][static_cast<std::size_t>(started.hour)].count(satisfied);
}

HoursCounter::Hours HoursCounter::hours() const {
  Hours hours{};
  for (const auto& weekday : grid_) {
    for (std::size_t hour = 0; hour < hours.size(); ++hour) {
      hours[hour].k += weekday[hour].k;
      hours[hour].n += weekday[hour].n;
    }
  }
  return hours;
}

}  // namespace farewell::report
