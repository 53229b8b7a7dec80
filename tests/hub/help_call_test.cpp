// An unhappy customer's "yes, please send someone", from terminal to manager and back.
#include <catch2/catch.hpp>
#include <future>

#include "core/base/ids.h"
#include "tests/hub/running_hub.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

std::string ring(HubTerminal& terminal) {
  const std::string id = new_uuid_v4();
  const Json call = {
      {"id", id}, {"response", new_uuid_v7(1)}, {"language", "nb"}, {"at", "2026-11-21T16:04:05+01:00"}};
  for (int times = 0; times < 2; ++times) {
    REQUIRE(terminal.exchange("POST", "/v1/help-calls", call.dump()).status == 202);
  }
  return id;
}

HttpReply accept(RunningHub& hub, const std::string& id, const std::string& by, const std::string& token) {
  HttpClient client(hub.port());
  return client.exchange("POST", "/v1/help-calls/" + id + "/accept", {"Authorization: Bearer " + token},
                         Json{{"by", by}}.dump());
}

}  // namespace

TEST_CASE("a help call rings once, however often it is sent") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  const std::string id = ring(terminal);
  const Json calls = hub.ask("/v1/help-calls", hub.token())["help_calls"];
  REQUIRE(calls.size() == 1);
  CHECK(calls[0]["id"] == id);
  CHECK(calls[0]["state"] == "ringing");
  CHECK(calls[0]["terminal"] == "Front door");
}

TEST_CASE("a terminal that waits learns at once who is coming") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  const std::string id = ring(terminal);
  auto waiting = std::async(std::launch::async,
                            [&] { return terminal.exchange("GET", "/v1/help-calls/" + id + "?wait=25"); });
  CHECK(accept(hub, id, "Anna", hub.token()).status == 200);
  const Json state = Json::parse(waiting.get().body);
  CHECK(state["state"] == "accepted");
  CHECK(state["by"] == "Anna");
}

TEST_CASE("the first to accept a help call stays") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  const std::string id = ring(terminal), token = hub.token();
  accept(hub, id, "Anna", token);
  CHECK(Json::parse(accept(hub, id, "Kari", token).body)["by"] == "Anna");
}

TEST_CASE("a help call of another site or terminal does not exist") {
  RunningHub hub;
  hub.add_site("Harbour");
  HubTerminal terminal = hub.terminal(), other = hub.terminal();
  const std::string id = ring(terminal);
  CHECK(accept(hub, id, "Anna", hub.token("Harbour")).status == 404);
  CHECK(other.exchange("GET", "/v1/help-calls/" + id).status == 404);
}

TEST_CASE("a hub that ends answers those who wait") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  const std::string id = ring(terminal);
  auto waiting = std::async(std::launch::async,
                            [&] { return terminal.exchange("GET", "/v1/help-calls/" + id + "?wait=25"); });
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  hub.stop();
  CHECK(Json::parse(waiting.get().body)["state"] == "ringing");
}
