#include "app/hub/log.h"

#include <cstdio>

#include "core/base/printable.h"

namespace farewell::hub {

void log(std::string_view line) {
  const std::string whole = "farewell-hub: " + on_one_line(line) + "\n";
  std::fwrite(whole.data(), 1, whole.size(), stderr);
}

std::string in_quotes(std::string_view name) {
  return '"' + on_one_line(name) + '"';
}

}  // namespace farewell::hub
