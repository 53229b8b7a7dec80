// Civil time in a site's IANA zone: which local day an instant falls on, and when that day begins and ends.
// Not a clock. Values; any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace date {
class time_zone;
}

namespace farewell {

/// A civil date (proleptic Gregorian).
struct Day {
  int year = 1970;
  unsigned month = 1;
  unsigned day = 1;
  auto operator<=>(const Day&) const = default;
};

/// "2026-11-21". Errors: invalid, for anything else or a day that does not exist.
Result<Day> parse_day(std::string_view text);
std::string to_text(const Day& day);
Day next_day(const Day& day);
Day previous_day(const Day& day);

/// From `from_ms` up to but not including `to_ms`, both UTC milliseconds.
struct UtcRange {
  std::int64_t from_ms = 0;
  std::int64_t to_ms = 0;
};

/// What a wall clock in some zone shows.
struct LocalTime {
  Day day;
  int hour = 0;
  int minute = 0;
  int second = 0;
  int millisecond = 0;
  int offset_minutes = 0;  ///< east of UTC is positive
  int weekday = 0;         ///< 0 is Sunday
};

class TimeZone {
 public:
  /// Errors: not_found, naming the zone, if the system's zone database has no such name.
  static Result<TimeZone> find(std::string_view name);
  static TimeZone utc();

  const std::string& name() const { return name_; }
  LocalTime local(std::int64_t utc_ms) const;
  /// The day's first and last instants; 23 or 25 hours apart where the clock changes.
  UtcRange bounds(const Day& day) const;

 private:
  TimeZone(std::string name, const date::time_zone* zone) : name_(std::move(name)), zone_(zone) {}
  std::string name_;
  const date::time_zone* zone_;
};

/// "2026-11-21T16:03:51+01:00" (RFC 3339); the fraction is left out when it is zero. Source: RFC 3339, 5.6.
std::string to_rfc3339(std::int64_t utc_ms, int offset_minutes);
/// "2026-11-21T15:03:51Z".
std::string to_rfc3339_utc(std::int64_t utc_ms);

struct Instant {
  std::int64_t utc_ms = 0;
  int offset_minutes = 0;
};
/// Errors: invalid. A leap second ("…:60") is read as the second after it.
Result<Instant> parse_rfc3339(std::string_view text);

}  // namespace farewell
