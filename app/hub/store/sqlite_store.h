// The store in one SQLite file, hub.sqlite in the data folder: one connection, which no other process can
// share. For thousands of terminals on one machine. One thread at a time.
#pragma once

#include <filesystem>
#include <memory>

#include "app/hub/store/store.h"

namespace farewell::hub {

/// Opens or makes `folder`/hub.sqlite (mode 0600) and brings its schema up to date. Errors: unavailable while
/// another process has it open; corrupt, if the file is not a hub's.
Result<std::unique_ptr<Store>> open_sqlite_store(const std::filesystem::path& folder);

}  // namespace farewell::hub
