// Opening the hub's SQLite file: the settings that make a commit durable, and the schema brought up to date.
// Not what is done with it (sqlite_store.h). One thread at a time.
#pragma once

#include <filesystem>
#include <memory>

#include "core/base/result.h"

namespace SQLite {
class Database;
}

namespace farewell::hub {

/// Errors: unavailable while another process has it open; corrupt, if the file is not a hub's; invalid, if a
/// newer hub wrote it.
Result<std::shared_ptr<SQLite::Database>> open_hub_database(const std::filesystem::path& file);

}  // namespace farewell::hub
