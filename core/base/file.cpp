#include "core/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace farewell {
namespace {

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  bool open() const { return fd_ >= 0; }
  int get() const { return fd_; }

 private:
  int fd_;
};

Error failure(const char* what, const std::filesystem::path& path) {
  return Error{ErrorCode::unavailable, std::string(what) + ": " + std::strerror(errno), path.string()};
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(fd, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return true;
}

bool write_durably(const std::filesystem::path& path, std::string_view bytes) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
  return file.open() && ::fchmod(file.get(), 0600) == 0 && write_all(file.get(), bytes) &&
         ::fsync(file.get()) == 0;
}

bool sync_folder(const std::filesystem::path& folder) {
  const Descriptor fd(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return fd.open() && ::fsync(fd.get()) == 0;
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t max_bytes) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.open()) {
    if (errno == ENOENT) return Error{ErrorCode::not_found, "there is no such file", path.string()};
    return failure("cannot be opened", path);
  }
  std::string bytes;
  std::array<char, 16384> chunk;
  while (true) {
    const ssize_t got = ::read(file.get(), chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure("cannot be read", path);
    if (got == 0) return bytes;
    bytes.append(chunk.data(), static_cast<std::size_t>(got));
    if (bytes.size() > max_bytes) {
      return Error{ErrorCode::too_large, "is over " + std::to_string(max_bytes) + " bytes", path.string()};
    }
  }
}

Status write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::path beside = path;
  beside += ".tmp";
  ::unlink(beside.c_str());  // what a power cut may have left
  if (!write_durably(beside, bytes) || ::rename(beside.c_str(), path.c_str()) != 0) {
    const Error error = failure("cannot be written", path);
    ::unlink(beside.c_str());
    return error;
  }
  if (!sync_folder(path.parent_path())) return failure("is written but may not survive a power cut", path);
  return {};
}

}  // namespace farewell
