// The time zone this machine is set to, by name. Not a site's: that one comes with enrolment (time_zone.h).
// Reads the environment and two files; any thread.
#pragma once

#include <string>

namespace farewell {

/// By TZ, then /etc/localtime, then /etc/timezone, as the C library and Debian keep it; empty if none says.
std::string machine_zone_name();

}  // namespace farewell
