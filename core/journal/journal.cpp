#include "core/journal/journal.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "core/journal/database.h"
#include "core/journal/rows.h"
#include "core/journal/streams.h"

namespace farewell::journal {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;
constexpr int kPage = 256;

/// The next page of a range after (started_at_utc_ms, number); the read ends with this call.
std::vector<ResponseRow> page_after(SQLite::Database& sqlite, const UtcRange& range,
                                    const ResponseRow& last) {
  SQLite::Statement query(sqlite, std::string("SELECT ") + kResponseColumns +
                                      " FROM response "
                                      "WHERE (started_at_utc_ms, number) > (?, ?) AND started_at_utc_ms < ? "
                                      "ORDER BY started_at_utc_ms, number LIMIT ?");
  query.bind(1, last.started_at_utc_ms);
  query.bind(2, last.number);
  query.bind(3, range.to_ms);
  query.bind(4, kPage);
  std::vector<ResponseRow> page;
  while (query.executeStep()) page.push_back(read_response(query));
  return page;
}

Result<wire::Response> read(const ResponseRow& row) {
  if (!row.is_intact()) return Error{ErrorCode::corrupt, "its bytes are not what was written", row.id};
  return response_of(row.body, row.place.seq, row.id);
}

}  // namespace

Status Journal::save_unfinished(const wire::Response& response) {
  return carry_out([&](SQLite::Database& sqlite) -> Status {
    const std::string body = body_of(response);
    SQLite::Statement save(sqlite,
                           "INSERT INTO unfinished(id, body, checksum) VALUES (?, ?, ?) ON CONFLICT(id) "
                           "DO UPDATE SET body = excluded.body, checksum = excluded.checksum");
    save.bind(1, response.id);
    save.bind(2, body);
    save.bind(3, unfinished_checksum(response.id, body));
    save.exec();
    return {};
  });
}

Result<std::int64_t> Journal::finish(const wire::Response& response) {
  return carry_out([&](SQLite::Database& sqlite) -> Result<std::int64_t> {
    SQLite::Transaction transaction(sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    const std::int64_t seq = append(sqlite, {response.id, response.started_at_utc_ms, body_of(response)});
    transaction.commit();
    return seq;
  });
}

Status Journal::count(std::int64_t hour_utc_ms, const wire::HourCounts& more) {
  return carry_out([&](SQLite::Database& sqlite) -> Status {
    const std::int64_t into_hour = ((hour_utc_ms % kHourMs) + kHourMs) % kHourMs;
    SQLite::Statement add(
        sqlite,
        "INSERT INTO hour VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
        "woken = woken + excluded.woken, rated = rated + excluded.rated, "
        "answered = answered + excluded.answered, completed = completed + excluded.completed");
    add.bind(1, hour_utc_ms - into_hour);
    add.bind(2, more.woken);
    add.bind(3, more.rated);
    add.bind(4, more.answered);
    add.bind(5, more.completed);
    add.exec();
    return {};
  });
}

Result<std::vector<wire::HourCounts>> Journal::hours(std::size_t most_recent) {
  return carry_out([&](SQLite::Database& sqlite) -> Result<std::vector<wire::HourCounts>> {
    SQLite::Statement query(sqlite,
                            "SELECT * FROM (SELECT hour_utc_ms, woken, rated, answered, completed FROM hour "
                            "ORDER BY hour_utc_ms DESC LIMIT ?) ORDER BY hour_utc_ms");
    query.bind(1, static_cast<std::int64_t>(most_recent));
    std::vector<wire::HourCounts> hours;
    while (query.executeStep()) {
      hours.push_back({to_rfc3339_utc(query.getColumn(0).getInt64()), query.getColumn(1).getInt64(),
                       query.getColumn(2).getInt64(), query.getColumn(3).getInt64(),
                       query.getColumn(4).getInt64()});
    }
    return hours;
  });
}

Status Journal::each(const UtcRange& started, const std::function<Status(const wire::Response&)>& visit) {
  ResponseRow last;
  last.started_at_utc_ms = started.from_ms;  // numbers begin at 1, so the first instant is within
  std::int64_t unreadable = 0;
  std::string first_unreadable;
  for (;;) {
    auto page = guarded(database_->file, [&]() -> Result<std::vector<ResponseRow>> {
      return page_after(*database_->sqlite, started, last);
    });
    if (!page.ok()) return page.error();
    for (const ResponseRow& row : *page) {
      auto response = read(row);
      if (!response.ok()) {
        if (unreadable++ == 0) first_unreadable = response.error().text();
      } else if (Status visited = visit(*response); !visited.ok()) {
        return visited;
      }
    }
    if (page->size() < static_cast<std::size_t>(kPage)) break;
    last = std::move(page->back());
  }
  if (unreadable == 0) return {};
  return Error{
      ErrorCode::corrupt,
      std::to_string(unreadable) + " of the responses cannot be read, the first is " + first_unreadable,
      database_->file.string()};
}

}  // namespace farewell::journal
