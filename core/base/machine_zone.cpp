#include "core/base/machine_zone.h"

#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "core/base/file.h"
#include "core/base/text.h"

namespace farewell {

std::string machine_zone_name() {
  if (const char* zone = std::getenv("TZ"); zone && *zone) return *zone == ':' ? zone + 1 : zone;
  std::error_code absent;
  const std::string target = std::filesystem::canonical("/etc/localtime", absent).string();
  constexpr std::string_view kFolder = "/zoneinfo/";
  if (const auto at = target.find(kFolder); at != std::string::npos)
    return target.substr(at + kFolder.size());
  const auto text = read_file("/etc/timezone");
  return text.ok() ? std::string(trimmed(*text)) : "";
}

}  // namespace farewell
