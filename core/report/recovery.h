// How recovery went after unhappy answers: what was offered and what customers chose. How long until somebody
// accepted is the hub's to say (it answers the calls). One pass, constant memory; one thread at a time.
#pragma once

#include <cstdint>

#include "core/wire/response.h"

namespace farewell::report {

struct RecoveryCounts {
  std::int64_t unhappy = 0;     ///< the lowest two values
  std::int64_t offered = 0;     ///< of those, saw the recovery screen
  std::int64_t help_calls = 0;  ///< "yes, please send someone now"
  std::int64_t contacts = 0;    ///< "please contact me"
  std::int64_t declined = 0;    ///< "no, thank you"

  void add(const wire::Response& response);
  bool operator==(const RecoveryCounts&) const = default;
};

}  // namespace farewell::report
