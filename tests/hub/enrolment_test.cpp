// How a terminal comes to be known, and who is refused.
#include <catch2/catch.hpp>

#include "core/wire/problems.h"
#include "tests/hub/running_hub.h"

using namespace farewell;
using namespace farewell::testing;

TEST_CASE("a pairing code enrols a terminal at the code's site") {
  RunningHub hub;
  const HttpReply reply = hub.enrol(hub.code());
  CHECK(reply.status == 201);
  const auto enrolled = wire::parse_enrolment(reply.body, "reply");
  REQUIRE(enrolled.ok());
  CHECK(enrolled->site_name == "Demo shop");
  CHECK(enrolled->time_zone == "Europe/Oslo");
}

TEST_CASE("a code may be typed in lower case and without its hyphen") {
  RunningHub hub;
  std::string code = hub.code();
  code.erase(4, 1);
  for (char& c : code) c = static_cast<char>(std::tolower(c));
  CHECK(hub.enrol(code).status == 201);
}

TEST_CASE("a used code is refused exactly as an unknown one is") {
  RunningHub hub;
  const std::string code = hub.code();
  REQUIRE(hub.enrol(code).status == 201);
  const HttpReply used = hub.enrol(code), unknown = hub.enrol("AAAA-AAAA"), no_code = hub.enrol("hello");
  CHECK(used.status == 403);
  CHECK(unknown.body == used.body);
  CHECK(no_code.body == used.body);
}

TEST_CASE("an address that tries codes too often is told to wait") {
  RunningHub hub;
  int status = 403;
  for (int i = 0; i < 11 && status == 403; ++i) status = hub.enrol("AAAA-AAAA").status;
  CHECK(status == 429);
  CHECK(hub.enrol(hub.code()).headers["retry-after"] == "60");
}

TEST_CASE("an enrolment that is not JSON is a problem") {
  RunningHub hub;
  HttpClient client(hub.port());
  const HttpReply reply = client.exchange("POST", "/v1/terminals", {}, "code=1");
  CHECK(reply.status == 400);
  CHECK(reply.headers.at("content-type") == "application/problem+json");
}
