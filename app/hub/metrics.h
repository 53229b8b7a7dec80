// What the hub counts while it serves, for `/metrics`. Counters only go up; none names a shop, a terminal or
// a person. I/O thread only.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "app/hub/store/store_thread.h"

namespace farewell::hub {

struct Metrics {
  std::int64_t connections = 0;           ///< open now
  std::int64_t connections_refused = 0;   ///< too many, of one address or in all
  std::array<std::int64_t, 6> replies{};  ///< by the status's first digit
  std::int64_t requests_unreadable = 0;   ///< not HTTP as the hub reads it
  std::int64_t handshakes_failed = 0;     ///< of TLS
  std::int64_t codes_refused = 0;         ///< pairing codes that were not right
  std::int64_t tokens_refused = 0;        ///< tokens that were not right
  std::int64_t tries_throttled = 0;       ///< codes and tokens not even looked at
  std::int64_t signatures_refused = 0;    ///< requests not signed as their terminal would
};

/// In Prometheus's text format 0.0.4.
std::string to_prometheus(const Metrics& metrics, const StoreThread::Counts& stored);

}  // namespace farewell::hub
