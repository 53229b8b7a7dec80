#include "app/hub/store/sqlite_audit.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

namespace farewell::hub {

namespace {

Hash hash_from(const SQLite::Column& column) {
  Hash hash{};
  const auto* bytes = static_cast<const std::uint8_t*>(column.getBlob());
  if (column.getBytes() == static_cast<int>(hash.size())) std::copy_n(bytes, hash.size(), hash.begin());
  return hash;
}

}  // namespace

void append_audit(SQLite::Database& database, const AuditNote& note) {
  SQLite::Statement last(database, "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1");
  const bool has_last = last.executeStep();
  const std::int64_t number = has_last ? last.getColumn(0).getInt64() + 1 : 1;
  const Hash hash = audit_hash(has_last ? hash_from(last.getColumn(1)) : Hash{}, number, note);
  last.reset();
  SQLite::Statement insert(database, "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, number);
  insert.bind(2, note.at_utc_ms);
  insert.bind(3, note.what);
  insert.bind(4, note.site);
  insert.bind(5, note.who);
  insert.bind(6, note.detail);
  insert.bind(7, hash.data(), static_cast<int>(hash.size()));
  insert.exec();
}

std::vector<AuditEntry> read_audit(SQLite::Database& database, std::int64_t after, std::int64_t limit) {
  SQLite::Statement select(database,
                           "SELECT number, at, what, site, who, detail, hash FROM audit "
                           "WHERE number > ? ORDER BY number LIMIT ?");
  select.bind(1, after);
  select.bind(2, limit);
  std::vector<AuditEntry> entries;
  while (select.executeStep()) {
    AuditEntry entry;
    entry.number = select.getColumn(0).getInt64();
    entry.note = {select.getColumn(1).getInt64(), select.getColumn(2).getString(),
                  select.getColumn(3).getString(), select.getColumn(4).getString(),
                  select.getColumn(5).getString()};
    entry.hash = hash_from(select.getColumn(6));
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace farewell::hub
