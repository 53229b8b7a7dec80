// A visit that ended well, as the journal gets it, for tests that need one and not a particular one.
#pragma once

#include <algorithm>

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/wire/response.h"

namespace farewell::testing {

/// Now by `clock`, which may be before 1970.
inline wire::Response a_response(const Clock& clock) {
  wire::Response response;
  response.id = new_uuid_v7(std::max<std::int64_t>(0, clock.utc_ms()));
  response.survey_id = "default";
  response.language = "nb";
  response.started_at_utc_ms = clock.utc_ms();
  response.started_at_offset_minutes = 60;
  response.clock = {"boot", clock.monotonic_ms(), true};
  response.satisfaction = {4, 5};
  return response;
}

}  // namespace farewell::testing
