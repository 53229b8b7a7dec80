#include "core/journal/check.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <cstring>

#include "core/journal/rows.h"
#include "core/journal/schema.h"
#include "core/journal/streams.h"

namespace farewell::journal {
namespace {

constexpr std::uintmax_t kPageBytes = 4096;
constexpr std::uintmax_t kSmallBytes = 256u << 10;
constexpr int kSlice = 300;

std::uint32_t big_endian(const std::string& head, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(head[at + i]);
  return value;
}

/// The fields of the header that SQLite itself would act upon without asking.
/// Source: sqlite.org/fileformat2.html, 1.3.
void look_at_header(const OwnerLock& file) {
  const std::string head = file.head(100);
  if (head.size() < 100) throw Damaged{"it is shorter than a header"};
  constexpr char kBeginning[] =
      "SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20";  // page size, format, fractions
  const bool ok = std::memcmp(head.data(), kBeginning, 24) == 0 && big_endian(head, 44) == 4 &&
                  big_endian(head, 52) == 0 && big_endian(head, 56) == 1 && big_endian(head, 60) == kFormat &&
                  big_endian(head, 64) == 0 && head.find_first_not_of('\0', 72) >= 92;
  if (!ok) throw Damaged{"its header is not what was written"};
  if (big_endian(head, 28) * kPageBytes != file.size_bytes())
    throw Damaged{"its length is not what was written"};
}

/// A seek to either end goes through each tree's root and down both its sides.
void look_at_ends(SQLite::Database& sqlite) {
  constexpr std::array kOrders = {"number", "id", "stream, seq", "started_at_utc_ms"};
  for (const std::string order : kOrders) {
    const auto comma = order.find(',');
    const std::string reversed =
        comma == std::string::npos ? order : order.substr(0, comma) + " DESC" + order.substr(comma);
    for (const std::string& by : {order, reversed + " DESC"}) {
      SQLite::Statement query(
          sqlite, std::string("SELECT ") + kResponseColumns + " FROM response ORDER BY " + by + " LIMIT 1");
      if (query.executeStep()) demand_intact(read_response(query));
    }
  }
  for (const char* table : {"acknowledgement", "hour", "unfinished", "about"}) {
    SQLite::Statement query(sqlite, std::string("SELECT * FROM ") + table + " LIMIT 1");
    query.executeStep();
  }
}

/// The numbers kept of a stream end where the stream says it does. One line a finding.
std::vector<std::string> look_at_streams(SQLite::Database& sqlite) {
  std::vector<std::string> findings;
  for (const StreamRow& row : all_streams(sqlite)) {
    SQLite::Statement query(sqlite,
                            "SELECT (SELECT min(seq) FROM response WHERE stream = ?1), "
                            "(SELECT max(seq) FROM response WHERE stream = ?1)");
    query.bind(1, row.number);
    query.executeStep();
    const bool is_empty = query.getColumn(0).isNull();
    const std::int64_t first = is_empty ? row.stream.last_seq + 1 : query.getColumn(0).getInt64();
    const std::int64_t last = is_empty ? row.stream.last_seq : query.getColumn(1).getInt64();
    if (last != row.stream.last_seq || first > row.stream.acked_upto + 1) {
      findings.push_back("stream " + row.stream.id + " holds " + std::to_string(first) + " to " +
                         std::to_string(last) + ", but has given " + std::to_string(row.stream.last_seq) +
                         " numbers and heard of " + std::to_string(row.stream.acked_upto));
    }
  }
  return findings;
}

void look_at_unfinished(SQLite::Database& sqlite) {
  SQLite::Statement query(sqlite, "SELECT id, body, checksum FROM unfinished");
  while (query.executeStep()) {
    const std::string id = query.getColumn(0).getString();
    if (query.getColumn(2).getInt64() != unfinished_checksum(id, query.getColumn(1).getString())) {
      throw Damaged{"unfinished visit " + id + " is not what was written"};
    }
  }
}

/// What SQLite's own check of every page says; empty when sound.
std::vector<std::string> look_at_pages(SQLite::Database& sqlite) {
  std::vector<std::string> findings;
  SQLite::Statement query(sqlite, "PRAGMA integrity_check");
  while (query.executeStep()) findings.push_back(query.getColumn(0).getString());
  if (findings == std::vector<std::string>{"ok"}) findings.clear();
  return findings;
}

/// That each index leads to this row.
constexpr const char* kLookUp =
    "SELECT (SELECT number FROM response INDEXED BY sqlite_autoindex_response_1 WHERE id = ?2), "
    "ifnull((SELECT number FROM response INDEXED BY sqlite_autoindex_response_2 "
    "WHERE stream = ?3 AND seq = ?4), ?1 * (?3 = 0)), "
    "(SELECT number FROM response INDEXED BY response_started_at WHERE started_at_utc_ms = ?5 AND number = "
    "?1)";
void look_up(SQLite::Statement& query, const ResponseRow& row) {
  query.reset();
  query.bind(1, row.number);
  query.bind(2, row.id);
  query.bind(3, row.place.stream);
  query.bind(4, row.place.seq);
  query.bind(5, row.started_at_utc_ms);
  query.executeStep();
  for (int column = 0; column < 3; ++column) {
    if (query.getColumn(column).getInt64() != row.number) throw Damaged{"an index misses response " + row.id};
  }
}

std::vector<ResponseRow> slice_after(SQLite::Database& sqlite, std::int64_t number) {
  SQLite::Statement query(sqlite, std::string("SELECT ") + kResponseColumns +
                                      " FROM response WHERE number > ? ORDER BY number LIMIT ?");
  query.bind(1, number);
  query.bind(2, kSlice);
  std::vector<ResponseRow> rows;
  while (query.executeStep()) rows.push_back(read_response(query));
  return rows;
}

/// Calls `finding` for each row that is not what was written or does not read as its response.
void look_at_bodies(SQLite::Database& sqlite, std::vector<std::string>& findings) {
  std::int64_t upto = 0;
  for (;;) {
    const auto rows = slice_after(sqlite, upto);
    for (const ResponseRow& row : rows) {
      if (!row.is_intact()) findings.push_back("response " + row.id + " is not what was written");
      const auto response = response_of(row.body, row.place.seq, row.id);
      if (!response.ok()) {
        findings.push_back("response " + row.id + " does not read: " + response.error().message);
      } else if (response->id != row.id || response->started_at_utc_ms != row.started_at_utc_ms) {
        findings.push_back("response " + row.id + " says of itself that it is " + response->id);
      }
    }
    if (rows.size() < kSlice) return;
    upto = rows.back().number;
  }
}

std::vector<std::string> look_for_gaps(SQLite::Database& sqlite) {
  std::vector<std::string> findings;
  SQLite::Statement query(sqlite,
                          "SELECT stream.id, count(*), min(seq), max(seq) FROM response JOIN stream "
                          "ON stream.number = response.stream GROUP BY response.stream "
                          "HAVING count(*) <> max(seq) - min(seq) + 1");
  while (query.executeStep()) {
    findings.push_back("stream " + query.getColumn(0).getString() + " has " + query.getColumn(1).getString() +
                       " responses numbered " + query.getColumn(2).getString() + " to " +
                       query.getColumn(3).getString());
  }
  return findings;
}

void add(std::vector<std::string>& findings, std::vector<std::string> more) {
  findings.insert(findings.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

Examined look_quickly(SQLite::Database& sqlite, const OwnerLock& file) {
  look_at_header(file);
  if (!schema_is_intact(sqlite)) throw Damaged{"its tables are not those that were made"};
  if (const auto findings = look_at_streams(sqlite); !findings.empty()) throw Damaged{findings.front()};
  look_at_unfinished(sqlite);
  look_at_ends(sqlite);
  if (file.size_bytes() > kSmallBytes) return Examined::so_far;
  if (const auto findings = look_at_pages(sqlite); !findings.empty()) throw Damaged{findings.front()};
  for (std::int64_t upto = 0;;) {
    const auto rows = slice_after(sqlite, upto);
    if (rows.empty()) return Examined::entirely;
    for (const ResponseRow& row : rows) demand_intact(row);
    upto = rows.back().number;
  }
}

Examined look_on(SQLite::Database& sqlite, std::int64_t& upto) {
  const auto rows = slice_after(sqlite, upto);
  SQLite::Statement by_indexes(sqlite, kLookUp);
  for (const ResponseRow& row : rows) {
    demand_intact(row);
    look_up(by_indexes, row);
  }
  if (rows.empty()) return Examined::entirely;
  upto = rows.back().number;
  return Examined::so_far;
}

std::vector<std::string> look_thoroughly(SQLite::Database& sqlite) {
  auto findings = look_at_pages(sqlite);
  if (!schema_is_intact(sqlite)) findings.push_back("the tables are not those that were made");
  SQLite::Statement foreign(sqlite, "PRAGMA foreign_key_check");
  while (foreign.executeStep()) {
    findings.push_back("row " + foreign.getColumn(1).getString() + " of " + foreign.getColumn(0).getString() +
                       " has no " + foreign.getColumn(2).getString());
  }
  add(findings, look_at_streams(sqlite));
  add(findings, look_for_gaps(sqlite));
  look_at_bodies(sqlite, findings);
  return findings;
}

}  // namespace farewell::journal
