// Which days an export is about: one day, or from one day to another, both included. Pure; any thread.
#pragma once

#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/base/time_zone.h"

namespace farewell::cli {

struct Period {
  Day first;
  Day last;
};

/// As typed after --day, --from and --to (empty: not given); nothing when none was given, which means today.
/// Errors: invalid, for a day that is none, for --from without --to or the other way round, for days the
/// wrong way round.
Result<std::optional<Period>> parse_period(const std::string& day, const std::string& from,
                                           const std::string& to);

Period today(const TimeZone& zone, std::int64_t now_utc_ms);

UtcRange range_of(const Period& period, const TimeZone& zone);

}  // namespace farewell::cli
