#include "app/hub/throttle.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>

namespace farewell::hub {

namespace {

constexpr double kBurst = 10;
constexpr double kPerMs = 1.0 / 6'000;
constexpr std::size_t kMaxAddresses = 10'000;

}  // namespace

std::string who_tries(const std::string& address) {
  namespace ip = boost::asio::ip;
  boost::system::error_code failed;
  const ip::address_v6 given = ip::make_address_v6(address, failed);
  if (failed) return address;
  if (given.is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, given).to_string();
  ip::address_v6::bytes_type bytes = given.to_bytes();
  std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
  return ip::address_v6(bytes).to_string() + "/64";
}

void Throttle::give_back(const std::string& address) {
  const auto found = by_address_.find(who_tries(address));
  if (found != by_address_.end()) found->second.left = std::min(kBurst, found->second.left + 1);
}

bool Throttle::takes(const std::string& address, std::int64_t now_ms) {
  const auto left_now = [now_ms](const Tries& tries) {
    return std::min(kBurst, tries.left + static_cast<double>(now_ms - tries.at_ms) * kPerMs);
  };
  if (by_address_.size() >= kMaxAddresses) {
    std::erase_if(by_address_, [&](const auto& item) { return left_now(item.second) >= kBurst; });
  }
  const std::string who = who_tries(address);
  const auto found = by_address_.find(who);
  if (found == by_address_.end() && by_address_.size() >= kMaxAddresses) return false;
  Tries& tries = by_address_.try_emplace(who, Tries{kBurst, now_ms}).first->second;
  tries = {left_now(tries), now_ms};
  if (tries.left < 1) return false;
  tries.left -= 1;
  return true;
}

}  // namespace farewell::hub
