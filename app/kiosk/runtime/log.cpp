#include "app/kiosk/runtime/log.h"

#include <cstdio>
#include <string>

#include "core/base/printable.h"

namespace farewell::kiosk {

void log(std::string_view line) {
  const std::string whole = "farewell-kiosk: " + on_one_line(line) + "\n";
  std::fwrite(whole.data(), 1, whole.size(), stderr);
}

}  // namespace farewell::kiosk
