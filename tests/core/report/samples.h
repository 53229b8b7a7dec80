// Responses with just what a figure looks at.
#pragma once

#include <string>
#include <vector>

#include "core/wire/response.h"

namespace farewell::testing {

inline constexpr std::int64_t kNoonUtc = 1'795'262'400'000;  // Saturday 2026-11-21T12:00:00Z

inline wire::Response answer(int value, int of = 5, std::int64_t started_at_utc_ms = kNoonUtc) {
  wire::Response response;
  response.satisfaction = {value, of};
  response.started_at_utc_ms = started_at_utc_ms;
  return response;
}

inline wire::Response naming(int value, std::vector<std::string> topics, std::string comment = "") {
  wire::Response response = answer(value);
  response.change = wire::Change{std::move(topics), std::move(comment)};
  return response;
}

inline wire::Response flagged(int value, const std::string& flag) {
  wire::Response response = answer(value);
  response.flags = {flag};
  return response;
}

}  // namespace farewell::testing
