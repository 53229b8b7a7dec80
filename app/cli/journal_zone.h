// The time zone that a journal's days are counted in. Reads files and the environment; any thread.
#pragma once

#include <filesystem>
#include <string>

#include "core/base/time_zone.h"

namespace farewell::cli {

/// `asked` (--time-zone) if it is not empty; else the site's, from the enrolment.json beside the journal;
/// else this machine's. Errors: not_found, saying to give --time-zone.
Result<TimeZone> journal_zone(const std::filesystem::path& journal, const std::string& asked);

}  // namespace farewell::cli
