#include "core/journal/reserve.h"

#include <fcntl.h>
#include <unistd.h>

#include <system_error>

namespace farewell::journal {

namespace fs = std::filesystem;

void Reserve::set_up() {
  std::error_code failed;
  if (file_.empty() || fs::file_size(file_, failed) == kReserveBytes) return;
  const auto space = fs::space(file_.parent_path().empty() ? "." : file_.parent_path(), failed);
  if (failed || space.available < 2 * kReserveBytes) return;
  const int fd = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0) return;
  const bool is_whole = ::posix_fallocate(fd, 0, kReserveBytes) == 0;
  ::close(fd);
  if (!is_whole) fs::remove(file_, failed);
}

bool Reserve::give_up() {
  std::error_code failed;
  return !file_.empty() && fs::remove(file_, failed);
}

bool Reserve::is_missing() const {
  std::error_code failed;
  return !file_.empty() && !fs::exists(file_, failed);
}

}  // namespace farewell::journal
