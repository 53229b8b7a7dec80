#include "core/treat/redeemed.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <utility>

namespace farewell::treat {
namespace {

constexpr int kPatienceMs = 10'000;         // two tills at once
constexpr int kApplicationId = 0x46775472;  // "FwTr"
constexpr int kVersion = 1;

Error error_of(const SQLite::Exception& exception, const std::filesystem::path& file) {
  const int code = exception.getErrorCode() & 0xff;
  if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) {
    return {ErrorCode::corrupt,
            "is damaged; move it away and go on with a new one, which knows nothing of codes used before",
            file.string()};
  }
  return {ErrorCode::unavailable, std::string("cannot be written: ") + exception.what(), file.string()};
}

void configure(SQLite::Database& database) {
  database.setBusyTimeout(kPatienceMs);
  database.exec("PRAGMA synchronous=EXTRA");  // a power cut must not make a code good again
  database.exec("PRAGMA trusted_schema=OFF");
}

/// One redeemed code a row; `at` is UTC milliseconds.
void found(SQLite::Database& database) {
  database.exec(
      "CREATE TABLE redeemed(day TEXT NOT NULL, code TEXT NOT NULL, at INTEGER NOT NULL,"
      " PRIMARY KEY(day, code)) WITHOUT ROWID, STRICT");
  database.exec("PRAGMA application_id=" + std::to_string(kApplicationId));
  database.exec("PRAGMA user_version=" + std::to_string(kVersion));
}

Status take_on(SQLite::Database& database, const std::filesystem::path& file) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  const int tables = database.execAndGet("SELECT count(*) FROM sqlite_master").getInt();
  const int application = database.execAndGet("PRAGMA application_id").getInt();
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  if (tables == 0 && application == 0) {
    found(database);
  } else if (application != kApplicationId) {
    return Error{ErrorCode::conflict, "is another program's; name a file of its own", file.string()};
  } else if (version > kVersion) {
    return Error{ErrorCode::conflict, "was written by a newer farewell; install that one", file.string()};
  }
  transaction.commit();
  return {};
}

}  // namespace

Redeemed::Redeemed(std::filesystem::path file, std::unique_ptr<SQLite::Database> database)
    : file_(std::move(file)), database_(std::move(database)) {}
Redeemed::~Redeemed() = default;
Redeemed::Redeemed(Redeemed&&) noexcept = default;

Result<Redeemed> Redeemed::open(const std::filesystem::path& file) {
  const mode_t usual = ::umask(0077);
  try {
    auto database =
        std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    ::umask(usual);
    configure(*database);
    if (const Status ours = take_on(*database, file); !ours) return ours.error();
    return Redeemed(file, std::move(database));
  } catch (const SQLite::Exception& exception) {
    ::umask(usual);
    return error_of(exception, file);
  }
}

Result<std::optional<std::int64_t>> Redeemed::redeem(const std::string& code, const Day& day,
                                                     std::int64_t now_utc_ms) {
  try {
    SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement before(*database_, "SELECT at FROM redeemed WHERE day = ? AND code = ?");
    before.bind(1, to_text(day));
    before.bind(2, code);
    if (before.executeStep()) return std::optional<std::int64_t>(before.getColumn(0).getInt64());
    SQLite::Statement insert(*database_, "INSERT INTO redeemed VALUES (?, ?, ?)");
    insert.bind(1, to_text(day));
    insert.bind(2, code);
    insert.bind(3, now_utc_ms);
    insert.exec();
    transaction.commit();
    return std::optional<std::int64_t>();
  } catch (const SQLite::Exception& exception) {
    return error_of(exception, file_);
  }
}

}  // namespace farewell::treat
