#include "app/kiosk/runtime/local_zone.h"

#include <cstdlib>
#include <filesystem>

namespace farewell::kiosk {
namespace {

std::string machine_zone_name() {
  if (const char* tz = std::getenv("TZ"); tz != nullptr && *tz != '\0') return *tz == ':' ? tz + 1 : tz;
  std::error_code failed;
  const std::string link = std::filesystem::canonical("/etc/localtime", failed).string();
  const std::string folder = "/zoneinfo/";
  const auto at = link.find(folder);
  return failed || at == std::string::npos ? std::string() : link.substr(at + folder.size());
}

}  // namespace

TimeZone local_zone(const std::string& name) {
  for (const std::string& tried : {name, machine_zone_name()}) {
    if (tried.empty()) continue;
    if (auto zone = TimeZone::find(tried)) return *std::move(zone);
  }
  return TimeZone::utc();
}

}  // namespace farewell::kiosk
