// The batches that store_writer has the hub's store take, told apart by a number, so that the test knows what
// each left.
#pragma once

#include <string>

#include "app/hub/store/store.h"

namespace farewell::testing {

inline constexpr int kInABatch = 5;
inline constexpr const char* kStoreTerminal = "01a1fed6-0001-7000-8000-000000000001";
inline constexpr const char* kStoreStream = "01a1fed6-0002-4000-8000-000000000001";
inline constexpr const char* kStoreSite = "Demo shop";

inline std::string store_id(std::int64_t seq) {
  std::string digits = std::to_string(seq);
  return "01a1fed6-0003-7000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

inline hub::Submission store_batch(int number, const std::string& site) {
  hub::Submission batch;
  batch.terminal = kStoreTerminal;
  batch.site = site;
  batch.stream = kStoreStream;
  for (std::int64_t seq = number * kInABatch + 1; seq <= (number + 1) * kInABatch; ++seq) {
    const std::string body = "{\"id\":\"" + store_id(seq) + "\"}" + std::string(900, ' ');
    batch.arrivals.push_back({seq, store_id(seq), body, "", 1'795'276'800'000 + seq, 60, 4, 5});
  }
  return batch;
}

}  // namespace farewell::testing
