#include "app/hub/throttle.h"

#include <algorithm>

namespace farewell::hub {

namespace {

constexpr double kBurst = 10;
constexpr double kPerMs = 1.0 / 6'000;
constexpr std::size_t kMaxAddresses = 10'000;

}  // namespace

bool Throttle::allows(const std::string& address, std::int64_t now_ms) {
  const auto left_now = [now_ms](const Tries& tries) {
    return std::min(kBurst, tries.left + static_cast<double>(now_ms - tries.at_ms) * kPerMs);
  };
  if (by_address_.size() >= kMaxAddresses) {
    std::erase_if(by_address_, [&](const auto& item) { return left_now(item.second) >= kBurst; });
  }
  const auto found = by_address_.find(address);
  if (found == by_address_.end() && by_address_.size() >= kMaxAddresses) return false;
  Tries& tries = by_address_.try_emplace(address, Tries{kBurst, now_ms}).first->second;
  tries = {left_now(tries), now_ms};
  if (tries.left < 1) return false;
  tries.left -= 1;
  return true;
}

}  // namespace farewell::hub
