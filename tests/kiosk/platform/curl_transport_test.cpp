#include "app/kiosk/platform/curl_transport.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "core/base/file.h"
#include "core/base/json.h"
#include "tests/support/temp_dir.h"

using namespace farewell;
using farewell::kiosk::CurlTransport;
using farewell::kiosk::PlainHttp;
using farewell::sync::Reply;
using farewell::sync::Request;

namespace {

/// odd_server.py, on a port of the kernel's choosing, while this lives.
class OddServer {
 public:
  explicit OddServer(const std::string& certificate = "") {
    const std::string command =
        "exec python3 " ODD_SERVER " '" + folder_.path().string() + "' " + certificate;
    process_ = popen(command.c_str(), "w");
    REQUIRE(process_ != nullptr);
    Result<std::string> port = read_file(folder_ / "port");
    for (int i = 0; i < 3000 && !port.ok(); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
      port = read_file(folder_ / "port");
    }
    REQUIRE(port.ok());
    port_ = *port;
  }
  ~OddServer() { pclose(process_); }

  std::string url(const std::string& scheme = "http") const { return scheme + "://127.0.0.1:" + port_; }
  const std::string& port() const { return port_; }

 private:
  testing::TempDir folder_;
  std::FILE* process_ = nullptr;
  std::string port_;
};

/// An environment variable, set while this lives.
class Environment {
 public:
  Environment(const char* name, const std::string& value) : name_(name) { setenv(name, value.c_str(), 1); }
  ~Environment() { unsetenv(name_); }

 private:
  const char* name_;
};

std::unique_ptr<CurlTransport> transport_to(const std::string& url, PlainHttp plain = PlainHttp::refused) {
  auto transport = CurlTransport::to(url, plain);
  REQUIRE(transport.ok());
  return *std::move(transport);
}

Reply get(CurlTransport& transport, const std::string& path) {
  const Result<Reply> reply = transport.exchange({.method = "GET", .path = path});
  INFO((reply.ok() ? "" : reply.error().text()));
  REQUIRE(reply.ok());
  return *reply;
}

std::string failure(CurlTransport& transport, const std::string& path, int timeout_ms = 30'000) {
  const Result<Reply> reply = transport.exchange({.method = "GET", .path = path, .timeout_ms = timeout_ms});
  REQUIRE_FALSE(reply.ok());
  CHECK(reply.error().code == ErrorCode::unavailable);
  return reply.error().message;
}

/// A port that nobody listens on: one that a server has just given back.
std::string dead_url() {
  return OddServer().url();
}

}  // namespace

TEST_CASE("a request arrives as it was made") {
  OddServer server;
  auto transport = transport_to(server.url());
  const Result<Reply> reply = transport->exchange({.method = "POST",
                                                   .path = "/v1/a%20b/../c",
                                                   .query = "wait=25&x=%2F",
                                                   .headers = {{"signature", "farewell=:AA==:"}},
                                                   .body = "{\"a\":1}"});
  REQUIRE(reply.ok());
  CHECK(reply->status == 200);
  const Json said = Json::parse(reply->body);
  CHECK(said["method"] == "POST");
  CHECK(said["target"] == "/v1/a%20b/../c?wait=25&x=%2F");
  CHECK(said["body"] == "{\"a\":1}");
  CHECK(said["headers"]["signature"] == "farewell=:AA==:");
  CHECK_FALSE(said["headers"].contains("expect"));
}

TEST_CASE("header names of a reply are in lower case, and a repeated one is joined") {
  OddServer server;
  auto transport = transport_to(server.url());
  CHECK(get(*transport, "/echo").headers.at("content-type") == "application/json");
  CHECK(get(*transport, "/twice").headers.at("x-odd") == "one, two");
}

TEST_CASE("one connection serves many requests") {
  OddServer server;
  auto transport = transport_to(server.url());
  get(*transport, "/echo");
  get(*transport, "/echo");
  CHECK(Json::parse(get(*transport, "/echo").body)["connections"] == 1);
}

TEST_CASE("a request after a post is not a post") {
  OddServer server;
  auto transport = transport_to(server.url());
  REQUIRE(transport->exchange({.method = "POST", .path = "/echo", .body = "x"}).ok());
  const Json said = Json::parse(get(*transport, "/echo").body);
  CHECK(said["method"] == "GET");
  CHECK(said["body"] == "");
}

TEST_CASE("a redirect is an answer and is not followed") {
  OddServer server;
  auto transport = transport_to(server.url());
  const Reply reply = get(*transport, "/redirect");
  CHECK(reply.status == 302);
  CHECK(reply.body.empty());
}

TEST_CASE("an answer without content is an answer") {
  OddServer server;
  auto transport = transport_to(server.url());
  CHECK(get(*transport, "/no-content").status == 204);
}

TEST_CASE("a reply of one mebibyte is taken and a byte more is not") {
  OddServer server;
  auto transport = transport_to(server.url());
  CHECK(get(*transport, "/just-fits").body.size() == 1u << 20);
  CHECK_THAT(failure(*transport, "/large"), Catch::Contains("over 1 MiB"));
}

TEST_CASE("a reply that breaks off is a failure, and the next request goes well") {
  OddServer server;
  auto transport = transport_to(server.url());
  CHECK_THAT(failure(*transport, "/break-off"), Catch::Contains("broke off"));
  CHECK(get(*transport, "/echo").status == 200);
}

TEST_CASE("an answer that never comes ends with the time-out") {
  OddServer server;
  auto transport = transport_to(server.url());
  CHECK_THAT(failure(*transport, "/never", 50), Catch::Contains("no answer in time"));
}

TEST_CASE("a hub that does not run is said in words") {
  auto transport = transport_to(dead_url());
  CHECK_THAT(failure(*transport, "/echo"), Catch::Contains("nothing accepts the connection"));
}

TEST_CASE("a certificate that nobody vouches for is refused") {
  testing::TempDir folder;
  const std::string file = (folder / "both.pem").string();
  const std::string make = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -keyout '" +
                           file + "' -out '" + file + ".crt' 2>/dev/null && cat '" + file + ".crt' >> '" +
                           file + "'";
  REQUIRE(std::system(make.c_str()) == 0);
  OddServer server(file);
  auto transport = transport_to(server.url("https"));
  CHECK_THAT(failure(*transport, "/echo"), Catch::Contains("certificate is not trusted"));
}

TEST_CASE("plain HTTP is refused beyond this machine unless it is allowed") {
  for (const char* url :
       {"http://hub.example", "http://192.0.2.1:8480", "http://127.0.0.1.example", "http://[2001:db8::1]"}) {
    const auto refused = CurlTransport::to(url, PlainHttp::refused);
    REQUIRE_FALSE(refused.ok());
    CHECK_THAT(refused.error().message, Catch::Contains("plain HTTP"));
    CHECK(CurlTransport::to(url, PlainHttp::allowed).ok());
  }
}

TEST_CASE("plain HTTP reaches this machine") {
  for (const char* url :
       {"http://127.0.0.1:8480", "http://localhost", "http://[::1]:8480", "http://127.1.2.3/"}) {
    CHECK(CurlTransport::to(url, PlainHttp::refused).ok());
  }
}

TEST_CASE("a hub's URL is scheme and host alone") {
  for (const char* url : {"", "hub", "ftp://hub.example", "file:///etc/passwd", "https://hub.example/path",
                          "https://hub.example/?q=1", "https://user:word@hub.example", "https://"}) {
    const auto refused = CurlTransport::to(url, PlainHttp::allowed);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::invalid);
  }
}

TEST_CASE("a proxy of the environment is used") {
  OddServer proxy;
  const Environment environment("http_proxy", "http://127.0.0.1:" + proxy.port());
  auto transport = transport_to("http://hub.invalid", PlainHttp::allowed);
  CHECK(Json::parse(get(*transport, "/echo").body)["target"] == "http://hub.invalid/echo");
}

TEST_CASE("this machine is reached without a proxy") {
  OddServer server;
  const Environment environment("http_proxy", dead_url());
  auto transport = transport_to(server.url());
  CHECK(get(*transport, "/echo").status == 200);
}
