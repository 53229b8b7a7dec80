#include "app/cli/out_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace farewell::cli {
namespace {

constexpr std::size_t kHoldBytes = 64u << 10;

}  // namespace

Result<OutFile> OutFile::create(const std::filesystem::path& path) {
  if (path.empty()) return OutFile(STDOUT_FILENO, {}, {});
  std::error_code absent;
  const auto status = std::filesystem::status(path, absent);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
    return Error{ErrorCode::conflict, "is not a file; leave out --out to write to standard output",
                 path.string()};
  }
  std::string temporary = path.string() + ".XXXXXX";
  const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);  // mode 0600
  if (descriptor < 0) {
    return Error{ErrorCode::unavailable, std::string("cannot write there: ") + std::strerror(errno),
                 path.string()};
  }
  return OutFile(descriptor, path, std::move(temporary));
}

OutFile::OutFile(int descriptor, std::filesystem::path path, std::string temporary)
    : descriptor_(descriptor), path_(std::move(path)), temporary_(std::move(temporary)) {}

OutFile::OutFile(OutFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      held_(std::move(other.held_)) {}

OutFile::~OutFile() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Status OutFile::write(std::string_view bytes) {
  held_ += bytes;
  return held_.size() < kHoldBytes ? Status{} : flush();
}

Status OutFile::flush() {
  std::string_view rest = held_;
  while (!rest.empty()) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return failure("cannot write");
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  held_.clear();
  return {};
}

Status OutFile::finish() {
  if (Status status = flush(); !status.ok()) return status;
  if (temporary_.empty()) return {};
  if (::fsync(descriptor_) != 0) return failure("cannot write");
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) return failure("cannot take its name");
  temporary_.clear();
  return {};
}

Error OutFile::failure(const char* what) const {
  return {ErrorCode::unavailable, std::string(what) + ": " + std::strerror(errno),
          path_.empty() ? "standard output" : path_.string()};
}

}  // namespace farewell::cli
