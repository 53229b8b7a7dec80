// A hub that is killed in the middle of everything has all that it acknowledged.
#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <thread>

#include "core/base/ids.h"
#include "tests/support/hub_program.h"
#include "tests/support/hub_terminal.h"
#include "tests/support/temp_dir.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

constexpr int kKills = 50;
constexpr int kSenders = 4;

struct Sender {
  wire::Enrolment enrolled;
  std::string stream = new_uuid_v4();
  std::vector<std::string> sent;  ///< bodies by seq - 1
  std::int64_t acknowledged = 0;

  /// Uploads until the hub is gone.
  void run(int port) {
    try {
      HubTerminal terminal(port, enrolled);
      while (true) {
        while (sent.size() < static_cast<std::size_t>(acknowledged) + 20) {
          sent.push_back(response_text(static_cast<std::int64_t>(sent.size()) + 1, new_uuid_v7(1)));
        }
        const std::vector<std::string> batch(sent.begin() + acknowledged, sent.end());
        const std::int64_t have_upto = terminal.upload(stream, batch);
        if (have_upto < acknowledged) throw std::logic_error("the hub has lost what it acknowledged");
        acknowledged = have_upto;
      }
    } catch (const std::runtime_error&) {
    }
  }
};

std::string command(const TempDir& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--data", folder / "hub"});
  const TempDir outputs;
  const Said said = run_program(FAREWELL_HUB, arguments, outputs.path());
  REQUIRE(said.exit == 0);
  return said.out.substr(0, said.out.size() - 1);
}

wire::Enrolment enrol(int port, const std::string& code) {
  HttpClient client(port);
  const HttpReply reply =
      client.exchange("POST", "/v1/terminals", {}, R"({"name":"Door","code":")" + code + "\"}");
  auto enrolled = wire::parse_enrolment(reply.body, "reply");
  REQUIRE(enrolled.ok());
  return *std::move(enrolled);
}

std::vector<std::string> ids_at(int port, const std::string& token) {
  std::vector<std::string> ids;
  std::string cursor;
  HttpClient client(port);
  do {
    const HttpReply reply =
        client.exchange("GET", "/v1/responses?day=2026-11-21" + cursor, {"Authorization: Bearer " + token});
    const Json page = Json::parse(reply.body);
    for (const Json& response : page["responses"]) ids.push_back(response["id"]);
    cursor = page["next"].is_null() ? "" : "&cursor=" + page["next"].get<std::string>();
  } while (!cursor.empty());
  return ids;
}

}  // namespace

TEST_CASE("fifty kills at random moments lose nothing acknowledged and double nothing") {
  const TempDir folder;
  std::filesystem::create_directory(folder / "hub");
  command(folder, {"site", "add", "Demo shop", "--time-zone", "Europe/Oslo"});
  const std::string token = command(folder, {"token", "--site", "Demo shop", "--name", "test"});
  std::vector<Sender> senders(kSenders);
  std::mt19937 chance(20261121);
  for (int kill = 0; kill < kKills; ++kill) {
    HubProgram hub(FAREWELL_HUB, folder / "hub", folder.path());
    for (Sender& sender : senders) {
      if (sender.enrolled.terminal.empty()) {
        sender.enrolled = enrol(hub.port(), command(folder, {"pair", "--site", "Demo shop"}));
      }
    }
    std::vector<std::thread> threads;
    for (Sender& sender : senders) threads.emplace_back([&sender, &hub] { sender.run(hub.port()); });
    ::usleep(static_cast<useconds_t>(5'000 + chance() % 60'000));
    hub.end(SIGKILL);
    for (std::thread& thread : threads) thread.join();
  }
  HubProgram hub(FAREWELL_HUB, folder / "hub", folder.path());
  const std::vector<std::string> all = ids_at(hub.port(), token);
  const std::set<std::string> unique(all.begin(), all.end());
  CHECK(unique.size() == all.size());
  std::int64_t acknowledged = 0;
  for (const Sender& sender : senders) {
    acknowledged += sender.acknowledged;
    for (std::int64_t seq = 1; seq <= sender.acknowledged; ++seq) {
      const std::string id = Json::parse(sender.sent[static_cast<std::size_t>(seq - 1)])["id"];
      if (!unique.contains(id)) FAIL_CHECK("seq " << seq << " was acknowledged and is gone");
    }
  }
  CHECK(acknowledged > 0);
}
