// Nobody speaks for a terminal without its key.
#include <catch2/catch.hpp>

#include "core/base/ids.h"
#include "tests/hub/running_hub.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

const std::string kEmptyBatch =
    R"({"format":1,"stream":"7d1f4a3e-52c8-4d0b-8a6f-1c9e7b2d4f60","responses":[]})";

std::string slug_of(const HttpReply& reply) {
  const std::string type = Json::parse(reply.body)["type"];
  return type.substr(type.rfind('/') + 1);
}

}  // namespace

TEST_CASE("a request without a signature is refused") {
  RunningHub hub;
  HttpClient client(hub.port());
  const HttpReply reply = client.exchange("POST", "/v1/batches", {}, kEmptyBatch);
  CHECK(reply.status == 401);
  CHECK(slug_of(reply) == "bad-signature");
}

TEST_CASE("a terminal that the hub does not know is refused") {
  RunningHub hub;
  wire::Enrolment made_up;
  made_up.terminal = new_uuid_v4();
  HttpClient client(hub.port());
  const auto headers = signature_headers(made_up, "POST", "/v1/batches", kEmptyBatch, wire::new_nonce());
  CHECK(slug_of(client.exchange("POST", "/v1/batches", headers, kEmptyBatch)) == "unknown-terminal");
}

TEST_CASE("a signature by another key is refused") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  terminal.enrolled.key[0] ^= 1;
  const auto headers = signature_headers(terminal.enrolled, "GET", "/v1/time", "", wire::new_nonce());
  CHECK(slug_of(terminal.client.exchange("GET", "/v1/time", headers)) == "bad-signature");
}

TEST_CASE("a signature for another body is refused") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  const auto headers = signature_headers(terminal.enrolled, "POST", "/v1/batches", "{}", wire::new_nonce());
  CHECK(terminal.client.exchange("POST", "/v1/batches", headers, kEmptyBatch).status == 401);
}

TEST_CASE("a signature for another path or query is refused") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  const auto headers = signature_headers(terminal.enrolled, "GET", "/v1/time", "", wire::new_nonce());
  CHECK(terminal.client.exchange("GET", "/v1/config", headers).status == 401);
  CHECK(terminal.client.exchange("GET", "/v1/time?a=1", headers).status == 401);
}

TEST_CASE("every reply to a terminal is signed, refusals too") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  CHECK(terminal.exchange("GET", "/v1/time").status == 200);
  CHECK(terminal.exchange("POST", "/v1/batches", "{").status == 400);
  CHECK(terminal.exchange("GET", "/v1/help-calls/unknown").status == 404);
}

TEST_CASE("the configuration is the site's survey, and comes once for each ETag") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  const HttpReply first = terminal.exchange("GET", "/v1/config");
  REQUIRE(first.status == 200);
  CHECK(Json::parse(first.body)["version"] == 1);
  CHECK(Json::parse(first.body)["survey"]["shop"] == "Demo shop");
  const HttpReply again =
      terminal.exchange("GET", "/v1/config", "", {"If-None-Match: " + first.headers.at("etag")});
  CHECK(again.status == 304);
}
