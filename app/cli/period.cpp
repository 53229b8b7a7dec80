#include "app/cli/period.h"

namespace farewell::cli {

Result<std::optional<Period>> parse_period(const std::string& day, const std::string& from,
                                           const std::string& to) {
  if (day.empty() && from.empty() && to.empty()) return std::optional<Period>();
  if (day.empty() && (from.empty() || to.empty())) {
    return Error{ErrorCode::invalid, "--from and --to go together", ""};
  }
  const auto first = parse_day(day.empty() ? from : day);
  if (!first.ok()) return first.error();
  const auto last = parse_day(day.empty() ? to : day);
  if (!last.ok()) return last.error();
  if (*last < *first) return Error{ErrorCode::invalid, "--to is before --from", to};
  return std::optional(Period{*first, *last});
}

Period today(const TimeZone& zone, std::int64_t now_utc_ms) {
  const Day day = zone.local(now_utc_ms).day;
  return {day, day};
}

UtcRange range_of(const Period& period, const TimeZone& zone) {
  return {zone.bounds(period.first).from_ms, zone.bounds(period.last).to_ms};
}

}  // namespace farewell::cli
