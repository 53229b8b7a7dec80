// Looking for damage: quickly at a start, in slices while the terminal runs, thoroughly for
// `farewell journal check`. Private to this folder. All of these throw SQLite::Exception or Damaged.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/journal/database.h"

namespace farewell::journal {

/// What makes a start refuse the file: header, schema, streams, both ends of every index; all of a small
/// file. Throws Damaged. Returns whether all of it was looked at.
Examined look_quickly(SQLite::Database& sqlite, const OwnerLock& file);

/// Looks at some responses after `upto`, by every index, and sets it to the last. Throws Damaged.
Examined look_on(SQLite::Database& sqlite, std::int64_t& upto);

/// One line a finding.
std::vector<std::string> look_thoroughly(SQLite::Database& sqlite);

}  // namespace farewell::journal
