// What odd input is known by: visits that follow each other faster than people do. They are flagged, never
// dropped. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/visit/visit.h"

namespace farewell::visit {

inline constexpr std::int64_t kRapidWithinMs =
    3'000;                              ///< a visit begins this soon after the last one ended …
inline constexpr int kRapidInARow = 3;  ///< … this many times in a row: "rapid"
inline constexpr std::int64_t kBurstWindowMs = 60'000;
inline constexpr std::size_t kBurstVisits = 12;  ///< more than this many in the window: "burst"

/// Notes that a visit begins at `now_ms` and returns its flags.
std::vector<std::string> note_start(State& state, std::int64_t now_ms);

}  // namespace farewell::visit
