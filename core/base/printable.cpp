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

}  // namespace farewell
