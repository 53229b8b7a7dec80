#include "core/visit/odd_input.h"

namespace farewell::visit {

std::vector<std::string> note_start(State& state, std::int64_t now_ms) {
  const bool at_once = state.last_ended_ms && now_ms - *state.last_ended_ms < kRapidWithinMs;
  state.rapid_run = at_once ? state.rapid_run + 1 : 0;

  auto& starts = state.recent_starts_ms;
  starts.push_back(now_ms);
  while (starts.front() <= now_ms - kBurstWindowMs || starts.size() > kBurstVisits + 1) starts.pop_front();

  std::vector<std::string> flags;
  if (state.rapid_run >= kRapidInARow) flags.push_back("rapid");
  if (starts.size() > kBurstVisits) flags.push_back("burst");
  return flags;
}

}  // namespace farewell::visit
