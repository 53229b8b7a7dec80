// A line on stderr for each event worth knowing, for the technician: never a secret, never a customer's
// words. Not an access log. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace farewell::hub {

/// "farewell-hub: …", control characters escaped, written in one call so that lines stay whole.
void log(std::string_view line);

/// Within quotes and without control characters, for names that came from outside.
std::string in_quotes(std::string_view name);

}  // namespace farewell::hub
