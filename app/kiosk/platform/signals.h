// SIGTERM and SIGINT as an ordinary call: a thread waits for them, so that ending is done in the light of
// day.
#pragma once

#include <functional>
#include <thread>

namespace farewell::kiosk {

class Signals {
 public:
  /// Blocks both signals for this thread and those it starts: make it before any other thread.
  Signals();
  /// Calls `asked` on a thread of its own at the first of them.
  void wait(std::function<void()> asked);
  ~Signals();

 private:
  std::jthread thread_;
};

}  // namespace farewell::kiosk
