#include "core/wire/batch.h"

#include <catch2/catch.hpp>

using namespace farewell;
using namespace farewell::wire;

namespace {

const std::string kStream = "7d1f4a3e-52c8-4d0b-8a6f-1c9e7b2d4f60";

Json response_json(std::int64_t seq) {
  return {{"id", "019388a1-7f10-7c3e-9a44-0d6c8be1f2a3"},
          {"seq", seq},
          {"survey", {{"id", "default"}, {"revision", 1}}},
          {"started_at", "2026-11-21T16:03:51+01:00"},
          {"clock", {{"boot", ""}, {"monotonic_ms", 0}, {"synchronised", false}}},
          {"satisfaction", {{"value", 5}, {"of", 5}}},
          {"ended", "completed"}};
}

std::string batch_of(const std::vector<Json>& responses) {
  return Json{{"format", 1}, {"stream", kStream}, {"responses", responses}}.dump();
}

Error fault_of(const std::string& text) {
  const Result<Batch> batch = parse_batch(text);
  REQUIRE_FALSE(batch.ok());
  return batch.error();
}

Health full_health() {
  Health health;
  health.version = "0.1.0";
  health.uptime_s = 86'400;
  health.unsent = 3;
  health.oldest_unsent = "2026-11-21T16:03:51+01:00";
  health.dead = 1;
  health.disk_free_bytes = 1'000'000'000;
  health.clock_offset_ms = -1500;
  health.battery_percent = 80;
  health.screen = "on";
  health.last_touch = "2026-11-21T16:03:51+01:00";
  health.config_version = 7;
  health.flags = {"journal-recovered"};
  health.hours = {{.hour = "2026-11-21T15:00:00Z", .woken = 9, .rated = 7, .answered = 5, .completed = 4}};
  health.unknown = {{"humidity", 40}};
  return health;
}

}  // namespace

TEST_CASE("an upload without responses is a batch") {
  const Result<Batch> batch = parse_batch(batch_text(kStream, {}, {}));
  REQUIRE(batch.ok());
  CHECK(batch->stream == kStream);
  CHECK(batch->items.empty());
  CHECK_FALSE(batch->health);
}

TEST_CASE("responses of an upload are read in their order") {
  const Result<Batch> batch =
      parse_batch(batch_text(kStream, {response_json(7).dump(), response_json(8).dump()}, {}));
  REQUIRE(batch.ok());
  REQUIRE(batch->items.size() == 2);
  CHECK(batch->items[0].seq == 7);
  CHECK(std::get<Response>(batch->items[1].response).seq == 8);
}

TEST_CASE("bodies stand in an upload as they are") {
  CHECK(batch_text("s", {"{\"a\": 1}", "{}"}, {}) ==
        "{\"format\":1,\"stream\":\"s\",\"responses\":[{\"a\": 1},{}]}");
}

TEST_CASE("an item's body is the whole response, unknown fields included") {
  Json json = response_json(1);
  json["newer"] = {{"x", 1}};
  const Result<Batch> batch = parse_batch(batch_of({json}));
  REQUIRE(batch.ok());
  CHECK(Json::parse(batch->items[0].body) == json);
}

TEST_CASE("a response that breaks the schema is an item with its reason, beside sound ones") {
  Json bad = response_json(2);
  bad["satisfaction"]["value"] = 9;
  const Result<Batch> batch = parse_batch(batch_of({response_json(1), bad, response_json(3)}));
  REQUIRE(batch.ok());
  REQUIRE(batch->items.size() == 3);
  CHECK(std::get<Error>(batch->items[1].response).message == "satisfaction.value is 9, of is 5");
  CHECK(std::holds_alternative<Response>(batch->items[0].response));
  CHECK(std::holds_alternative<Response>(batch->items[2].response));
}

TEST_CASE("a response over eight kibibytes in an upload is an item with its reason") {
  Json large = response_json(1);
  large["newer"] = std::string(8192, 'a');
  const Result<Batch> batch = parse_batch(batch_of({large}));
  REQUIRE(batch.ok());
  CHECK(std::get<Error>(batch->items[0].response).code == ErrorCode::too_large);
}

TEST_CASE("a response as deep as allowed is taken in an upload too") {
  Json deep = response_json(1);
  deep["deep"] = Json::parse(std::string(15, '[') + std::string(15, ']'));
  const Result<Batch> batch = parse_batch(batch_of({deep}));
  REQUIRE(batch.ok());
  CHECK(std::holds_alternative<Response>(batch->items[0].response));
}

TEST_CASE("an upload is invalid without a stream") {
  CHECK(fault_of(R"({"format":1,"responses":[]})").code == ErrorCode::invalid);
}

TEST_CASE("an upload is invalid without responses") {
  CHECK(fault_of(R"({"format":1,"stream":")" + kStream + "\"}").code == ErrorCode::invalid);
}

TEST_CASE("an upload of another format is invalid") {
  CHECK(fault_of(R"({"format":2,"responses":[],"stream":")" + kStream + "\"}").code == ErrorCode::invalid);
}

TEST_CASE("an upload whose numbers leave a gap is invalid") {
  CHECK(fault_of(batch_of({response_json(1), response_json(3)})).message ==
        "responses has seq 3 after 1, must ascend by one");
}

TEST_CASE("an upload with an element without seq or id is invalid") {
  for (const char* key : {"seq", "id"}) {
    Json json = response_json(1);
    json.erase(key);
    CHECK(fault_of(batch_of({json})).code == ErrorCode::invalid);
  }
  for (const Json& odd : {Json(7), Json("text"), Json(nullptr), Json::array()}) {
    CHECK(fault_of(batch_of({odd})).code == ErrorCode::invalid);
  }
}

TEST_CASE("two hundred responses are a batch and one more is too large") {
  std::vector<Json> responses;
  for (int seq = 1; seq <= 200; ++seq) responses.push_back(response_json(seq));
  CHECK(parse_batch(batch_of(responses)).ok());
  responses.push_back(response_json(201));
  CHECK(fault_of(batch_of(responses)).code == ErrorCode::too_large);
}

TEST_CASE("an upload over 256 KiB is too large") {
  CHECK(fault_of(batch_of({}) + std::string(kMaxBatchBytes, ' ')).code == ErrorCode::too_large);
}

TEST_CASE("health comes back as it went in, unknown figures included") {
  const Result<Batch> batch = parse_batch(batch_text(kStream, {}, full_health()));
  REQUIRE(batch.ok());
  REQUIRE(batch->health);
  CHECK(to_json(*batch->health) == to_json(full_health()));
  CHECK(batch->health->battery_percent == 80);
  CHECK(batch->health->hours == full_health().hours);
  CHECK(batch->health->unknown == Json{{"humidity", 40}});
}

TEST_CASE("figures that a terminal does not know are absent from its health") {
  const Json json = to_json(Health{});
  CHECK_FALSE(json.contains("battery_percent"));
  CHECK_FALSE(json.contains("disk_free_bytes"));
  CHECK_FALSE(json.contains("oldest_unsent"));
}

TEST_CASE("an upload with malformed health is invalid") {
  const std::string text =
      R"({"format":1,"stream":")" + kStream + R"(","responses":[],"health":{"version":1}})";
  CHECK(fault_of(text).message.find("health.version") != std::string::npos);
}

TEST_CASE("a reply comes back as it went in") {
  const BatchReply reply{.epoch = "b7c1e2d4-6f58-4c3a-9d0e-8a1b2c3d4e5f",
                         .have_upto = 1041,
                         .rejected = {{1040, "some-id", "satisfaction.value is 9, of is 5"}},
                         .config_version = 7,
                         .time_utc_ms = 1'795'276'800'000};
  const Result<BatchReply> read = parse_batch_reply(to_json(reply).dump());
  REQUIRE(read.ok());
  CHECK(read->epoch == reply.epoch);
  CHECK(read->have_upto == 1041);
  REQUIRE(read->rejected.size() == 1);
  CHECK(read->rejected[0].seq == 1040);
  CHECK(read->rejected[0].reason == "satisfaction.value is 9, of is 5");
  CHECK(read->config_version == 7);
  CHECK(read->time_utc_ms == reply.time_utc_ms);
}

TEST_CASE("a reply without have_upto is invalid") {
  CHECK_FALSE(parse_batch_reply(R"({"epoch":"e","config_version":1,"time":"2026-11-21T16:04:05Z"})").ok());
}
