#include "app/kiosk/platform/service.h"

#include <systemd/sd-daemon.h>

namespace farewell::kiosk {

Service::Service() {
  std::uint64_t watchdog_us = 0;
  if (sd_watchdog_enabled(0, &watchdog_us) > 0) every_ms_ = static_cast<std::int64_t>(watchdog_us / 2000);
}

void Service::ready() {
  sd_notify(0, "READY=1");
}

void Service::still_here(std::int64_t now_ms) {
  if (every_ms_ == 0 || now_ms - last_ms_ < every_ms_) return;
  last_ms_ = now_ms;
  sd_notify(0, "WATCHDOG=1");
}

void Service::ending() {
  sd_notify(0, "STOPPING=1");
}

std::optional<std::int64_t> Service::due_ms() const {
  if (every_ms_ == 0) return std::nullopt;
  return last_ms_ + every_ms_;
}

}  // namespace farewell::kiosk
