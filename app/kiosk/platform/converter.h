// What composed letters may become, asked of farewell-input-method: a process of its own, begun with the
// first letters of a visit and killed with the visit, so that nothing typed outlives it. ask() on any thread,
// and it returns at once; the answer is a notice. Without the program, or its dictionary, there are no
// candidates.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "app/kiosk/platform/input_process.h"
#include "app/kiosk/runtime/notices.h"
#include "core/visit/private_text.h"

namespace farewell::kiosk {

class Converter {
 public:
  /// `notices` outlives it.
  Converter(std::filesystem::path program, Notices& notices);
  ~Converter();

  /// What was asked before and has not been answered yet is no longer asked. Empty letters: the visit is
  /// over, forget it.
  void ask(const std::string& language, const visit::PrivateText& composing);

 private:
  struct Wanted {
    std::string language;
    visit::PrivateText composing;
  };
  void work(const std::stop_token& stop);
  void answer(const Wanted& wanted);

  std::filesystem::path program_;
  Notices& notices_;
  std::mutex mutex_;
  std::condition_variable_any asked_;
  std::optional<Wanted> wanted_;
  std::optional<InputProcess> process_;  ///< the thread's own
  std::string language_;                 ///< of the process
  bool gave_up_ = false;                 ///< it failed; not tried again before the next visit
  std::jthread thread_;
};

/// Where the program is: beside the running one, or in libexec/farewell of the same prefix.
std::filesystem::path input_method_program();

}  // namespace farewell::kiosk
