// What systemd is told when it runs the terminal: ready, still drawing, ending. Nothing without it. Drawing
// thread. Source: sd_notify(3).
#pragma once

#include <cstdint>
#include <optional>

namespace farewell::kiosk {

class Service {
 public:
  Service();  ///< looks at the environment
  void ready();
  /// Feeds the watchdog if half its time has gone by.
  void still_here(std::int64_t now_ms);
  void ending();
  /// When still_here() is next wanted, in monotonic milliseconds; nothing: there is no watchdog.
  std::optional<std::int64_t> due_ms() const;

 private:
  std::int64_t every_ms_ = 0;
  std::int64_t last_ms_ = 0;
};

}  // namespace farewell::kiosk
