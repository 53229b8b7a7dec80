// The audit log's rows in the SQLite store. Within whatever transaction is open. The store's thread.
#pragma once

#include <vector>

#include "app/hub/audit.h"

namespace SQLite {
class Database;
}

namespace farewell::hub {

/// Throws SQLite::Exception, as the next does: sqlite_store.cpp catches.
void append_audit(SQLite::Database& database, const AuditNote& note);
std::vector<AuditEntry> read_audit(SQLite::Database& database, std::int64_t after, std::int64_t limit);

}  // namespace farewell::hub
