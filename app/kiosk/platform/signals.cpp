#include "app/kiosk/platform/signals.h"

#include <signal.h>

#include <utility>

namespace farewell::kiosk {
namespace {

sigset_t both() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGUSR2);  // raised by ourselves, to end the waiting
  return set;
}

}  // namespace

Signals::Signals() {
  const sigset_t set = both();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

void Signals::wait(std::function<void()> asked) {
  thread_ = std::jthread([asked = std::move(asked)] {
    const sigset_t set = both();
    int caught = 0;
    if (sigwait(&set, &caught) == 0 && caught != SIGUSR2) asked();
  });
}

Signals::~Signals() {
  if (thread_.joinable()) pthread_kill(thread_.native_handle(), SIGUSR2);
}

}  // namespace farewell::kiosk
