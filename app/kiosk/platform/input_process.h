// One running farewell-input-method, talked to by lines (ime/lines.h) and killed with this object. Blocks
// while it waits for an answer, two seconds at most: not for the drawing thread. One thread at a time.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "app/kiosk/ime/candidate.h"
#include "core/base/result.h"

namespace farewell::kiosk {

class InputProcess {
 public:
  /// A program that cannot be started is told of by the first candidates().
  InputProcess(const std::filesystem::path& program, const std::string& language);
  ~InputProcess();
  InputProcess(const InputProcess&) = delete;
  InputProcess& operator=(const InputProcess&) = delete;

  /// Errors: unavailable (it cannot be started, has ended, or takes too long). After one, it is of no use.
  Result<std::vector<Candidate>> candidates(const visit::PrivateText& composing);

  pid_t pid() const { return pid_; }

 private:
  Error failed(const std::string& what) const;
  Result<visit::PrivateText> read_line();

  std::filesystem::path program_;
  int start_error_ = 0;
  pid_t pid_ = -1;
  int socket_ = -1;
  visit::PrivateText received_;  ///< and not used up yet
};

}  // namespace farewell::kiosk
