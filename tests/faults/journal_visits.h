// The visits that journal_writer carries out, told apart by a number, so that the test knows what each left.
#pragma once

#include <string>

#include "core/wire/response.h"

namespace farewell::testing {

/// How far a visit has come on disk.
enum Stage { kRated = 1, kAnswered = 2, kFinished = 3 };

/// Visit `number` as it stands at `stage`.
inline wire::Response visit_at(int number, int stage) {
  constexpr std::int64_t kBegan = 1'795'276'800'000;  // 2026-11-21T16:00:00Z
  std::string digits = std::to_string(number);
  wire::Response response;
  response.id = "01a1fed6-0000-7000-8000-" + std::string(12 - digits.size(), '0') + digits;
  response.survey_id = "default";
  response.started_at_utc_ms = kBegan + number * 60'000LL;
  response.clock = {"6d8b3a52-0c1f-4e0b-9b7c-2f1f0f6f3a11", 1'000'000 + number * 60'000LL, true};
  response.satisfaction = {1 + number % 5, 5};
  if (stage >= kAnswered) {
    // Every fourth is long enough to leave its page.
    response.change = wire::Change{{"waiting"}, "answer " + digits};
    if (number % 4 == 3) response.unknown = {{"long", std::string(5'000, 'x')}};
  }
  if (stage == kFinished) response.duration_ms = 18'400;
  return response;
}

}  // namespace farewell::testing
