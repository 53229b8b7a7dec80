// Responses for tests of the journal, as the terminal would make them.
#pragma once

#include <string>

#include "core/base/ids.h"
#include "core/wire/response.h"

namespace farewell::testing {

inline constexpr std::int64_t kNow = 1'795'276'800'000;  // 2026-11-21T16:00:00Z
inline constexpr std::int64_t kHour = 3'600'000;

inline wire::Response visit(int value, std::int64_t started_at_utc_ms = kNow) {
  wire::Response response;
  response.id = new_uuid_v7(started_at_utc_ms);
  response.survey_id = "default";
  response.language = "en";
  response.started_at_utc_ms = started_at_utc_ms;
  response.started_at_offset_minutes = 60;
  response.clock = {"6d8b3a52-0c1f-4e0b-9b7c-2f1f0f6f3a11", 81'234'567, true};
  response.satisfaction = {value, 5};
  return response;
}

inline wire::Response with_words(wire::Response response, std::string comment) {
  response.change = wire::Change{{"waiting"}, std::move(comment)};
  return response;
}

}  // namespace farewell::testing
