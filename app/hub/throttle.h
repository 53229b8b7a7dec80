// How often an address may try a code: ten tries at once, then one every six seconds. I/O thread only.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

namespace farewell::hub {

class Throttle {
 public:
  /// Takes one try of `address`; false if there is none left. `now_ms` is monotonic.
  bool allows(const std::string& address, std::int64_t now_ms);

 private:
  struct Tries {
    double left = 0;
    std::int64_t at_ms = 0;
  };
  std::unordered_map<std::string, Tries> by_address_;
};

}  // namespace farewell::hub
