// What both finishing a visit and sending it need to know of streams: which is current, and putting a
// response at its end. Private to this folder. All of these throw SQLite::Exception; callers stand in
// guarded().
#pragma once

#include <optional>
#include <string>

#include "core/journal/journal.h"
#include "core/journal/rows.h"

namespace SQLite {
class Statement;
}

namespace farewell::journal {

/// A stream as it lies in the file.
struct StreamRow {
  std::int64_t number = 0;
  Stream stream;
};

/// A response to be put in its place.
struct Unplaced {
  std::string id;
  std::int64_t started_at_utc_ms = 0;
  std::string body;
};

/// A finished response as it lies in the file.
struct ResponseRow {
  std::int64_t number = 0;
  std::string id;
  Place place;
  std::int64_t started_at_utc_ms = 0;
  std::string body;
  std::int64_t checksum = 0;
  bool is_intact() const { return checksum == response_checksum(id, place, started_at_utc_ms, body); }
};
/// The columns that read_response() reads, in their order.
inline constexpr const char* kResponseColumns =
    "number, id, ifnull(stream, 0), seq, started_at_utc_ms, body, checksum";
ResponseRow read_response(SQLite::Statement& query);
/// Throws Damaged if it is not what was written.
void demand_intact(const ResponseRow& row);

/// Every journal has one from its making on.
StreamRow current_stream(SQLite::Database& sqlite);
std::optional<StreamRow> find_stream(SQLite::Database& sqlite, const std::string& id);
/// All, oldest first.
std::vector<StreamRow> all_streams(SQLite::Database& sqlite);
void store(SQLite::Database& sqlite, const StreamRow& row);
/// Opens an empty stream, which is the current one from now on.
StreamRow open_stream(SQLite::Database& sqlite);
/// Drops streams, the current one apart, of which nothing is kept.
void drop_empty_streams(SQLite::Database& sqlite);

/// Puts a response at the end of the current stream and removes the unfinished one of that id; returns its
/// number, or the one it has already. To be called within a transaction.
std::int64_t append(SQLite::Database& sqlite, const Unplaced& response);

/// Gives a stored response another place. Throws Damaged rather than vouch for a row that is not intact.
void move(SQLite::Database& sqlite, const ResponseRow& row, const Place& to);

}  // namespace farewell::journal
