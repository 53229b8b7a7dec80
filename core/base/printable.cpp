#include "core/base/printable.h"

#include "core/base/json.h"
#include "core/base/text.h"

namespace farewell {

std::string short_and_printable(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  const std::string_view start = grapheme_prefix(text, kLongest);
  const std::string quoted = Json(start).dump(-1, ' ', false, Json::error_handler_t::replace);
  return quoted.substr(1, quoted.size() - 2) + (start.size() < text.size() ? "…" : "");
}

std::string on_one_line(std::string_view text) {
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

}  // namespace farewell
