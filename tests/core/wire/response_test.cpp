#include "core/wire/response.h"

#include <catch2/catch.hpp>

using namespace farewell;
using namespace farewell::wire;

namespace {

const char* const kFull = R"({
  "id": "019388a1-7f10-7c3e-9a44-0d6c8be1f2a3", "seq": 1041,
  "survey": {"id": "default", "revision": 3}, "language": "nb", "layout": "ltr-5",
  "started_at": "2026-11-21T16:03:51+01:00",
  "clock": {"boot": "b5f0c2d1-0000-4000-8000-000000000000", "monotonic_ms": 81234567, "synchronised": true},
  "satisfaction": {"value": 2, "of": 5},
  "change": {"topics": ["waiting"], "comment": "The queue at the till"},
  "recovery": {"choice": "call", "help_call": "4c8b1d9e-2f3a-4b5c-8d6e-7f8091a2b3c4"},
  "surprise": {"kind": "garden", "arm": "shown", "engaged": true},
  "ended": "completed", "duration_ms": 18400, "screens": [{"name": "welcome", "ms": 3100}],
  "flags": ["rapid"], "contact": "c2VhbGVk"})";

const char* const kLeast = R"({
  "id": "019388a1-7f10-7c3e-9a44-0d6c8be1f2a3", "seq": 1, "survey": {"id": "default", "revision": 1},
  "started_at": "2026-11-21T16:03:51Z", "clock": {"boot": "", "monotonic_ms": 0, "synchronised": false},
  "satisfaction": {"value": 4, "of": 4}, "ended": "timed_out"})";

/// The full response with the value at `pointer` replaced, or removed when `value` is a discarded one.
std::string with(const char* pointer, Json value) {
  Json json = Json::parse(kFull);
  json[Json::json_pointer(pointer)] = std::move(value);
  return json.dump();
}

std::string without(const char* key) {
  Json json = Json::parse(kFull);
  json.erase(key);
  return json.dump();
}

Error fault_of(const std::string& text) {
  const Result<Response> response = parse_response(text, "response");
  REQUIRE_FALSE(response.ok());
  return response.error();
}

void check_round_trip(const Json& json) {
  const Result<Response> response = parse_response(json.dump(), "response");
  REQUIRE(response.ok());
  CHECK(to_json(*response) == json);
}

}  // namespace

TEST_CASE("a full response is read field by field") {
  const Result<Response> response = parse_response(kFull, "response");
  REQUIRE(response.ok());
  CHECK(response->id == "019388a1-7f10-7c3e-9a44-0d6c8be1f2a3");
  CHECK(response->seq == 1041);
  CHECK(response->survey_id == "default");
  CHECK(response->survey_revision == 3);
  CHECK(response->language == "nb");
  CHECK(response->layout == "ltr-5");
  CHECK(response->clock == ClockReading{"b5f0c2d1-0000-4000-8000-000000000000", 81234567, true});
  CHECK(response->satisfaction == Satisfaction{2, 5});
  CHECK(response->change == Change{{"waiting"}, "The queue at the till"});
  CHECK(response->recovery == Recovery{RecoveryChoice::call, "4c8b1d9e-2f3a-4b5c-8d6e-7f8091a2b3c4"});
  CHECK(response->surprise == Surprise{"garden", "shown", true});
  CHECK(response->ended == Ended::completed);
  CHECK(response->duration_ms == 18400);
  CHECK(response->screens == std::vector<ScreenTime>{{"welcome", 3100}});
  CHECK(response->flags == std::vector<std::string>{"rapid"});
  CHECK(response->contact == "c2VhbGVk");
  CHECK(response->unknown.empty());
}

TEST_CASE("a response started at its own offset keeps it") {
  const Result<Response> response = parse_response(kFull, "response");
  REQUIRE(response.ok());
  CHECK(response->started_at_offset_minutes == 60);
  CHECK(response->started_at_utc_ms == 1'795'273'431'000);
  CHECK(to_json(*response)["started_at"] == "2026-11-21T16:03:51+01:00");
}

TEST_CASE("a full response comes back as it went in") {
  check_round_trip(Json::parse(kFull));
}

TEST_CASE("a response of the least fields is a response") {
  const Result<Response> response = parse_response(kLeast, "response");
  REQUIRE(response.ok());
  CHECK_FALSE(response->change);
  CHECK_FALSE(response->recovery);
  CHECK_FALSE(response->surprise);
  CHECK_FALSE(response->duration_ms);
  CHECK(response->ended == Ended::timed_out);
}

TEST_CASE("each required field is missed by name") {
  for (const char* key : {"id", "seq", "survey", "started_at", "clock", "satisfaction", "ended"}) {
    CHECK(fault_of(without(key)).message == std::string(key) + " is missing");
  }
}

TEST_CASE("each optional field may be absent") {
  for (const char* key : {"language", "layout", "change", "recovery", "surprise", "duration_ms", "screens",
                          "flags", "contact"}) {
    check_round_trip(Json::parse(without(key)));
  }
}

TEST_CASE("an unknown field is kept and given back") {
  check_round_trip(Json::parse(with("/mood", {{"colour", "green"}, {"depth", {1, 2.5, nullptr}}})));
}

TEST_CASE("an unknown field inside a known object is kept and given back") {
  for (const char* pointer : {"/survey/x", "/clock/x", "/satisfaction/x", "/change/x", "/recovery/x",
                              "/surprise/x", "/screens/0/x"}) {
    check_round_trip(Json::parse(with(pointer, "newer")));
  }
}

TEST_CASE("a value above its scale is refused in the words of a rejection") {
  const Error fault = fault_of(with("/satisfaction/value", 9));
  CHECK(fault.code == ErrorCode::invalid);
  CHECK(fault.message == "satisfaction.value is 9, of is 5");
}

TEST_CASE("a value below its scale is refused") {
  CHECK(fault_of(with("/satisfaction/value", 0)).message == "satisfaction.value is 0, of is 5");
}

TEST_CASE("a scale of neither four nor five is refused") {
  CHECK(fault_of(with("/satisfaction/of", 7)).message == "satisfaction.of is 7, must be 4 or 5");
}

TEST_CASE("an unknown ending is refused") {
  const Error fault = fault_of(with("/ended", "vanished"));
  CHECK(fault.code == ErrorCode::invalid);
  CHECK(fault.message == "ended is \"vanished\", must be one of completed, skipped, timed_out, interrupted");
}

TEST_CASE("an unknown recovery choice is refused") {
  CHECK(fault_of(with("/recovery/choice", "later")).message ==
        "recovery.choice is \"later\", must be one of call, contact, no");
}

TEST_CASE("a response without a number is refused") {
  CHECK(fault_of(with("/seq", 0)).code == ErrorCode::invalid);
}

TEST_CASE("a comment of 500 characters is taken, whatever their bytes") {
  std::string comment;
  for (int i = 0; i < 500; ++i) comment += "e\u0301";  // one character of two code points
  check_round_trip(Json::parse(with("/change/comment", comment)));
}

TEST_CASE("a comment of 501 characters is refused") {
  CHECK(fault_of(with("/change/comment", std::string(501, 'a'))).message ==
        "change.comment has 501 characters, at most 500");
}

TEST_CASE("twelve topics are taken and thirteen are not") {
  CHECK(parse_response(with("/change/topics", std::vector<std::string>(12, "t")), "response").ok());
  CHECK_FALSE(parse_response(with("/change/topics", std::vector<std::string>(13, "t")), "response").ok());
}

TEST_CASE("sixteen flags are taken and seventeen are not") {
  CHECK(parse_response(with("/flags", std::vector<std::string>(16, "f")), "response").ok());
  CHECK_FALSE(parse_response(with("/flags", std::vector<std::string>(17, "f")), "response").ok());
}

TEST_CASE("64 screens are taken and 65 are not") {
  const Json screen = {{"name", "a"}, {"ms", 1}};
  CHECK(parse_response(with("/screens", std::vector<Json>(64, screen)), "response").ok());
  CHECK_FALSE(parse_response(with("/screens", std::vector<Json>(65, screen)), "response").ok());
}

TEST_CASE("a contact that is not base64 is refused") {
  CHECK(fault_of(with("/contact", "not base64!")).message == "contact is not base64");
}

TEST_CASE("a contact over four kibibytes is refused") {
  CHECK(parse_response(with("/contact", std::string(4096, 'A')), "response").ok());
  CHECK_FALSE(parse_response(with("/contact", std::string(4100, 'A')), "response").ok());
}

TEST_CASE("a response over eight kibibytes is too large") {
  CHECK(fault_of(with("/mood", std::string(8192, 'a'))).code == ErrorCode::too_large);
}

TEST_CASE("a duplicate key is refused") {
  std::string text = kLeast;
  text.insert(text.rfind('}'), ", \"seq\": 2");
  CHECK(fault_of(text).code == ErrorCode::invalid);
}

TEST_CASE("a response is refused beyond a depth of sixteen") {
  const auto nested = [](int arrays) { return std::string(arrays, '[') + std::string(arrays, ']'); };
  CHECK(parse_response(with("/deep", Json::parse(nested(15))), "response").ok());
  CHECK_FALSE(parse_response(with("/deep", Json::parse(nested(16))), "response").ok());
}

TEST_CASE("a start at the edges of the calendar is taken") {
  for (const char* text :
       {"1970-01-01T00:00:00Z", "1976-02-29T23:59:59-12:00", "2076-12-31T00:00:00+14:00"}) {
    CHECK(parse_response(with("/started_at", text), "response").ok());
  }
}

TEST_CASE("every beginning of a response is a response or an error") {
  const std::string text = kFull;
  for (std::size_t size = 0; size < text.size(); ++size) {
    CHECK_FALSE(parse_response(text.substr(0, size), "response").ok());
  }
}

TEST_CASE("any byte changed anywhere gives a response or an error") {
  const std::string text = kFull;
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const char byte : {'\0', '"', '{', '9', '\xff'}) {
      std::string changed = text;
      changed[at] = byte;
      const Result<Response> response = parse_response(changed, "response");
      if (response.ok()) CHECK(parse_response(to_json(*response).dump(), "again").ok());
    }
  }
}
