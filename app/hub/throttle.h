// How often an address may try a secret: ten tries at once, then one every six seconds. What turns out right
// costs nothing. An IPv6 network of 64 bits counts as one address. I/O thread only.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

namespace farewell::hub {

class Throttle {
 public:
  /// Takes one try of `address`; false if there is none left. `now_ms` is monotonic.
  bool takes(const std::string& address, std::int64_t now_ms);
  /// The try was right: it is given back.
  void give_back(const std::string& address);

 private:
  struct Tries {
    double left = 0;
    std::int64_t at_ms = 0;
  };
  std::unordered_map<std::string, Tries> by_address_;
};

/// Whom tries are counted for: the address itself, or an IPv6 address's network of 64 bits.
std::string who_tries(const std::string& address);

}  // namespace farewell::hub
