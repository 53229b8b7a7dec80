// The desk's journal of treats that have been handed over: one SQLite file that the tills of a site share, so
// that a code is good once. Not a terminal's journal, and of no use to one. One thread at a time for each.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/base/time_zone.h"

namespace SQLite {
class Database;
}

namespace farewell::treat {

class Redeemed {
 public:
  /// Makes the file, mode 0600, if there is none. Errors: unavailable, corrupt, conflict (another program's
  /// database).
  static Result<Redeemed> open(const std::filesystem::path& file);
  ~Redeemed();
  Redeemed(Redeemed&&) noexcept;

  /// Writes down that the code is handed over now; durable on return. Returns when it was handed over before,
  /// in UTC milliseconds, or nothing if this is the first time. Errors: unavailable, corrupt.
  Result<std::optional<std::int64_t>> redeem(const std::string& code, const Day& day,
                                             std::int64_t now_utc_ms);

 private:
  Redeemed(std::filesystem::path file, std::unique_ptr<SQLite::Database> database);
  std::filesystem::path file_;
  std::unique_ptr<SQLite::Database> database_;
};

}  // namespace farewell::treat
