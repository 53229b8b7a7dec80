// The time zone that days are counted in here: the site's once enrolled, the machine's before. Any thread.
#pragma once

#include <string>

#include "core/base/time_zone.h"

namespace farewell::kiosk {

/// The zone called `name`; if it is empty or unknown the machine's (machine_zone.h); if that is too, UTC.
TimeZone local_zone(const std::string& name);

}  // namespace farewell::kiosk
