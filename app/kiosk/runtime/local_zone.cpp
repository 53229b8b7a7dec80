#include "app/kiosk/runtime/local_zone.h"

#include "core/base/machine_zone.h"

namespace farewell::kiosk {

TimeZone local_zone(const std::string& name) {
  for (const std::string& tried : {name, machine_zone_name()}) {
    if (tried.empty()) continue;
    if (auto zone = TimeZone::find(tried)) return *std::move(zone);
  }
  return TimeZone::utc();
}

}  // namespace farewell::kiosk
