// What the hub does with a batch, over a real connection.
#include <catch2/catch.hpp>
#include <thread>

#include "core/base/ids.h"
#include "core/wire/gzip.h"
#include "tests/hub/running_hub.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

constexpr const char* kDay = "/v1/responses?day=2026-11-21";
const std::string kStream = "7d1f4a3e-52c8-4d0b-8a6f-1c9e7b2d4f60";

}  // namespace

TEST_CASE("a batch that was acknowledged is what a manager reads") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  const auto responses = response_texts(1, 3);
  CHECK(terminal.upload(kStream, responses) == 3);
  const Json page = hub.ask(kDay, hub.token());
  REQUIRE(page["responses"].size() == 3);
  CHECK(page["responses"][0] == Json::parse(responses[0]));
  CHECK(page["next"].is_null());
}

TEST_CASE("a field that the hub does not know is given back") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  Json response = Json::parse(response_texts(1, 1)[0]);
  response["mood"] = {{"weather", "rain"}};
  terminal.upload(kStream, {response.dump()});
  CHECK(hub.ask(kDay, hub.token())["responses"][0]["mood"]["weather"] == "rain");
}

TEST_CASE("a batch may come as gzip") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  const std::string packed = wire::compress(wire::batch_text(kStream, response_texts(1, 50), std::nullopt));
  const HttpReply reply = terminal.exchange("POST", "/v1/batches", packed, {"Content-Encoding: gzip"});
  CHECK(Json::parse(reply.body)["have_upto"] == 50);
}

TEST_CASE("a gzip bomb is refused with a signature") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  const std::string bomb = wire::compress(std::string(100u << 20, ' '));
  CHECK(terminal.exchange("POST", "/v1/batches", bomb, {"Content-Encoding: gzip"}).status == 413);
}

TEST_CASE("a batch over the limit is refused with a signature, so that the terminal halves it") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  CHECK(terminal.send_batch(kStream, response_texts(1, 201)).status == 413);
  CHECK(terminal.exchange("POST", "/v1/batches", std::string(1u << 20, ' ')).status == 413);
}

TEST_CASE("a body over what the hub reads at all is refused unread") {
  RunningHub hub;
  HttpClient client(hub.port());
  client.send("POST /v1/batches HTTP/1.1\r\nHost: hub\r\nContent-Length: 3000000\r\n\r\n");
  CHECK(client.read().status == 413);
}

TEST_CASE("a response that breaks the schema is named, counts as had, and the others are kept") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  auto responses = response_texts(1, 3);
  Json broken = Json::parse(responses[1]);
  broken["satisfaction"]["value"] = 9;
  responses[1] = broken.dump();
  for (int times = 0; times < 2; ++times) {
    const Json reply = Json::parse(terminal.send_batch(kStream, responses).body);
    CHECK(reply["have_upto"] == 3);
    REQUIRE(reply["rejected"].size() == 1);
    CHECK(reply["rejected"][0]["seq"] == 2);
  }
  CHECK(hub.ask(kDay, hub.token())["responses"].size() == 2);
  CHECK(hub.ask("/v1/site", hub.token())["quarantined_responses"] == 1);
}

TEST_CASE("what is no batch is 400 when it is not JSON and 422 when it is") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  CHECK(terminal.exchange("POST", "/v1/batches", "{\"format\":").status == 400);
  CHECK(terminal.exchange("POST", "/v1/batches", R"({"format":1})").status == 422);
  CHECK(terminal.exchange("POST", "/v1/batches", "{}", {"Content-Encoding: br"}).status == 415);
}

TEST_CASE("a stream of another terminal is a fork, and the hub shows who looks cloned") {
  RunningHub hub;
  HubTerminal first = hub.terminal(), second = hub.terminal();
  first.upload(kStream, response_texts(1, 1));
  const HttpReply reply = second.send_batch(kStream, response_texts(2, 1));
  CHECK(reply.status == 409);
  CHECK(Json::parse(reply.body)["type"] == "https://farewell.invalid/problems/stream-forked");
  CHECK(hub.ask("/v1/site", hub.token())["cloned_terminals"] == 1);
}

TEST_CASE("the same batch from 64 connections at once leaves one row of each") {
  RunningHub hub;
  const HubTerminal known = hub.terminal();
  const auto responses = response_texts(1, 20);
  std::vector<std::thread> crowd;
  std::atomic<int> acknowledged = 0;
  for (int i = 0; i < 64; ++i) {
    crowd.emplace_back([&, i] {
      HubTerminal terminal(hub.port(), known.enrolled, "127.0.0." + std::to_string(2 + i % 4));
      if (terminal.upload(kStream, responses) == 20) ++acknowledged;
    });
  }
  for (std::thread& one : crowd) one.join();
  CHECK(acknowledged == 64);
  CHECK(hub.ask(kDay, hub.token())["responses"].size() == 20);
}

TEST_CASE("an empty batch is a heartbeat") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  CHECK(terminal.upload(kStream, {}) == 0);
  terminal.upload(kStream, response_texts(1, 2));
  CHECK(terminal.upload(kStream, {}) == 2);
}
