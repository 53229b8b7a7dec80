// What is done about a damaged journal: it is set aside as NAME.damaged-<utc> (never deleted) and a new one
// takes its place, with every intact response that the hub is not known to have, under a new stream with
// their ids kept, with dead ones and unfinished visits. Acknowledged ones stay behind in the file set aside.
//
// The rows are read from the raw pages (page_scan.h), not through SQLite: a turned bit in an inner page hides
// thousands of sound rows from SQL. A row counts if its checksum says it is what was written. The new file is
// complete and on disk before it takes the old one's name, so that a power cut at any point leaves one of
// them. Private to this folder.
#pragma once

#include <filesystem>

#include "core/journal/database.h"

namespace farewell::journal {

struct Salvaged {
  std::filesystem::path set_aside;
  std::int64_t carried_over = 0;  ///< responses, dead ones included
  OwnerLock lock;                 ///< of the new file
};

/// `file` is not open. Errors: unavailable (then the damaged file stays where it is).
Result<Salvaged> salvage(const std::filesystem::path& file);

}  // namespace farewell::journal
