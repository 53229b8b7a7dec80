// Connections that are slow, many or wrong, and how the hub ends.
#include <catch2/catch.hpp>
#include <thread>

#include "tests/hub/running_hub.h"

using namespace farewell;
using namespace farewell::testing;
using namespace std::chrono_literals;

TEST_CASE("a connection answers one request after another") {
  RunningHub hub;
  HttpClient client(hub.port());
  CHECK(client.exchange("GET", "/healthz").status == 200);
  CHECK(client.exchange("GET", "/readyz").status == 200);
}

TEST_CASE("requests may be sent before the last reply has come") {
  RunningHub hub;
  HttpClient client(hub.port());
  client.send("GET /healthz HTTP/1.1\r\nHost: hub\r\n\r\nGET /nothing HTTP/1.1\r\nHost: hub\r\n\r\n");
  CHECK(client.read().status == 200);
  CHECK(client.read().status == 404);
}

TEST_CASE("a header that is not finished in time is cut off") {
  RunningHub hub({.header_deadline = 200ms});
  HttpClient client(hub.port());
  client.send("GET /healthz HTTP/1.1\r\nHost:");
  CHECK(client.is_closed());
}

TEST_CASE("a connection that says nothing is cut off") {
  RunningHub hub({.header_deadline = 200ms, .idle_deadline = 200ms});
  HttpClient silent(hub.port()), idle(hub.port());
  CHECK(silent.is_closed());
  CHECK(HttpClient(hub.port()).exchange("GET", "/healthz").status == 200);
}

TEST_CASE("a body that is not finished in time is cut off") {
  RunningHub hub({.body_deadline = 200ms});
  HttpClient client(hub.port());
  client.send("POST /v1/batches HTTP/1.1\r\nHost: hub\r\nContent-Length: 100\r\n\r\n{");
  CHECK(client.is_closed());
}

TEST_CASE("the 65th connection of an address is refused, another address is not") {
  RunningHub hub;
  std::vector<HttpClient> crowd;
  for (int i = 0; i < 64; ++i) {
    crowd.emplace_back(hub.port());
    REQUIRE(crowd.back().exchange("GET", "/healthz").status == 200);
  }
  CHECK_THROWS(HttpClient(hub.port()).exchange("GET", "/healthz"));
  CHECK(HttpClient(hub.port(), "127.0.0.2").exchange("GET", "/healthz").status == 200);
}

TEST_CASE("a header over 16 KiB is a problem") {
  RunningHub hub;
  HttpClient client(hub.port());
  CHECK(client.exchange("GET", "/healthz", {"X-Long: " + std::string(17u << 10, 'a')}).status == 431);
}

TEST_CASE("what is not HTTP is a problem and the end of the connection") {
  RunningHub hub;
  HttpClient client(hub.port());
  client.send("hello, hub\r\n\r\n");
  CHECK(client.read().status == 400);
  CHECK(client.is_closed());
}

TEST_CASE("another method is refused with the methods there are") {
  RunningHub hub;
  HttpClient client(hub.port());
  const HttpReply reply = client.exchange("PUT", "/v1/help-calls");
  CHECK(reply.status == 405);
  CHECK(reply.headers.at("allow") == "POST, GET, HEAD");
}

TEST_CASE("HEAD is answered as GET is, without the body") {
  RunningHub hub;
  HttpClient client(hub.port());
  const std::string length = client.exchange("GET", "/").headers.at("content-length");
  const HttpReply head = client.exchange("HEAD", "/");
  CHECK(head.headers.at("content-length") == length);
  CHECK(client.exchange("GET", "/healthz").status == 200);
}

TEST_CASE("a client that waits for 100 Continue is told to go on") {
  RunningHub hub;
  HttpClient client(hub.port());
  client.send("POST /v1/session HTTP/1.1\r\nHost: hub\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  CHECK(client.read("HEAD").status == 100);
  client.send("{}");
  CHECK(client.read().status == 400);
}

TEST_CASE("a body in chunks counts against the limit too") {
  RunningHub hub;
  HttpClient client(hub.port());
  client.send("POST /v1/session HTTP/1.1\r\nHost: hub\r\nTransfer-Encoding: chunked\r\n\r\n1000\r\n" +
              std::string(0x1000, 'a') + "\r\n0\r\n\r\n");
  CHECK(client.read().status == 413);
}

TEST_CASE("a hub that ends closes idle connections and takes no new ones") {
  RunningHub hub;
  HttpClient client(hub.port());
  REQUIRE(client.exchange("GET", "/healthz").status == 200);
  const int port = hub.port();
  hub.stop();
  CHECK(client.is_closed());
  CHECK_THROWS(HttpClient(port));
}
