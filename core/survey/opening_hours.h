// When the shop is open, by the wall clock of its site. Not a calendar: no holidays. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/base/time_zone.h"

namespace farewell::survey {

/// From a minute of the week to another, counted from Sunday at midnight; the end may lie in the next week.
struct Opening {
  int from = 0, to = 0;
  bool operator==(const Opening&) const = default;
};

/// Empty: not known, which is always open.
using OpeningHours = std::vector<Opening>;

/// So long before and after, guests come and go who belong to the opening.
inline constexpr int kOpeningGraceMinutes = 30;

/// The grace included.
bool is_open(const OpeningHours& hours, const LocalTime& local);

/// When a shop that is closed opens again.
struct NextOpening {
  int days = 0;     ///< from today: 0 today, 1 tomorrow
  int weekday = 0;  ///< 0 is Sunday
  int minute = 0;   ///< of the day
  bool operator==(const NextOpening&) const = default;
};
/// Nothing, if no hours are known.
std::optional<NextOpening> next_opening(const OpeningHours& hours, const LocalTime& local);

/// Reads "hours" of `survey`: {"monday": "09:00-13:00, 16:00-20:00", "friday": "18:00-02:00"}; a day that is
/// not there is closed, no "hours" is always open.
OpeningHours read_opening_hours(JsonReader& survey);
Json to_json(const OpeningHours& hours);

}  // namespace farewell::survey
