#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

#include "program.h"
#include "shop.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

/// Answers one request on a port of the kernel's choosing with the bytes it was given, whatever was asked.
class OneReply {
 public:
  explicit OneReply(std::string reply)
      : listener_(::socket(AF_INET, SOCK_STREAM, 0)), reply_(std::move(reply)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(::listen(listener_, 1) == 0);
    REQUIRE(::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    url_ = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    thread_ = std::thread([this] { answer(); });
  }
  ~OneReply() {
    ::shutdown(listener_, SHUT_RDWR);
    if (thread_.joinable()) thread_.join();
    ::close(listener_);
  }

  const std::string& url() const { return url_; }
  /// What was asked. Once the client is done.
  const std::string& request() {
    if (thread_.joinable()) thread_.join();
    return request_;
  }

 private:
  void answer() {
    const int client = ::accept(listener_, nullptr, nullptr);
    if (client < 0) return;
    char bytes[4096];
    while (request_.find("\r\n\r\n") == std::string::npos) {
      const ssize_t count = ::read(client, bytes, sizeof bytes);
      if (count <= 0) break;
      request_.append(bytes, static_cast<std::size_t>(count));
    }
    (void)!::write(client, reply_.data(), reply_.size());
    ::close(client);
  }

  int listener_;
  std::string reply_, url_, request_;
  std::thread thread_;
};

std::string http(const std::string& status, const std::string& type, const std::string& body) {
  return "HTTP/1.1 " + status + "\r\nContent-Type: " + type +
         "\r\nContent-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

struct Manager {
  TempDir folder;
  std::string token_file = folder / "token";
  std::string out = folder / "out.csv";
  Manager() { REQUIRE(write_file(token_file, "fw_secret\n").ok()); }
  Ran exports(const std::string& hub, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"export", "--hub", hub, "--token-file", token_file, "--format",
                                          "csv",    "--out", out};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_farewell(arguments);
  }
};

}  // namespace

TEST_CASE("what the hub exports is what the file holds") {
  Manager manager;
  OneReply hub(http("200 OK", "text/csv; charset=utf-8", "id\r\n1\r\n"));
  const Ran ran =
      manager.exports(hub.url(), {"--from", "2026-11-20", "--to", "2026-11-21", "--preset", "plain"});
  INFO(ran.err);
  CHECK(ran.exit == 0);
  CHECK(bytes_of(manager.out) == "id\r\n1\r\n");
  CHECK(hub.request().find("GET /v1/export?format=csv&preset=plain&from=2026-11-20&to=2026-11-21 HTTP/1.1") ==
        0);
  CHECK(hub.request().find("Authorization: Bearer fw_secret\r\n") != std::string::npos);
}

TEST_CASE("a portal's page is not taken for an export") {
  Manager manager;
  OneReply portal(http("200 OK", "text/html", "<h1>Welcome to our Wi-Fi</h1>"));
  const Ran ran = manager.exports(portal.url());
  CHECK(ran.exit == 1);
  CHECK(ran.err.find("not as a Farewell hub does") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(manager.out));
}

TEST_CASE("an export that breaks off leaves no file") {
  Manager manager;
  OneReply hub("HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Length: 5000\r\n\r\nid\r\n1\r\n");
  CHECK(manager.exports(hub.url()).exit == 1);
  CHECK_FALSE(std::filesystem::exists(manager.out));
}

TEST_CASE("a token that the hub does not know is told so, without showing it") {
  Manager manager;
  OneReply hub(http("401 Unauthorized", "application/problem+json", "{}"));
  const Ran ran = manager.exports(hub.url());
  CHECK(ran.exit == 1);
  CHECK(ran.err.find("does not accept this token") != std::string::npos);
  CHECK(ran.err.find("fw_secret") == std::string::npos);
}

TEST_CASE("a redirect is not followed with the token") {
  Manager manager;
  OneReply elsewhere(http("200 OK", "text/csv", "id\r\n"));
  OneReply hub("HTTP/1.1 302 Found\r\nLocation: " + elsewhere.url() + "\r\nContent-Length: 0\r\n\r\n");
  CHECK(manager.exports(hub.url()).exit == 1);
  CHECK_FALSE(std::filesystem::exists(manager.out));
}

TEST_CASE("a hub's problem is told in its own words") {
  Manager manager;
  OneReply hub(
      http("400 Bad Request", "application/problem+json",
           R"({"type":"https://farewell.invalid/problems/bad-request","title":"Bad request","status":400,)"
           R"("detail":"from is after to"})"));
  CHECK(manager.exports(hub.url()).err.find("from is after to") != std::string::npos);
}

TEST_CASE("the token never travels in plain text to another machine") {
  Manager manager;
  const Ran ran = manager.exports("http://hub.example.org");
  CHECK(ran.exit == 1);
  CHECK(ran.err.find("https") != std::string::npos);
}

TEST_CASE("a hub on this machine is asked without any proxy") {
  Manager manager;
  OneReply hub(http("200 OK", "text/csv", "id\r\n"));
  ::setenv("http_proxy", "http://127.0.0.1:1", 1);
  const Ran ran = manager.exports(hub.url());
  ::unsetenv("http_proxy");
  INFO(ran.err);
  CHECK(ran.exit == 0);
}

TEST_CASE("a hub that is not there is named") {
  Manager manager;
  const Ran ran = manager.exports("http://127.0.0.1:1");
  CHECK(ran.exit == 1);
  CHECK(ran.err.find("http://127.0.0.1:1") != std::string::npos);
}
