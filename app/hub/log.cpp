#include "app/hub/log.h"

#include <cstdio>

namespace farewell::hub {

namespace {

std::string escaped(std::string_view text) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7f) {
      out += c;
    } else {
      out += {'\\', 'x', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return out;
}

}  // namespace

void log(std::string_view line) {
  const std::string whole = "farewell-hub: " + escaped(line) + "\n";
  std::fwrite(whole.data(), 1, whole.size(), stderr);
}

std::string in_quotes(std::string_view name) {
  return '"' + escaped(name) + '"';
}

}  // namespace farewell::hub
