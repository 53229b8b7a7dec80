#include "core/journal/streams.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "core/base/ids.h"
#include "core/journal/database.h"
#include "core/journal/rows.h"

namespace farewell::journal {
namespace {

constexpr const char* kColumns = "SELECT number, id, last_seq, acked_upto, checksum FROM stream ";

StreamRow read(SQLite::Statement& query) {
  StreamRow row;
  row.number = query.getColumn(0).getInt64();
  row.stream.id = query.getColumn(1).getString();
  row.stream.last_seq = query.getColumn(2).getInt64();
  row.stream.acked_upto = query.getColumn(3).getInt64();
  const auto& stream = row.stream;
  if (query.getColumn(4).getInt64() !=
      stream_checksum(row.number, stream.id, stream.last_seq, stream.acked_upto)) {
    throw Damaged{"stream " + std::to_string(row.number) + " is not what was written"};
  }
  return row;
}

std::optional<std::int64_t> number_of(SQLite::Database& sqlite, const std::string& id) {
  SQLite::Statement query(sqlite, "SELECT seq FROM response WHERE id = ?");
  query.bind(1, id);
  if (!query.executeStep()) return std::nullopt;
  return query.getColumn(0).getInt64();
}

void remove_unfinished(SQLite::Database& sqlite, const std::string& id) {
  SQLite::Statement remove(sqlite, "DELETE FROM unfinished WHERE id = ?");
  remove.bind(1, id);
  remove.exec();
}

}  // namespace

StreamRow current_stream(SQLite::Database& sqlite) {
  SQLite::Statement query(sqlite, std::string(kColumns) + "ORDER BY number DESC LIMIT 1");
  if (!query.executeStep()) throw Damaged{"there is no stream"};
  return read(query);
}

std::optional<StreamRow> find_stream(SQLite::Database& sqlite, const std::string& id) {
  SQLite::Statement query(sqlite, std::string(kColumns) + "WHERE id = ?");
  query.bind(1, id);
  if (!query.executeStep()) return std::nullopt;
  return read(query);
}

std::vector<StreamRow> all_streams(SQLite::Database& sqlite) {
  SQLite::Statement query(sqlite, std::string(kColumns) + "ORDER BY number");
  std::vector<StreamRow> rows;
  while (query.executeStep()) rows.push_back(read(query));
  return rows;
}

void store(SQLite::Database& sqlite, const StreamRow& row) {
  SQLite::Statement update(sqlite,
                           "UPDATE stream SET last_seq = ?, acked_upto = ?, checksum = ? WHERE number = ?");
  update.bind(1, row.stream.last_seq);
  update.bind(2, row.stream.acked_upto);
  update.bind(3, stream_checksum(row.number, row.stream.id, row.stream.last_seq, row.stream.acked_upto));
  update.bind(4, row.number);
  update.exec();
}

StreamRow open_stream(SQLite::Database& sqlite) {
  StreamRow row;
  row.number = sqlite.execAndGet("SELECT ifnull(max(number), 0) + 1 FROM stream").getInt64();
  row.stream.id = new_uuid_v4();
  SQLite::Statement insert(sqlite, "INSERT INTO stream VALUES (?, ?, 0, 0, ?)");
  insert.bind(1, row.number);
  insert.bind(2, row.stream.id);
  insert.bind(3, stream_checksum(row.number, row.stream.id, 0, 0));
  insert.exec();
  return row;
}

ResponseRow read_response(SQLite::Statement& query) {
  ResponseRow row;
  row.number = query.getColumn(0).getInt64();
  row.id = query.getColumn(1).getString();
  row.place = {query.getColumn(2).getInt64(), query.getColumn(3).getInt64()};
  row.started_at_utc_ms = query.getColumn(4).getInt64();
  row.body = query.getColumn(5).getString();
  row.checksum = query.getColumn(6).getInt64();
  return row;
}

void demand_intact(const ResponseRow& row) {
  if (!row.is_intact()) throw Damaged{"response " + row.id + " is not what was written"};
}

void drop_empty_streams(SQLite::Database& sqlite) {
  sqlite.exec(
      "DELETE FROM stream WHERE number < (SELECT max(number) FROM stream) "
      "AND NOT EXISTS (SELECT 1 FROM response WHERE response.stream = stream.number)");
}

std::int64_t append(SQLite::Database& sqlite, const Unplaced& response) {
  remove_unfinished(sqlite, response.id);
  if (const auto seq = number_of(sqlite, response.id)) return *seq;
  StreamRow current = current_stream(sqlite);
  current.stream.last_seq += 1;
  SQLite::Statement insert(sqlite,
                           "INSERT INTO response(id, stream, seq, started_at_utc_ms, body, checksum) "
                           "VALUES (?, ?, ?, ?, ?, ?)");
  insert.bind(1, response.id);
  insert.bind(2, current.number);
  insert.bind(3, current.stream.last_seq);
  insert.bind(4, response.started_at_utc_ms);
  insert.bind(5, response.body);
  insert.bind(6, response_checksum(response.id, {current.number, current.stream.last_seq},
                                   response.started_at_utc_ms, response.body));
  insert.exec();
  store(sqlite, current);
  return current.stream.last_seq;
}

void move(SQLite::Database& sqlite, const ResponseRow& row, const Place& to) {
  demand_intact(row);
  SQLite::Statement update(
      sqlite, "UPDATE response SET stream = nullif(?, 0), seq = ?, checksum = ? WHERE number = ?");
  update.bind(1, to.stream);
  update.bind(2, to.seq);
  update.bind(3, response_checksum(row.id, to, row.started_at_utc_ms, row.body));
  update.bind(4, row.number);
  update.exec();
}

}  // namespace farewell::journal
