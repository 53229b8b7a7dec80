#include "core/base/time_zone.h"

#include <date/tz.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <optional>

namespace farewell {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using SysMs = date::sys_time<milliseconds>;

// The zone database's tables end in 2037, and the library reads no further. Later years are read as the ones
// 28 years before, whose days fall on the same weekdays and which daylight saving rules treat alike.
constexpr date::year kLastTableYear{2037};
constexpr date::days kTwentyEightYears{10227};

date::year_month_day civil(const Day& day) {
  return date::year{day.year} / static_cast<int>(day.month) / static_cast<int>(day.day);
}

Day to_day(date::sys_days days) {
  const date::year_month_day civil{days};
  return {int{civil.year()}, unsigned{civil.month()}, unsigned{civil.day()}};
}

/// A wall clock gone wild still shows a year of four digits.
SysMs within_four_digits(std::int64_t utc_ms) {
  const SysMs first = date::sys_days{date::year{0} / 1 / 2};
  const SysMs last = date::sys_days{date::year{9999} / 12 / 31} - milliseconds{1};
  return std::clamp(SysMs{milliseconds{utc_ms}}, first, last);
}

/// How far to go back so that the zone's table knows the daylight saving of `at`.
date::days to_table(const date::time_zone& zone, date::sys_seconds at) {
  date::days back{0};
  while (date::year_month_day{date::floor<date::days>(at - back)}.year() > kLastTableYear) {
    const date::sys_info info = zone.get_info(at - back);
    const bool rules_go_on = info.begin >= date::sys_days{kLastTableYear / 1 / 1};
    const bool table_ended = info.end >= date::sys_days{date::year{9999} / 1 / 1};
    if (!table_ended || !rules_go_on) break;
    back += kTwentyEightYears;
  }
  return back;
}

minutes offset_at(const date::time_zone* zone, SysMs at) {
  if (zone == nullptr) return minutes{0};
  const auto second = date::floor<seconds>(at);
  return date::floor<minutes>(zone->get_info(second - to_table(*zone, second)).offset);
}

/// The first instant of a local day, which need not be midnight.
std::int64_t begin_ms(const date::time_zone* zone, const Day& day) {
  const date::sys_days midnight{civil(day)};
  if (zone == nullptr) return SysMs{midnight}.time_since_epoch().count();
  const date::days back = to_table(*zone, midnight);
  const date::local_days local{(midnight - back).time_since_epoch()};
  const SysMs begin = zone->to_sys(local, date::choose::earliest) + back;
  return begin.time_since_epoch().count();
}

LocalTime civil_time(SysMs at, minutes offset) {
  const SysMs shown = at + offset;
  const auto days = date::floor<date::days>(shown);
  const date::hh_mm_ss<milliseconds> time{shown - days};
  return {.day = to_day(days),
          .hour = static_cast<int>(time.hours().count()),
          .minute = static_cast<int>(time.minutes().count()),
          .second = static_cast<int>(time.seconds().count()),
          .millisecond = static_cast<int>(time.subseconds().count()),
          .offset_minutes = static_cast<int>(offset.count()),
          .weekday = static_cast<int>(date::weekday{days}.c_encoding())};
}

std::string date_and_time(const LocalTime& time) {
  char text[40];
  std::snprintf(text, sizeof text, "%sT%02d:%02d:%02d", to_text(time.day).c_str(), time.hour, time.minute,
                time.second);
  std::string result = text;
  if (time.millisecond != 0) {
    std::snprintf(text, sizeof text, ".%03d", time.millisecond);
    result += text;
  }
  return result;
}

/// Takes a text apart from its front.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  /// Exactly `count` digits, or nothing.
  std::optional<int> digits(std::size_t count) {
    int value = 0;
    if (rest_.size() < count) return {};
    for (const char c : rest_.substr(0, count)) {
      if (c < '0' || c > '9') return {};
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }
  bool one_of(std::string_view characters, char* which = nullptr) {
    if (rest_.empty() || characters.find(rest_.front()) == std::string_view::npos) return false;
    if (which != nullptr) *which = rest_.front();
    rest_.remove_prefix(1);
    return true;
  }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

std::optional<Day> scan_day(Scanner& in) {
  const auto year = in.digits(4);
  if (!year || !in.one_of("-")) return {};
  const auto month = in.digits(2);
  if (!month || !in.one_of("-")) return {};
  const auto number = in.digits(2);
  if (!number) return {};
  const Day day{*year, static_cast<unsigned>(*month), static_cast<unsigned>(*number)};
  return civil(day).ok() ? std::optional(day) : std::nullopt;
}

/// Milliseconds of ".25" and the like; further digits are cut off. Nothing if a point has no digits.
std::optional<int> scan_fraction(Scanner& in) {
  if (!in.one_of(".")) return 0;
  int ms = 0;
  int worth = 100;
  auto digit = in.digits(1);
  if (!digit) return {};
  for (; digit; digit = in.digits(1), worth /= 10) ms += *digit * worth;
  return ms;
}

std::optional<int> scan_offset_minutes(Scanner& in) {
  if (in.one_of("Zz")) return 0;
  char sign = '+';
  if (!in.one_of("+-", &sign)) return {};
  const auto hour = in.digits(2);
  if (!hour || *hour > 23 || !in.one_of(":")) return {};
  const auto minute = in.digits(2);
  if (!minute || *minute > 59) return {};
  return (sign == '-' ? -1 : 1) * (*hour * 60 + *minute);
}

std::optional<Instant> scan_instant(Scanner& in) {
  const auto day = scan_day(in);
  if (!day || !in.one_of("Tt")) return {};
  const auto hour = in.digits(2);
  if (!hour || *hour > 23 || !in.one_of(":")) return {};
  const auto minute = in.digits(2);
  if (!minute || *minute > 59 || !in.one_of(":")) return {};
  const auto second = in.digits(2);
  if (!second || *second > 60) return {};
  const auto fraction = scan_fraction(in);
  const auto offset = scan_offset_minutes(in);
  if (!fraction || !offset || !in.at_end()) return {};

  const auto minute_began = date::sys_days{civil(*day)} + hours{*hour} + minutes{*minute} - minutes{*offset};
  const bool last_of_utc_day =
      date::floor<date::days>(minute_began + minutes{1}) == minute_began + minutes{1};
  if (*second == 60 && !last_of_utc_day) return {};
  const SysMs at = minute_began + seconds{*second} + milliseconds{*fraction};
  return Instant{at.time_since_epoch().count(), *offset};
}

}  // namespace

Result<Day> parse_day(std::string_view text) {
  Scanner in(text);
  const auto day = scan_day(in);
  if (day && in.at_end()) return *day;
  return Error{ErrorCode::invalid, "not a day of the calendar, written like 2026-11-21", std::string(text)};
}

std::string to_text(const Day& day) {
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", day.year, day.month, day.day);
  return text;
}

Day next_day(const Day& day) {
  return to_day(date::sys_days{civil(day)} + date::days{1});
}

Day previous_day(const Day& day) {
  return to_day(date::sys_days{civil(day)} - date::days{1});
}

Result<TimeZone> TimeZone::find(std::string_view name) {
  try {
    return TimeZone(std::string(name), date::locate_zone(name));
  } catch (const std::exception&) {
    return Error{ErrorCode::not_found,
                 "the zone database has no such time zone; write one like Europe/Oslo (all are listed by "
                 "timedatectl list-timezones), or install the package tzdata",
                 std::string(name)};
  }
}

TimeZone TimeZone::utc() {
  return TimeZone("UTC", nullptr);
}

LocalTime TimeZone::local(std::int64_t utc_ms) const {
  const SysMs at = within_four_digits(utc_ms);
  return civil_time(at, offset_at(zone_, at));
}

UtcRange TimeZone::bounds(const Day& day) const {
  return {begin_ms(zone_, day), begin_ms(zone_, next_day(day))};
}

std::string to_rfc3339(std::int64_t utc_ms, int offset_minutes) {
  char offset[24];
  const int size = offset_minutes < 0 ? -offset_minutes : offset_minutes;
  std::snprintf(offset, sizeof offset, "%c%02d:%02d", offset_minutes < 0 ? '-' : '+', size / 60, size % 60);
  return date_and_time(civil_time(within_four_digits(utc_ms), minutes{offset_minutes})) + offset;
}

std::string to_rfc3339_utc(std::int64_t utc_ms) {
  return date_and_time(civil_time(within_four_digits(utc_ms), minutes{0})) + "Z";
}

Result<Instant> parse_rfc3339(std::string_view text) {
  Scanner in(text);
  if (const auto instant = scan_instant(in)) return *instant;
  return Error{ErrorCode::invalid, "not a time written like 2026-11-21T16:03:51+01:00 (RFC 3339)",
               std::string(text)};
}

}  // namespace farewell
