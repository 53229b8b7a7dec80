#include "app/cli/journal_zone.h"

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/machine_zone.h"

namespace farewell::cli {
namespace {

namespace fs = std::filesystem;

/// The site's zone; empty where there is no such file. Only the zone is read: the file holds the terminal's
/// key.
Result<std::string> enrolled_zone(const fs::path& file) {
  const auto text = read_file(file);
  if (!text.ok()) {
    if (text.error().code == ErrorCode::not_found) return std::string();
    return text.error();
  }
  const auto document = parse_json(*text, file.string());
  if (!document.ok()) return document.error();
  JsonReader reader(*document);
  std::string zone = reader.object("enrolment").object("site").string("time_zone", 1, 64);
  if (const Status status = reader.status(); !status.ok()) return status.error();
  return zone;
}

}  // namespace

Result<TimeZone> journal_zone(const fs::path& journal, const std::string& asked) {
  if (!asked.empty()) return TimeZone::find(asked);
  auto enrolled = enrolled_zone(journal.parent_path() / "enrolment.json");
  if (!enrolled.ok()) {
    Error error = enrolled.error();
    error.message += "; give --time-zone to do without it";
    return error;
  }
  const std::string name = enrolled->empty() ? machine_zone_name() : *enrolled;
  if (name.empty())
    return Error{ErrorCode::not_found, "this machine's time zone is not known; give --time-zone", ""};
  auto zone = TimeZone::find(name);
  if (!zone.ok()) return Error{ErrorCode::not_found, zone.error().text() + "; give --time-zone", ""};
  return zone;
}

}  // namespace farewell::cli
