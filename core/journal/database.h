// The open SQLite file behind a Journal: connection, settings, lock, and SQLite's exceptions as errors.
// Private to this folder; what the tables mean is elsewhere.
#pragma once

#include <filesystem>
#include <memory>

#include "core/journal/journal.h"
#include "core/journal/reserve.h"

namespace farewell::journal {

/// Thrown where a row's bytes are not what was written; guarded() makes it ErrorCode::corrupt.
struct Damaged {
  std::string what;
};

/// A lock on the file that only one owner holds, given back when the process ends however it ends. Not one of
/// SQLite's locks, which come and go with each transaction.
class OwnerLock {
 public:
  OwnerLock() = default;
  ~OwnerLock();
  OwnerLock(OwnerLock&& other) noexcept;
  OwnerLock& operator=(OwnerLock&& other) noexcept;
  /// Creates the file (mode 0600) if there is none. Errors: unavailable.
  static Result<OwnerLock> take(const std::filesystem::path& file);
  /// The file's first bytes and its size. Read here, since closing any other descriptor of the file would
  /// release SQLite's own locks on it (fcntl(2)).
  std::string head(std::size_t bytes) const;
  std::uintmax_t size_bytes() const;

 private:
  int fd_ = -1;
};

struct Journal::Database {
  std::filesystem::path file;
  Mode mode = Mode::own;
  Opened opened;
  OwnerLock lock;                            ///< before `sqlite`, so that it is closed after it
  std::unique_ptr<SQLite::Database> sqlite;  ///< never null outside open() and mend()
  Reserve reserve;                           ///< Mode::own only
  std::int64_t examined_upto = 0;            ///< response.number
  bool is_examined = false;
};

/// Connects and sets what holds for the connection; changes nothing in the file. Throws SQLite::Exception.
std::unique_ptr<SQLite::Database> connect(const std::filesystem::path& file, Mode mode);

/// The exception being handled as an Error; to be called in a catch block only.
Error current_error();

/// Whether the exception being handled says that the disk is full; to be called in a catch block only.
bool disk_is_full();

/// Calls `work`, which returns a Result, and turns what SQLite throws into an Error.
template <class Work>
auto guarded(const std::filesystem::path& file, Work work) -> std::invoke_result_t<Work> {
  try {
    return work();
  } catch (...) {
    Error error = current_error();
    if (error.context.empty()) error.context = file.string();
    return error;
  }
}

template <class Work>
auto Journal::carry_out(Work work) -> std::invoke_result_t<Work, SQLite::Database&> {
  bool is_full = false;
  const auto noting_full_disk = [&]() -> std::invoke_result_t<Work, SQLite::Database&> {
    try {
      return work(*database_->sqlite);
    } catch (...) {
      is_full = disk_is_full();
      throw;
    }
  };
  const auto once = [&] { return guarded(database_->file, noting_full_disk); };
  auto outcome = once();
  if (!outcome.ok() && is_full && database_->reserve.give_up()) outcome = once();
  if (outcome.ok() || outcome.error().code != ErrorCode::corrupt || database_->mode != Mode::own)
    return outcome;
  if (Status mended = mend(outcome.error().message); !mended.ok()) return mended.error();
  return once();
}

}  // namespace farewell::journal
