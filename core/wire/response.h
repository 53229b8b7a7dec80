// A response: the record that a visit leaves, and its JSON (format.md). What terminal, journal, hub, reports
// and exports all hold. Values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"

namespace farewell::wire {

inline constexpr std::size_t kMaxCommentGraphemes = 500;
inline constexpr std::size_t kMaxTopics = 12;
inline constexpr std::size_t kMaxResponseBytes = 8u << 10;
inline constexpr int kMaxResponseDepth = 16;

enum class Ended { completed, skipped, timed_out, interrupted };
enum class RecoveryChoice { call, contact, none };  ///< "call", "contact", "no" on the wire

struct Satisfaction {
  int value = 0;  ///< 1 (Bad) to `of`
  int of = 5;     ///< 4 or 5
  bool operator==(const Satisfaction&) const = default;
};

struct Change {
  std::vector<std::string> topics;
  std::string comment;  ///< empty: none
  bool operator==(const Change&) const = default;
};

struct Recovery {
  RecoveryChoice choice = RecoveryChoice::none;
  std::string help_call;  ///< its id; empty: none
  bool operator==(const Recovery&) const = default;
};

struct Surprise {
  std::string kind;
  std::string arm;  ///< "shown" or "control"
  bool engaged = false;
  bool operator==(const Surprise&) const = default;
};

struct ScreenTime {
  std::string name;
  std::int64_t ms = 0;
  bool operator==(const ScreenTime&) const = default;
};

struct ClockReading {
  std::string boot;  ///< the boot's identity; monotonic times compare only within one
  std::int64_t monotonic_ms = 0;
  bool synchronised = false;
  bool operator==(const ClockReading&) const = default;
};

struct Response {
  std::string id;        ///< UUIDv7
  std::int64_t seq = 0;  ///< from 1; 0 while the visit is unfinished
  std::string survey_id;
  int survey_revision = 1;
  std::string language;  ///< empty: absent
  std::string layout;    ///< "ltr-5", "rtl-4"; empty: absent
  std::int64_t started_at_utc_ms = 0;
  int started_at_offset_minutes = 0;
  ClockReading clock;
  Satisfaction satisfaction;
  std::optional<Change> change;
  std::optional<Recovery> recovery;
  std::optional<Surprise> surprise;
  Ended ended = Ended::completed;
  std::optional<std::int64_t> duration_ms;
  std::vector<ScreenTime> screens;
  std::vector<std::string> flags;
  std::string contact;  ///< base64 of a sealed box; empty: none
  /// Fields of a newer format, given back as they came: under their own keys, and those inside a known object
  /// under that object's key ({"change": {"mood": 3}}).
  Json unknown = Json::object();

  bool operator==(const Response&) const = default;
};

std::string_view to_text(Ended ended);
std::string_view to_text(RecoveryChoice choice);

/// Errors: invalid, in a rejection's words ("satisfaction.value is 9, of is 5"; seq 0 too), or too_large.
Result<Response> parse_response(JsonReader reader);
Result<Response> parse_response(std::string_view text, std::string name);
Json to_json(const Response& response);

}  // namespace farewell::wire
