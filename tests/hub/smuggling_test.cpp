// Requests that two readers could read in two ways (RFC 9112, 11.2), and texts that try to become something
// else: each is refused, or does nothing more than it says.
#include <catch2/catch.hpp>

#include "tests/hub/running_hub.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

/// Sends `bytes` with a second request hidden in them; the statuses of what the hub answered, in order.
std::vector<int> answers(RunningHub& hub, const std::string& bytes) {
  HttpClient client(hub.port());
  client.send(bytes);
  std::vector<int> statuses;
  try {
    while (statuses.size() < 4) statuses.push_back(client.read().status);
  } catch (const std::exception&) {
    // the hub has ended the connection
  }
  return statuses;
}

const std::string kHidden = "GET /v1/site HTTP/1.1\r\nHost: hub\r\n\r\n";

std::string post(const std::string& headers, const std::string& body) {
  return "POST /v1/session HTTP/1.1\r\nHost: hub\r\n" + headers + "\r\n" + body;
}

}  // namespace

TEST_CASE("two lengths are refused, and nothing after them is read") {
  RunningHub hub;
  const std::string lengths =
      "Content-Length: 0\r\nContent-Length: " + std::to_string(kHidden.size()) + "\r\n";
  CHECK(answers(hub, post(lengths, kHidden)) == std::vector{400});
}

TEST_CASE("a length beside chunks is refused, and nothing after it is read") {
  RunningHub hub;
  CHECK(answers(hub, post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + kHidden)) ==
        std::vector{400});
  CHECK(answers(hub, post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n" + kHidden)) ==
        std::vector{400});
}

TEST_CASE("a length that is no number is refused") {
  RunningHub hub;
  for (const char* length : {"+5", "-1", "0x10", "5 5", "18446744073709551616", ""}) {
    INFO(length);
    CHECK(answers(hub, post(std::string("Content-Length: ") + length + "\r\n", kHidden)) == std::vector{400});
  }
}

TEST_CASE("a header line that ends with a bare line feed hides nothing") {
  RunningHub hub;
  CHECK(answers(hub, "GET /healthz HTTP/1.1\nHost: hub\n\n" + kHidden) == std::vector{400});
  CHECK(answers(hub, "GET /healthz HTTP/1.1\r\nHost: hub\r\nX-A: b\n\r\n\r\n" + kHidden) == std::vector{400});
}

TEST_CASE("white space before the colon and folded lines are refused") {
  RunningHub hub;
  CHECK(answers(hub, "GET /healthz HTTP/1.1\r\nHost : hub\r\n\r\n") == std::vector{400});
  CHECK(answers(hub, "GET /healthz HTTP/1.1\r\n Host: hub\r\n\r\n") == std::vector{400});
}

TEST_CASE("a chunk's length over all bounds is refused or cut off") {
  RunningHub hub;
  const auto statuses =
      answers(hub, post("Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFF\r\nab\r\n0\r\n\r\n"));
  CHECK((statuses.empty() || statuses == std::vector{413} || statuses == std::vector{400}));
}

TEST_CASE("a path that climbs or hides gets nothing, however it is written") {
  RunningHub hub;
  for (const char* path : {"/../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/%2e%2e/hub.sqlite", "//hub.sqlite",
                           "/page.js%00.html", "/./hub.sqlite", "/\\..\\hub.sqlite",
                           "http://elsewhere/hub.sqlite", "/v1/help-calls/..%2f..%2fsite"}) {
    INFO(path);
    HttpClient client(hub.port());
    const int status = client.exchange("GET", path).status;
    CHECK((status == 404 || status == 401 || status == 400));
  }
}

TEST_CASE("what a stranger sends cannot start a header or a log line of its own") {
  RunningHub hub;
  HttpClient client(hub.port());
  const std::string name = "Door\r\nSet-Cookie: farewell=stolen\nfarewell-hub: all is well";
  const HttpReply reply =
      client.exchange("POST", "/v1/terminals", {}, Json{{"code", hub.code()}, {"name", name}}.dump());
  CHECK(reply.headers.find("set-cookie") == reply.headers.end());
  const HttpReply export_reply = client.exchange("GET", "/v1/export?day=2026-11-21%0d%0aX-Own:%20yes",
                                                 {"Authorization: Bearer " + hub.token()});
  CHECK(export_reply.status == 400);
  CHECK(export_reply.headers.find("x-own") == export_reply.headers.end());
}
