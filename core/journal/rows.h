// How a response lies in a row: its JSON without the number, and the checksum beside it. Private to this
// folder. Pure functions.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/wire/response.h"

namespace farewell::journal {

/// The response's JSON without "seq".
std::string body_of(const wire::Response& response);

/// The body with its number: `{"seq":1041,…}`.
std::string with_seq(std::string_view body, std::int64_t seq);

/// Errors: invalid, in parse_response's words; the context is the id.
Result<wire::Response> response_of(std::string_view body, std::int64_t seq, const std::string& id);

/// CRC-32 over the parts, each ended by a NUL. Finds damage, not intent.
std::int64_t checksum(std::initializer_list<std::string_view> parts);

/// Where a response stands: its stream's number in this file, 0 for a dead one, and its seq.
struct Place {
  std::int64_t stream = 0;
  std::int64_t seq = 0;
};

std::int64_t response_checksum(std::string_view id, const Place& place, std::int64_t started_at_utc_ms,
                               std::string_view body);
std::int64_t unfinished_checksum(std::string_view id, std::string_view body);
std::int64_t stream_checksum(std::int64_t number, std::string_view id, std::int64_t last_seq,
                             std::int64_t acked_upto);

}  // namespace farewell::journal
