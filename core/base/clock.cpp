#include "core/base/clock.h"

#include <sys/timex.h>
#include <time.h>

#include <fstream>
#include <string>

namespace farewell {
namespace {

std::int64_t now_ms(clockid_t which) {
  timespec now{};
  clock_gettime(which, &now);
  return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

}  // namespace

std::int64_t SystemClock::utc_ms() const {
  return now_ms(CLOCK_REALTIME);
}

std::int64_t SystemClock::monotonic_ms() const {
  return now_ms(CLOCK_BOOTTIME);
}

const char* boot_id() {
  static const std::string id = [] {
    std::string line;
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::getline(file, line);
    return line;
  }();
  return id.c_str();
}

bool clock_is_synchronised() {
  timex query{};
  const int state = adjtimex(&query);
  return state >= 0 && state != TIME_ERROR && (query.status & STA_UNSYNC) == 0;
}

}  // namespace farewell
