#include "core/journal/schema.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>

#include "core/journal/streams.h"

namespace farewell::journal {
namespace {

// response   one row a finished response. `body` is its JSON without `seq`, which stands in its own column so
//            that moving responses to another stream rewrites no text. `stream` is null for a dead one, whose
//            seq is then the last it had. `reason` says why the hub rejected it or why it is dead.
// stream     the current one has the highest number. Whether a response is unsent is never stored twice: it
//            is what lies behind `acked_upto`.
// acknowledgement  when the hub was heard to have a stream up to where, for forgetting; one row an hour at
// most. about      the version once more, since a single bit turned over in the header must not pass for a
// newer one. checksum   see rows.h: over all of the row but a response's number and `reason`.
constexpr const char* kFormat1 = R"sql(
CREATE TABLE about(format INTEGER NOT NULL) STRICT;
CREATE TABLE stream(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  last_seq INTEGER NOT NULL,
  acked_upto INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  CHECK (acked_upto BETWEEN 0 AND last_seq)
) STRICT;
CREATE TABLE response(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  stream INTEGER REFERENCES stream(number),
  seq INTEGER NOT NULL,
  started_at_utc_ms INTEGER NOT NULL,
  reason TEXT,
  body TEXT NOT NULL,
  checksum INTEGER NOT NULL,
  UNIQUE (stream, seq)
) STRICT;
CREATE INDEX response_started_at ON response(started_at_utc_ms);
CREATE INDEX response_set_aside ON response(stream, seq) WHERE reason IS NOT NULL;
CREATE TABLE unfinished(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;
CREATE TABLE acknowledgement(
  stream INTEGER NOT NULL REFERENCES stream(number) ON DELETE CASCADE,
  upto INTEGER NOT NULL,
  at_utc_ms INTEGER NOT NULL,
  PRIMARY KEY (stream, upto)
) STRICT, WITHOUT ROWID;
CREATE TABLE hour(
  hour_utc_ms INTEGER PRIMARY KEY,
  woken INTEGER NOT NULL DEFAULT 0,
  rated INTEGER NOT NULL DEFAULT 0,
  answered INTEGER NOT NULL DEFAULT 0,
  completed INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO about VALUES (1);
)sql";

/// From version i to i+1. A later one ends with `UPDATE about SET format = …`.
constexpr std::array kMigrations = {kFormat1};
static_assert(kMigrations.size() == kFormat);

int pragma(SQLite::Database& sqlite, const char* name) {
  return sqlite.execAndGet("PRAGMA " + std::string(name)).getInt();
}

std::string schema_text(SQLite::Database& sqlite) {
  std::string text;
  SQLite::Statement rows(sqlite,
                         "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema ORDER BY name");
  while (rows.executeStep()) {
    for (int column = 0; column < 5; ++column) text += rows.getColumn(column).getString() + '\n';
  }
  return text;
}

int format_said_inside(SQLite::Database& sqlite) {
  if (!sqlite.tableExists("about")) return 0;
  SQLite::Statement about(sqlite, "SELECT format FROM about");
  return about.executeStep() ? about.getColumn(0).getInt() : 0;
}

}  // namespace

void migrate(SQLite::Database& sqlite) {
  for (int version = pragma(sqlite, "user_version"); version < kFormat; ++version) {
    SQLite::Transaction transaction(sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    sqlite.exec(kMigrations[static_cast<std::size_t>(version)]);
    sqlite.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
    sqlite.exec("PRAGMA user_version = " + std::to_string(version + 1));
    if (version == 0) open_stream(sqlite);
    transaction.commit();
  }
}

Kind recognise(SQLite::Database& sqlite) {
  const int application = pragma(sqlite, "application_id");
  const int version = pragma(sqlite, "user_version");
  const bool is_empty = sqlite.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
  if (is_empty) return application == 0 && version == 0 ? Kind::fresh : Kind::damaged;
  const int inside = format_said_inside(sqlite);
  if (application != kApplicationId) {
    return inside != 0 && sqlite.tableExists("response") ? Kind::damaged : Kind::foreign;
  }
  if (version != inside) return Kind::damaged;
  return version > kFormat ? Kind::newer : Kind::ours;
}

bool schema_is_intact(SQLite::Database& sqlite) {
  SQLite::Database model(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  migrate(model);
  return schema_text(sqlite) == schema_text(model);
}

}  // namespace farewell::journal
