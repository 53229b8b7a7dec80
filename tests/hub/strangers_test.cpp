// The hub against strangers: guessing, replaying, crowding, reaching for another site's things.
#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <chrono>

#include "app/hub/control.h"
#include "app/hub/throttle.h"
#include "core/base/ids.h"
#include "tests/hub/running_hub.h"
#include "tests/support/hub_program.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

std::int64_t metric(RunningHub& hub, const std::string& name) {
  const std::string page = HttpClient(hub.port(), "127.0.0.9").exchange("GET", "/metrics").body;
  const std::size_t at = page.find("\n" + name + " ");
  REQUIRE(at != page.npos);
  return std::stoll(page.substr(at + name.size() + 2));
}

int status_with(RunningHub& hub, const std::string& token, const std::string& from) {
  return HttpClient(hub.port(), from).exchange("GET", "/v1/site", {"Authorization: Bearer " + token}).status;
}

std::string path_of(std::string pattern, const std::string& id) {
  if (const std::size_t at = pattern.find("{id}"); at != pattern.npos) pattern.replace(at, 4, id);
  return pattern;
}

void raise_descriptors() {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

/// A connection of the `i`-th loopback address, so that no address has more than 64.
std::string address(int i) {
  return "127.1." + std::to_string(i / 200) + "." + std::to_string(1 + i % 200);
}

}  // namespace

TEST_CASE("guessing tokens is stopped after ten tries of an address, and counted") {
  RunningHub hub;
  const std::string token = hub.token();
  for (int i = 0; i < 10; ++i)
    CHECK(status_with(hub, "farewell_guess" + std::to_string(i), "127.0.0.2") == 401);
  CHECK(status_with(hub, "farewell_guess", "127.0.0.2") == 429);
  CHECK(status_with(hub, token, "127.0.0.2") == 429);
  CHECK(status_with(hub, token, "127.0.0.3") == 200);
  CHECK(metric(hub, "farewell_hub_secrets_refused_total{kind=\"token\"}") == 10);
  CHECK(metric(hub, "farewell_hub_tries_throttled_total") == 2);
}

TEST_CASE("guessing at the page's sign-in counts as guessing tokens") {
  RunningHub hub;
  HttpClient client(hub.port());
  int status = 401;
  for (int i = 0; i < 11; ++i) {
    status = client.exchange("POST", "/v1/session", {}, Json{{"token", "farewell_no"}}.dump()).status;
  }
  CHECK(status == 429);
}

TEST_CASE("a token that is right never uses up its address's tries") {
  RunningHub hub;
  const std::string token = hub.token();
  for (int i = 0; i < 50; ++i) REQUIRE(status_with(hub, token, "127.0.0.2") == 200);
}

TEST_CASE("an IPv6 network of 64 bits counts as one who tries") {
  CHECK(hub::who_tries("2001:db8:1:2::7") == hub::who_tries("2001:db8:1:2:ffff::1"));
  CHECK(hub::who_tries("2001:db8:1:2::7") != hub::who_tries("2001:db8:1:3::7"));
  CHECK(hub::who_tries("::ffff:192.0.2.7") == "192.0.2.7");
  CHECK(hub::who_tries("192.0.2.7") == "192.0.2.7");
}

TEST_CASE("behind a proxy callers are told apart by what it says, and nobody else can say it") {
  RunningHub behind({.trusted_proxy = "127.0.0.1"}), open;
  for (RunningHub* hub : {&behind, &open}) {
    int last = 0;
    for (int i = 0; i < 12; ++i) {
      last = HttpClient(hub->port())
                 .exchange("GET", "/v1/site",
                           {"Authorization: Bearer guess", "X-Real-IP: 203.0.113." + std::to_string(i)})
                 .status;
    }
    CHECK(last == (hub == &behind ? 401 : 429));
  }
}

TEST_CASE("one site's token and terminal reach nothing of another's, on any path") {
  RunningHub hub;
  hub.add_site("Other shop");
  HubTerminal ours = hub.terminal(), theirs = hub.terminal("Other shop");
  const std::string call = new_uuid_v4(), response = new_uuid_v7(1'795'276'800'000);
  ours.upload(new_uuid_v4(), {response_text(1, response, "2026-11-21T12:00:00+01:00", "OURS ALONE")});
  REQUIRE(
      ours.exchange(
              "POST", "/v1/help-calls",
              Json{{"id", call}, {"response", response}, {"language", "en"}, {"at", "2026-11-21T12:00:00Z"}}
                  .dump())
          .status == 202);
  const std::string token = hub.token("Other shop");
  for (const hub::Route& route : hub.router().routes()) {
    for (const std::string& id : {call, response, ours.enrolled.terminal, ours.enrolled.site_id}) {
      const std::string path = path_of(route.pattern, id);
      const std::string query = path == "/v1/responses" || path == "/v1/export" ? "?day=2026-11-21" : "";
      INFO(route.method << " " << path << query);
      const std::string body = R"({"by":"Stranger"})";
      const HttpReply as_manager =
          HttpClient(hub.port())
              .exchange(route.method, path + query, {"Authorization: Bearer " + token},
                        route.method == "GET" ? "" : body);
      CHECK(as_manager.body.find("OURS ALONE") == std::string::npos);
      if (path.find(call) == path.npos) continue;
      CHECK((as_manager.status == 404 || as_manager.status == 401));
      if (route.method == "GET") CHECK(theirs.exchange("GET", path).status == 404);
    }
  }
  CHECK(Json::parse(ours.exchange("GET", "/v1/help-calls/" + call).body)["state"] == "ringing");
}

TEST_CASE("ten thousand replays of one signed batch change nothing") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  const std::string stream = new_uuid_v4();
  const std::string body =
      R"({"format":1,"stream":")" + stream + R"(","responses":[)" + response_text(1, new_uuid_v7(1)) + "]}";
  const auto headers = signature_headers(terminal.enrolled, "POST", "/v1/batches", body, wire::new_nonce());
  for (int i = 0; i < 10'000; ++i) {
    REQUIRE(terminal.client.exchange("POST", "/v1/batches", headers, body).status == 200);
  }
  CHECK(hub.ask("/v1/responses?day=2026-11-21", hub.token())["responses"].size() == 1);
}

TEST_CASE("2,000 connections that send a byte now and then keep nobody waiting long") {
  raise_descriptors();
  hub::ServerSettings patient;
  patient.header_deadline =
      std::chrono::minutes(5);  // none is turned out meanwhile, on a slow machine either
  RunningHub hub(patient);
  HubTerminal terminal = hub.terminal();
  std::vector<HttpClient> slow;
  for (int i = 0; i < 2000; ++i) slow.emplace_back(hub.port(), address(i % 400));
  for (const char byte : std::string("GET /he")) {
    for (HttpClient& one : slow) one.send(std::string(1, byte));
    CHECK(terminal.exchange("GET", "/v1/time").status == 200);
  }
  CHECK(metric(hub, "farewell_hub_connections") >= 2000);
}

TEST_CASE("10,000 connections that say nothing leave room for who has something to say") {
  raise_descriptors();
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  if (limit.rlim_cur < 10'500) {
    WARN("skipped: this machine gives a process " << limit.rlim_cur << " descriptors; 10,500 are needed");
    return;
  }
  const TempDir data, outputs;
  HubProgram hub(FAREWELL_HUB, data.path(), outputs.path());
  REQUIRE(hub::ask_serving_hub(data.path(), {"site-add", "Demo shop", "Europe/Oslo"})->ok());
  const std::string code = **hub::ask_serving_hub(data.path(), {"pair", "Demo shop", ""});
  const HttpReply enrolled =
      HttpClient(hub.port())
          .exchange("POST", "/v1/terminals", {}, Json{{"code", code}, {"name", "Front door"}}.dump());
  std::vector<HttpClient> silent;
  for (int i = 0; i < 10'000; ++i) silent.emplace_back(hub.port(), address(i % 400));
  HubTerminal terminal(hub.port(), *wire::parse_enrolment(enrolled.body, "reply"));
  CHECK(terminal.upload(new_uuid_v4(), response_texts(1, 50)) == 50);
}
