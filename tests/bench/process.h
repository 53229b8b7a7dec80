// A program under measurement: started, looked at through /proc, ended with its owner. One thread at a time.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace farewell::bench {

class Process {
 public:
  /// Runs `command` (found in PATH) with `environment` ("NAME=value") over the present one; its outputs are
  /// dropped. Its descriptors above 2 are closed but for `keep` (-1: none). Ends this program if it cannot
  /// start.
  Process(const std::vector<std::string>& command, const std::vector<std::string>& environment,
          int keep = -1);
  /// Asks it to end (SIGTERM), and ends it after five seconds.
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  bool running();
  /// When it was started, in microseconds of CLOCK_MONOTONIC.
  std::int64_t started_us() const { return started_us_; }
  /// Proportional set size: its own pages, and its part of shared ones.
  std::int64_t pss_kib() const;
  /// Time on a processor, all its threads together.
  std::int64_t cpu_ns() const;

 private:
  pid_t pid_ = -1;
  std::int64_t started_us_ = 0;
};

std::int64_t now_us();
void sleep_ms(int ms);

}  // namespace farewell::bench
