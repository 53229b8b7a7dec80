// Opening a journal and reading all of it, for its tests.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "core/journal/journal.h"
#include "tests/core/journal/visits.h"
#include "tests/support/temp_dir.h"

namespace farewell::testing {

template <class T>
T value_of(Result<T> result) {
  INFO((result.ok() ? "" : result.error().text()));
  REQUIRE(result.ok());
  return std::move(*result);
}

inline void must(const Status& status) {
  INFO((status.ok() ? "" : status.error().text()));
  REQUIRE(status.ok());
}

inline std::unique_ptr<journal::Journal> open(const std::filesystem::path& file,
                                              journal::Opened* opened = nullptr) {
  return value_of(journal::Journal::open(file, journal::Mode::own, opened));
}

/// Every finished response, oldest first.
inline std::vector<wire::Response> all(journal::Journal& journal) {
  std::vector<wire::Response> found;
  must(journal.each({0, kNow * 2}, [&](const wire::Response& response) -> Status {
    found.push_back(response);
    return {};
  }));
  return found;
}

/// Finishes `count` visits a minute apart and returns their ids.
inline std::vector<std::string> finish(journal::Journal& journal, int count,
                                       std::int64_t from_utc_ms = kNow) {
  std::vector<std::string> ids;
  for (int i = 0; i < count; ++i) {
    const auto response = visit(1 + i % 5, from_utc_ms + i * 60'000);
    value_of(journal.finish(response));
    ids.push_back(response.id);
  }
  return ids;
}

/// The ids of what is to be sent, over all streams; fails unless every stream's numbers are without gaps.
inline std::vector<std::string> unsent_ids(journal::Journal& journal) {
  std::vector<std::string> ids;
  for (const auto& stream : value_of(journal.streams())) {
    auto expected = stream.acked_upto;
    for (const auto& entry :
         value_of(journal.entries_after(stream.id, stream.acked_upto, 10'000, 100u << 20))) {
      REQUIRE(entry.seq == ++expected);
      const auto response = value_of(wire::parse_response(entry.body, entry.id));
      REQUIRE(response.seq == entry.seq);
      REQUIRE(response.id == entry.id);
      ids.push_back(entry.id);
    }
    REQUIRE(expected == stream.last_seq);
  }
  return ids;
}

}  // namespace farewell::testing
