// A few lines on stderr for the technician, one a line, never anything about a customer. Any thread.
#pragma once

#include <string_view>

namespace farewell::kiosk {

/// "farewell-kiosk: …", written in one call so that lines of several threads stay whole.
void log(std::string_view line);

}  // namespace farewell::kiosk
