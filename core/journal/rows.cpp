#include "core/journal/rows.h"

#include <zlib.h>

namespace farewell::journal {

std::string body_of(const wire::Response& response) {
  Json json = wire::to_json(response);
  json.erase("seq");
  // An answer with one broken letter is worth more than no answer.
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string with_seq(std::string_view body, std::int64_t seq) {
  if (body.size() < 2 || body.front() != '{') return std::string(body);
  const std::string_view rest = body.substr(1);
  return "{\"seq\":" + std::to_string(seq) + (rest == "}" ? "" : ",") + std::string(rest);
}

Result<wire::Response> response_of(std::string_view body, std::int64_t seq, const std::string& id) {
  // parse_response refuses 0, which is what an unfinished visit has.
  auto response = wire::parse_response(with_seq(body, seq == 0 ? 1 : seq), id);
  if (response.ok()) response->seq = seq;
  return response;
}

std::int64_t checksum(std::initializer_list<std::string_view> parts) {
  uLong sum = crc32(0, nullptr, 0);
  constexpr Bytef kEnd = 0;
  for (const std::string_view part : parts) {
    sum = crc32_z(sum, reinterpret_cast<const Bytef*>(part.data()), part.size());
    sum = crc32_z(sum, &kEnd, 1);
  }
  return static_cast<std::int64_t>(sum);
}

std::int64_t response_checksum(std::string_view id, const Place& place, std::int64_t started_at_utc_ms,
                               std::string_view body) {
  return checksum(
      {id, std::to_string(place.stream), std::to_string(place.seq), std::to_string(started_at_utc_ms), body});
}

std::int64_t unfinished_checksum(std::string_view id, std::string_view body) {
  return checksum({id, body});
}

std::int64_t stream_checksum(std::int64_t number, std::string_view id, std::int64_t last_seq,
                             std::int64_t acked_upto) {
  return checksum({std::to_string(number), id, std::to_string(last_seq), std::to_string(acked_upto)});
}

}  // namespace farewell::journal
