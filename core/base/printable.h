// What somebody outside wrote, as an error message may repeat it. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace farewell {

/// At most 60 characters of `text`, with "…" after them if there were more; its control characters and what
/// is not UTF-8 escaped as JSON does it.
std::string short_and_printable(std::string_view text);

/// The whole of it on one line: control characters as "\x0a", for messages and logs that repeat it.
std::string on_one_line(std::string_view text);

}  // namespace farewell
