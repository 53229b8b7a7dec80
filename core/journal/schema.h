// The journal's tables: how they are made, migrated and recognised. Private to this folder. No function here
// touches anything but the connection it is given.
#pragma once

#include <string>

#include "core/base/result.h"

namespace SQLite {
class Database;
}

namespace farewell::journal {

inline constexpr int kApplicationId = 0x4661726c;  ///< "Farl", at byte 68 of the file
inline constexpr int kFormat = 1;                  ///< user_version of the journals we write

/// Throws SQLite::Exception, as all of these do: callers stand in guarded() (database.h).
/// Creates what is missing, in one transaction a version; a fresh one gets its first stream. Does nothing to
/// a journal of this version.
void migrate(SQLite::Database& sqlite);

/// What a file is, by its own account.
enum class Kind { fresh, ours, newer, foreign, damaged };
Kind recognise(SQLite::Database& sqlite);

/// True if the tables and indexes are word for word those that migrate() makes.
bool schema_is_intact(SQLite::Database& sqlite);

}  // namespace farewell::journal
