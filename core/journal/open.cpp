#include <SQLiteCpp/SQLiteCpp.h>

#include "core/journal/check.h"
#include "core/journal/database.h"
#include "core/journal/journal.h"
#include "core/journal/rows.h"
#include "core/journal/salvage.h"
#include "core/journal/schema.h"
#include "core/journal/streams.h"

namespace farewell::journal {
namespace {

Error not_ours() {
  return {ErrorCode::conflict, "this is another program's database; name another file for the journal", ""};
}

Error newer_than_us() {
  return {ErrorCode::conflict, "the journal was written by a newer Farewell; install that version again", ""};
}

/// Errors: conflict. Throws Damaged.
Result<Examined> make_ready(SQLite::Database& sqlite, const OwnerLock& lock) {
  switch (recognise(sqlite)) {
    case Kind::foreign:
      return not_ours();
    case Kind::newer:
      return newer_than_us();
    case Kind::damaged:
      throw Damaged{"its header is not what was written"};
    case Kind::fresh:
    case Kind::ours:
      break;
  }
  SQLite::Statement(sqlite, "PRAGMA journal_mode = DELETE").executeStep();
  migrate(sqlite);
  return look_quickly(sqlite, lock);
}

struct Unfinished {
  std::string id;
  std::string body;
};

std::vector<Unfinished> unfinished(SQLite::Database& sqlite) {
  SQLite::Statement query(sqlite, "SELECT id, body FROM unfinished ORDER BY number");
  std::vector<Unfinished> rows;
  while (query.executeStep())
    rows.push_back({query.getColumn(0).getString(), query.getColumn(1).getString()});
  return rows;
}

/// As it is sent; a body that does not read (an older program wrote it) goes as it is and the hub judges.
Unplaced interrupted(const Unfinished& row) {
  auto response = response_of(row.body, 0, row.id);
  if (!response.ok()) return {row.id, 0, row.body};
  response->ended = wire::Ended::interrupted;
  return {row.id, response->started_at_utc_ms, body_of(*response)};
}

int close_interrupted(SQLite::Database& sqlite) {
  const auto rows = unfinished(sqlite);
  if (rows.empty()) return 0;  // a start that has nothing to mend writes nothing
  SQLite::Transaction transaction(sqlite, SQLite::TransactionBehavior::IMMEDIATE);
  for (const Unfinished& row : rows) append(sqlite, interrupted(row));
  transaction.commit();
  return static_cast<int>(rows.size());
}

}  // namespace

Journal::Journal(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Journal::~Journal() = default;

const Opened& Journal::opened() const {
  return database_->opened;
}

Result<std::unique_ptr<Journal>> Journal::open(const std::filesystem::path& file, Mode mode, Opened* opened) {
  auto database = std::make_unique<Database>();
  database->file = file;
  database->mode = mode;
  std::unique_ptr<Journal> journal(new Journal(std::move(database)));
  Status ready = mode == Mode::own ? journal->open_own() : journal->open_read_only();
  if (!ready.ok()) return ready.error();
  if (opened != nullptr) *opened = journal->opened();
  return journal;
}

Status Journal::open_read_only() {
  if (std::error_code ignored; !std::filesystem::exists(database_->file, ignored)) {
    return Error{ErrorCode::not_found, "there is no journal here", database_->file.string()};
  }
  return guarded(database_->file, [&]() -> Status {
    database_->sqlite = connect(database_->file, Mode::read_only);
    switch (recognise(*database_->sqlite)) {
      case Kind::foreign:
        return Error{not_ours().code, not_ours().message, database_->file.string()};
      case Kind::newer:
        return Error{newer_than_us().code, newer_than_us().message, database_->file.string()};
      case Kind::damaged:
        throw Damaged{"its header is not what was written"};
      case Kind::fresh:
        return Error{ErrorCode::not_found, "the journal is empty; start the terminal first",
                     database_->file.string()};
      case Kind::ours:
        return {};
    }
    return {};
  });
}

Status Journal::open_own() {
  auto lock = OwnerLock::take(database_->file);
  if (!lock.ok()) return lock.error();
  database_->lock = std::move(*lock);
  Status ready = look_and_connect();
  if (!ready.ok() && ready.error().code == ErrorCode::corrupt) ready = mend(ready.error().message);
  if (!ready.ok()) return ready;
  database_->reserve = Reserve(database_->file.string() + ".reserve");
  Status closed = carry_out([&](SQLite::Database& sqlite) -> Status {
    database_->opened.interrupted += close_interrupted(sqlite);
    return {};
  });
  database_->reserve.set_up();
  return closed;
}

bool Journal::has_given_up_reserve() const {
  return database_->reserve.is_missing();
}

Status Journal::look_and_connect() {
  Status ready = guarded(database_->file, [&]() -> Status {
    auto sqlite = connect(database_->file, Mode::own);
    auto examined = make_ready(*sqlite, database_->lock);
    if (!examined.ok())
      return Error{examined.error().code, examined.error().message, database_->file.string()};
    database_->is_examined = *examined == Examined::entirely;
    database_->examined_upto = 0;
    database_->sqlite = std::move(sqlite);
    return {};
  });
  // What SQLite calls a plain error here ("unsupported file format") can only come from the file.
  if (!ready.ok() && ready.error().code == ErrorCode::internal) {
    return Error{ErrorCode::corrupt, ready.error().message, ready.error().context};
  }
  return ready;
}

Status Journal::mend(const std::string& damage) {
  database_->sqlite.reset();
  auto salvaged = salvage(database_->file);
  if (!salvaged.ok()) return salvaged.error();
  database_->lock = std::move(salvaged->lock);
  database_->opened.was_damaged = true;
  database_->opened.damage = damage;
  database_->opened.set_aside = salvaged->set_aside;
  database_->opened.carried_over += salvaged->carried_over;
  return look_and_connect();
}

Result<Examined> Journal::examine() {
  if (database_->is_examined) return Examined::entirely;
  return carry_out([&](SQLite::Database& sqlite) -> Result<Examined> {
    const Examined examined = look_on(sqlite, database_->examined_upto);
    database_->is_examined = examined == Examined::entirely;
    return examined;
  });
}

Result<std::vector<std::string>> Journal::check() {
  return guarded(database_->file,
                 [&]() -> Result<std::vector<std::string>> { return look_thoroughly(*database_->sqlite); });
}

}  // namespace farewell::journal
