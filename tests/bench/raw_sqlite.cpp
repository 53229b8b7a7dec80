#include "tests/bench/raw_sqlite.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace farewell::bench {

namespace {

struct Row {
  std::string id, body;
  std::vector<std::int64_t> numbers;  ///< stream to received_at, in the table's order
};

constexpr int kNumbers = 8;

std::vector<Row> rows_of(SQLite::Database& hub) {
  std::vector<Row> rows;
  SQLite::Statement select(hub,
                           "SELECT id, stream, seq, terminal, site, started_at, offset_minutes, value, of, "
                           "received_at, body FROM response ORDER BY number");
  while (select.executeStep()) {
    Row row{select.getColumn(0).getString(), select.getColumn(kNumbers + 2).getString(), {}};
    for (int i = 0; i <= kNumbers; ++i) row.numbers.push_back(select.getColumn(i + 1).getInt64());
    rows.push_back(std::move(row));
  }
  return rows;
}

void make_table(SQLite::Database& bare, SQLite::Database& hub) {
  bare.exec("PRAGMA locking_mode=EXCLUSIVE");
  bare.exec("PRAGMA synchronous=EXTRA");
  SQLite::Statement(bare, "PRAGMA journal_mode=WAL").executeStep();
  bare.exec("PRAGMA cache_size=-65536");
  SQLite::Statement schema(
      hub, "SELECT sql FROM sqlite_master WHERE tbl_name='response' AND sql IS NOT NULL ORDER BY type DESC");
  while (schema.executeStep()) bare.exec(schema.getColumn(0).getString());
}

void insert(SQLite::Statement& statement, const Row& row) {
  statement.bindNoCopy(1, row.id.data(), static_cast<int>(row.id.size()));
  for (int i = 0; i <= kNumbers; ++i) statement.bind(i + 2, row.numbers[static_cast<std::size_t>(i)]);
  statement.bindNoCopy(kNumbers + 3, row.body);
  statement.exec();
  statement.reset();
}

}  // namespace

RawRun insert_bare(const std::filesystem::path& hub_database, const std::filesystem::path& folder,
                   std::int64_t rows_per_commit) {
  SQLite::Database hub(hub_database);
  const std::vector<Row> rows = rows_of(hub);
  SQLite::Database bare(folder / "bare.sqlite", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  make_table(bare, hub);
  SQLite::Statement statement(
      bare,
      "INSERT INTO response (id, stream, seq, terminal, site, started_at, offset_minutes, "
      "value, of, received_at, body) VALUES (?,?,?,?,?,?,?,?,?,?,?)");
  RawRun run;
  const auto began = std::chrono::steady_clock::now();
  std::unique_ptr<SQLite::Transaction> group;
  for (const Row& row : rows) {
    if (!group) group = std::make_unique<SQLite::Transaction>(bare);
    insert(statement, row);
    if (++run.rows % rows_per_commit != 0 && run.rows != static_cast<std::int64_t>(rows.size())) continue;
    group->commit();
    group.reset();
    ++run.commits;
  }
  run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return run;
}

}  // namespace farewell::bench
