// Batches and their replies: what a terminal uploads, and how far the hub says it has the stream.
// Not signatures (signature.h), not sending (sync/). Values; any thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/wire/response.h"

namespace farewell::wire {

inline constexpr int kFormat = 1;
inline constexpr std::size_t kMaxBatchResponses = 200;
inline constexpr std::size_t kMaxBatchBytes = 256u << 10;  ///< inflated

/// Visits of one hour, so that the hub knows the true response rate.
struct HourCounts {
  std::string hour;  ///< RFC 3339, UTC, minutes and seconds zero
  std::int64_t woken = 0, rated = 0, answered = 0, completed = 0;
  bool operator==(const HourCounts&) const = default;
};

/// How a terminal is. Absent figures are not known.
struct Health {
  std::string version;
  std::int64_t uptime_s = 0;
  std::int64_t unsent = 0;
  std::string oldest_unsent;  ///< RFC 3339; empty: none
  std::int64_t dead = 0;      ///< responses set aside
  std::optional<std::int64_t> disk_free_bytes;
  std::optional<std::int64_t> clock_offset_ms;  ///< terminal minus hub
  std::optional<int> battery_percent;
  std::string screen;      ///< "on", "off"; empty: not known
  std::string last_touch;  ///< RFC 3339; empty: none since start
  int config_version = 0;
  std::vector<std::string> flags;  ///< "journal-recovered", "disk-nearly-full", "config-rolled-back", …
  std::vector<HourCounts> hours;
  Json unknown = Json::object();
};

Json to_json(const Health& health);
Result<Health> parse_health(JsonReader reader);

/// One element of a batch as the hub read it: a response, or why it is not one. `body` is its JSON as it
/// came.
struct BatchItem {
  std::int64_t seq = 0;  ///< 0 if even that could not be read, which makes the whole batch invalid
  std::string id;
  std::string body;
  std::variant<Response, Error> response;
};

struct Batch {
  int format = kFormat;
  std::string stream;  ///< UUIDv4
  std::vector<BatchItem> items;
  std::optional<Health> health;
};

/// Reads an upload. A response that breaks the schema is an item with its Error; a batch that is itself
/// malformed (no stream, seqs not ascending by one, an item without seq or id) is an Error: invalid. Over
/// kMaxBatchResponses or kMaxBatchBytes: too_large.
Result<Batch> parse_batch(std::string_view text);

/// The body of an upload. `bodies` are responses' JSON texts, each with its seq.
std::string batch_text(const std::string& stream, const std::vector<std::string>& bodies,
                       const std::optional<Health>& health);

struct Rejected {
  std::int64_t seq = 0;
  std::string id;
  std::string reason;
};

struct BatchReply {
  std::string epoch;
  std::int64_t have_upto = 0;
  std::vector<Rejected> rejected;
  int config_version = 0;
  std::int64_t time_utc_ms = 0;
};

Json to_json(const BatchReply& reply);
Result<BatchReply> parse_batch_reply(std::string_view text);

}  // namespace farewell::wire
