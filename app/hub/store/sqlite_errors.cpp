#include "app/hub/store/sqlite_errors.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

namespace farewell::hub {

namespace {

Error store_error(const SQLite::Exception& fault) {
  switch (fault.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::unavailable, "another process has the hub's database open; stop it first", ""};
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
      return {ErrorCode::unavailable, std::string("the hub's database cannot be used: ") + fault.what(), ""};
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return {ErrorCode::corrupt, std::string("the hub's database is damaged: ") + fault.what(), ""};
    default:
      return {ErrorCode::internal, std::string("the hub's database failed: ") + fault.what(), ""};
  }
}

}  // namespace

Error current_store_error() {
  try {
    throw;
  } catch (const SQLite::Exception& fault) {
    return store_error(fault);
  } catch (const std::exception& fault) {
    return {ErrorCode::internal, std::string("the hub's store failed: ") + fault.what(), ""};
  }
}

}  // namespace farewell::hub
