#include "core/journal/database.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace farewell::journal {
namespace {

// Long, since a person may be reading the same file (`farewell export`, `farewell journal check`) and a
// customer's answer must not fail for it.
constexpr int kWriterPatienceMs = 60'000;
constexpr int kReaderPatienceMs = 10'000;

Error error_of(const SQLite::Exception& exception) {
  const std::string said = std::string(" (SQLite: ") + exception.what() + ")";
  switch (exception.getErrorCode() & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorCode::corrupt, std::string("the journal is damaged: ") + exception.what(), ""};
    case SQLITE_FULL:
      return {ErrorCode::unavailable, "the disk is full; free some space" + said, ""};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::unavailable, "another program holds the journal; try again" + said, ""};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {ErrorCode::unavailable,
              "the journal may not be written; check the folder's owner and mode" + said, ""};
    case SQLITE_CANTOPEN:
      return {ErrorCode::unavailable,
              "the journal cannot be opened; check the folder's owner and mode" + said, ""};
    case SQLITE_NOMEM:
      return {ErrorCode::unavailable, "there is no memory left for the journal" + said, ""};
    case SQLITE_IOERR:
      return {ErrorCode::unavailable,
              "the disk could not be read or written; check it, and its free space" + said, ""};
    default:
      return {ErrorCode::internal, std::string("SQLite: ") + exception.what(), ""};
  }
}

std::string words_of(int error_number) {
  return std::strerror(error_number);
}

}  // namespace

OwnerLock::~OwnerLock() {
  if (fd_ >= 0) ::close(fd_);
}

OwnerLock::OwnerLock(OwnerLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

OwnerLock& OwnerLock::operator=(OwnerLock&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

Result<OwnerLock> OwnerLock::take(const std::filesystem::path& file) {
  OwnerLock lock;
  lock.fd_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock.fd_ < 0) {
    const int why = errno;
    std::error_code ignored;
    if (!std::filesystem::exists(file.parent_path(), ignored) && file.has_parent_path()) {
      return Error{ErrorCode::unavailable, "the folder does not exist; create it first",
                   file.parent_path().string()};
    }
    return Error{
        ErrorCode::unavailable,
        "the journal cannot be opened for writing (" + words_of(why) + "); check the folder's owner and mode",
        file.string()};
  }
  if (::flock(lock.fd_, LOCK_EX | LOCK_NB) != 0) {
    return Error{ErrorCode::unavailable, "another Farewell terminal is using this journal; stop it first",
                 file.string()};
  }
  return lock;
}

std::string OwnerLock::head(std::size_t bytes) const {
  std::string head(bytes, '\0');
  const ssize_t got = ::pread(fd_, head.data(), bytes, 0);
  head.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return head;
}

std::uintmax_t OwnerLock::size_bytes() const {
  struct stat status {};
  return ::fstat(fd_, &status) == 0 ? static_cast<std::uintmax_t>(status.st_size) : 0;
}

std::unique_ptr<SQLite::Database> connect(const std::filesystem::path& file, Mode mode) {
  const bool is_owner = mode == Mode::own;
  auto sqlite = std::make_unique<SQLite::Database>(
      file.string(), (is_owner ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY) | SQLite::OPEN_NOMUTEX,
      is_owner ? kWriterPatienceMs : kReaderPatienceMs);
  sqlite->exec("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON");
  if (is_owner) {
    // With DELETE and EXTRA a commit returns when the change and the rollback journal's removal are on disk.
    sqlite->exec("PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY");
  }
  return sqlite;
}

bool disk_is_full() {
  try {
    throw;
  } catch (const SQLite::Exception& exception) {
    return (exception.getErrorCode() & 0xff) == SQLITE_FULL;
  } catch (...) {
    return false;
  }
}

Error current_error() {
  try {
    throw;
  } catch (const SQLite::Exception& exception) {
    return error_of(exception);
  } catch (const Damaged& damaged) {
    return {ErrorCode::corrupt, "the journal is damaged: " + damaged.what, ""};
  } catch (const std::exception& exception) {
    return {ErrorCode::internal, exception.what(), ""};
  }
}

}  // namespace farewell::journal
