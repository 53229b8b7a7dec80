#include <SQLiteCpp/SQLiteCpp.h>

#include "core/journal/database.h"
#include "core/journal/journal.h"
#include "core/journal/rows.h"
#include "core/journal/streams.h"

namespace farewell::journal {
namespace {

constexpr int kForgottenAtOnce = 1'000;
constexpr std::int64_t kHourMs = 3'600'000;

/// Binds in order and runs; returns how many rows changed.
template <class... Values>
int change(SQLite::Database& sqlite, const char* sql, const Values&... values) {
  SQLite::Statement statement(sqlite, sql);
  int index = 0;
  (statement.bind(++index, values), ...);
  return statement.exec();
}

/// The first column of the first row; null counts as none.
template <class... Values>
std::optional<std::int64_t> figure(SQLite::Database& sqlite, const char* sql, const Values&... values) {
  SQLite::Statement statement(sqlite, sql);
  int index = 0;
  (statement.bind(++index, values), ...);
  if (!statement.executeStep() || statement.getColumn(0).isNull()) return std::nullopt;
  return statement.getColumn(0).getInt64();
}

Error no_such_stream(const std::string& stream) {
  return {ErrorCode::not_found, "the journal has no such stream (any more)", stream};
}

Error no_such_response(const std::string& stream, std::int64_t seq) {
  return {ErrorCode::not_found, "the journal has no such response", stream + " " + std::to_string(seq)};
}

std::optional<ResponseRow> first_after(SQLite::Database& sqlite, std::int64_t stream, std::int64_t seq) {
  SQLite::Statement query(sqlite, std::string("SELECT ") + kResponseColumns +
                                      " FROM response WHERE stream = ? AND seq > ? ORDER BY seq LIMIT 1");
  query.bind(1, stream);
  query.bind(2, seq);
  if (!query.executeStep()) return std::nullopt;
  return read_response(query);
}

std::optional<ResponseRow> first_dead(SQLite::Database& sqlite) {
  SQLite::Statement query(sqlite, std::string("SELECT ") + kResponseColumns +
                                      " FROM response WHERE stream IS NULL ORDER BY seq LIMIT 1");
  if (!query.executeStep()) return std::nullopt;
  return read_response(query);
}

/// Moves what `from` holds after `seq` to a new current stream, where it is numbered from 1.
StreamRow move_to_new_stream(SQLite::Database& sqlite, StreamRow from, std::int64_t seq) {
  StreamRow to = open_stream(sqlite);
  change(sqlite, "UPDATE response SET reason = NULL WHERE stream = ? AND seq > ? AND reason IS NOT NULL",
         from.number, seq);
  while (const auto row = first_after(sqlite, from.number, seq)) {
    move(sqlite, *row, {to.number, ++to.stream.last_seq});
  }
  store(sqlite, to);
  from.stream.last_seq = seq;
  if (from.stream.acked_upto > seq) from.stream.acked_upto = seq;
  store(sqlite, from);
  drop_empty_streams(sqlite);
  return to;
}

void remember(SQLite::Database& sqlite, const StreamRow& row, std::int64_t now_utc_ms) {
  change(sqlite,
         "DELETE FROM acknowledgement WHERE stream = ?1 AND at_utc_ms / ?2 = ?3 / ?2 AND "
         "upto = (SELECT max(upto) FROM acknowledgement WHERE stream = ?1)",
         row.number, kHourMs, now_utc_ms);
  change(sqlite, "INSERT OR REPLACE INTO acknowledgement VALUES (?, ?, ?)", row.number, row.stream.acked_upto,
         now_utc_ms);
}

/// The hub has less than it had, but all that it lacks is still here.
void rewind(SQLite::Database& sqlite, StreamRow& row, std::int64_t have_upto) {
  const auto heard_at = figure(sqlite,
                               "SELECT at_utc_ms FROM acknowledgement WHERE stream = ? AND upto >= ? "
                               "ORDER BY upto LIMIT 1",
                               row.number, have_upto);
  change(sqlite, "UPDATE response SET reason = NULL WHERE stream = ? AND seq > ? AND reason IS NOT NULL",
         row.number, have_upto);
  row.stream.acked_upto = have_upto;
  store(sqlite, row);
  change(sqlite, "DELETE FROM acknowledgement WHERE stream = ? AND upto > ?", row.number, have_upto);
  if (heard_at && have_upto > 0) {
    change(sqlite, "INSERT OR REPLACE INTO acknowledgement VALUES (?, ?, ?)", row.number, have_upto,
           *heard_at);
  }
}

/// The first number that can still be sent.
std::int64_t first_kept(SQLite::Database& sqlite, const StreamRow& row) {
  return figure(sqlite, "SELECT min(seq) FROM response WHERE stream = ?", row.number)
      .value_or(row.stream.last_seq + 1);
}

void take_acknowledgement(SQLite::Database& sqlite, StreamRow row, std::int64_t have_upto,
                          std::int64_t now_utc_ms) {
  if (have_upto > row.stream.last_seq) {
    const bool is_at_rest =
        row.stream.acked_upto == row.stream.last_seq && row.number != journal::current_stream(sqlite).number;
    if (!is_at_rest) move_to_new_stream(sqlite, row, row.stream.acked_upto);
  } else if (have_upto >= row.stream.acked_upto) {
    row.stream.acked_upto = have_upto;
    store(sqlite, row);
    remember(sqlite, row, now_utc_ms);
  } else if (const std::int64_t first = first_kept(sqlite, row); first > have_upto + 1) {
    move_to_new_stream(sqlite, row, first - 1);
  } else {
    rewind(sqlite, row, have_upto);
  }
}

std::int64_t forget_of(SQLite::Database& sqlite, const StreamRow& row, std::int64_t before_utc_ms,
                       int at_most) {
  const auto heard =
      figure(sqlite, "SELECT max(upto) FROM acknowledgement WHERE stream = ? AND at_utc_ms < ?", row.number,
             before_utc_ms);
  if (!heard) return 0;
  const std::int64_t upto = std::min(*heard, row.stream.acked_upto);
  return change(sqlite,
                "DELETE FROM response WHERE number IN "
                "(SELECT number FROM response WHERE stream = ? AND seq <= ? ORDER BY seq LIMIT ?)",
                row.number, upto, at_most);
}

}  // namespace

Result<Stream> Journal::current_stream() {
  return carry_out(
      [&](SQLite::Database& sqlite) -> Result<Stream> { return journal::current_stream(sqlite).stream; });
}

Result<std::vector<Stream>> Journal::streams() {
  return carry_out([&](SQLite::Database& sqlite) -> Result<std::vector<Stream>> {
    const auto rows = all_streams(sqlite);
    std::vector<Stream> streams;
    for (const StreamRow& row : rows) {
      const bool is_current = row.number == rows.back().number;
      if (is_current || figure(sqlite, "SELECT 1 FROM response WHERE stream = ? LIMIT 1", row.number)) {
        streams.push_back(row.stream);
      }
    }
    return streams;
  });
}

Result<std::vector<Entry>> Journal::entries_after(const std::string& stream, std::int64_t seq,
                                                  std::size_t max_count, std::size_t max_bytes) {
  return carry_out([&](SQLite::Database& sqlite) -> Result<std::vector<Entry>> {
    const auto row = find_stream(sqlite, stream);
    if (!row) return no_such_stream(stream);
    SQLite::Statement query(sqlite, std::string("SELECT ") + kResponseColumns +
                                        " FROM response WHERE stream = ? AND seq > ? ORDER BY seq LIMIT ?");
    query.bind(1, row->number);
    query.bind(2, seq);
    query.bind(3, static_cast<std::int64_t>(max_count));
    std::vector<Entry> entries;
    std::size_t bytes = 0;
    while (query.executeStep()) {
      const ResponseRow response = read_response(query);
      demand_intact(response);
      Entry entry{response.place.seq, response.id, with_seq(response.body, response.place.seq)};
      bytes += entry.body.size();
      if (bytes > max_bytes && !entries.empty()) break;
      entries.push_back(std::move(entry));
    }
    return entries;
  });
}

Status Journal::acknowledge(const std::string& stream, std::int64_t have_upto, std::int64_t now_utc_ms) {
  if (have_upto < 0) return Error{ErrorCode::invalid, "the hub has " + std::to_string(have_upto), stream};
  return carry_out([&](SQLite::Database& sqlite) -> Status {
    const auto row = find_stream(sqlite, stream);
    if (!row) return no_such_stream(stream);
    if (row->stream.acked_upto == have_upto) return {};  // a heartbeat writes nothing
    SQLite::Transaction transaction(sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    take_acknowledgement(sqlite, *row, have_upto, now_utc_ms);
    transaction.commit();
    return {};
  });
}

Status Journal::mark_rejected(const std::string& stream, std::int64_t seq, const std::string& reason) {
  return carry_out([&](SQLite::Database& sqlite) -> Status {
    const auto row = find_stream(sqlite, stream);
    if (!row) return no_such_stream(stream);
    const int marked = change(sqlite, "UPDATE response SET reason = ? WHERE stream = ? AND seq = ?", reason,
                              row->number, seq);
    if (marked == 0) return no_such_response(stream, seq);
    return {};
  });
}

Status Journal::mark_dead(const std::string& stream, std::int64_t seq, const std::string& reason) {
  return carry_out([&](SQLite::Database& sqlite) -> Status {
    SQLite::Transaction transaction(sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    auto row = find_stream(sqlite, stream);
    if (!row) return no_such_stream(stream);
    if (seq <= row->stream.acked_upto) {
      return Error{ErrorCode::conflict, "the hub has this response, so it cannot have refused it",
                   stream + " " + std::to_string(seq)};
    }
    const auto refused = first_after(sqlite, row->number, seq - 1);
    if (!refused || refused->place.seq != seq) return no_such_response(stream, seq);
    move_to_new_stream(sqlite, *row, seq);
    row->stream.last_seq = seq - 1;
    store(sqlite, *row);
    move(sqlite, *refused, {0, seq});
    change(sqlite, "UPDATE response SET reason = ? WHERE number = ?", reason, refused->number);
    drop_empty_streams(sqlite);
    transaction.commit();
    return {};
  });
}

Result<Stream> Journal::start_new_stream(const std::string& forked_stream) {
  return carry_out([&](SQLite::Database& sqlite) -> Result<Stream> {
    SQLite::Transaction transaction(sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    const auto row = find_stream(sqlite, forked_stream);
    if (!row) return no_such_stream(forked_stream);
    const StreamRow moved = move_to_new_stream(sqlite, *row, row->stream.acked_upto);
    transaction.commit();
    return moved.stream;
  });
}

Result<std::int64_t> Journal::revive_dead() {
  return carry_out([&](SQLite::Database& sqlite) -> Result<std::int64_t> {
    if (!first_dead(sqlite)) return 0;
    SQLite::Transaction transaction(sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    StreamRow current = journal::current_stream(sqlite);
    std::int64_t revived = 0;
    while (const auto dead = first_dead(sqlite)) {
      move(sqlite, *dead, {current.number, ++current.stream.last_seq});
      change(sqlite, "UPDATE response SET reason = NULL WHERE number = ?", dead->number);
      ++revived;
    }
    store(sqlite, current);
    transaction.commit();
    return revived;
  });
}

Result<Unsent> Journal::unsent() {
  return carry_out([&](SQLite::Database& sqlite) -> Result<Unsent> {
    Unsent unsent;
    for (const StreamRow& row : all_streams(sqlite)) {
      const std::int64_t acked = row.stream.acked_upto;
      const auto rejected = figure(sqlite,
                                   "SELECT count(*) FROM response "
                                   "WHERE stream = ? AND seq > ? AND reason IS NOT NULL",
                                   row.number, acked);
      unsent.count += row.stream.last_seq - acked - rejected.value_or(0);
      const auto oldest = figure(sqlite,
                                 "SELECT started_at_utc_ms FROM response "
                                 "WHERE stream = ? AND seq > ? AND reason IS NULL ORDER BY seq LIMIT 1",
                                 row.number, acked);
      if (oldest && (unsent.oldest_started_at_utc_ms == 0 || *oldest < unsent.oldest_started_at_utc_ms)) {
        unsent.oldest_started_at_utc_ms = *oldest;
      }
    }
    unsent.dead = figure(sqlite, "SELECT count(*) FROM response WHERE stream IS NULL").value_or(0);
    return unsent;
  });
}

Result<std::int64_t> Journal::forget_acknowledged(std::int64_t before_utc_ms) {
  database_->reserve.set_up();  // somebody may have made room
  return carry_out([&](SQLite::Database& sqlite) -> Result<std::int64_t> {
    SQLite::Transaction transaction(sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    std::int64_t forgotten = 0;
    for (const StreamRow& row : all_streams(sqlite)) {
      forgotten += forget_of(sqlite, row, before_utc_ms, static_cast<int>(kForgottenAtOnce - forgotten));
    }
    if (forgotten > 0) drop_empty_streams(sqlite);
    transaction.commit();
    return forgotten;
  });
}

}  // namespace farewell::journal
