// Recovery from end to end: a terminal's machine, journal, help line and screen against the real hub, by real
// HTTP and as the desk's page does it.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "tests/kiosk/hub/terminal.h"

namespace farewell::kiosk {
namespace {

using farewell::testing::HttpClient;
using farewell::testing::HttpReply;
using farewell::testing::RunningHub;
using testing::Terminal;

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("whoever accepts at the desk is named on the terminal") {
  RunningHub hub;
  Terminal terminal(hub);
  const std::string token = hub.token();
  terminal.unhappy();
  terminal.runner.dispatch(visit::HelpTapped{});
  CHECK(terminal.says("We’re asking someone to come."));

  std::string id;
  CHECK(terminal.comes_to([&] {
    const Json calls = hub.ask("/v1/help-calls", token)["help_calls"];
    if (!calls.empty()) id = calls[0]["id"].get<std::string>();
    return !id.empty();
  }));
  HttpClient desk(hub.port());
  const HttpReply accepted = desk.exchange("POST", "/v1/help-calls/" + id + "/accept",
                                           {"Authorization: Bearer " + token}, R"({"by":"Anna"})");
  REQUIRE(accepted.status == 200);
  CHECK(terminal.says("Anna is on the way."));
}

TEST_CASE("when the hub cannot be reached the guest is asked to go to the desk") {
  RunningHub hub;
  Terminal terminal(hub);
  terminal.unhappy();
  hub.stop();
  terminal.runner.dispatch(visit::HelpTapped{});
  CHECK(terminal.says("Please ask at the desk."));
}

TEST_CASE("a contact is nowhere in the terminal's folder but sealed, from the moment it is sent") {
  RunningHub hub;
  Terminal terminal(hub);
  terminal.unhappy();
  terminal.runner.dispatch(visit::ContactTapped{});
  terminal.runner.dispatch(visit::ContactEdited{"91234567"});
  terminal.runner.dispatch(visit::ContactSent{});
  REQUIRE(terminal.comes_to(visit::Screen::goodbye));
  CHECK(terminal.says("Thank you. We’ll be in touch."));
  terminal.runner.dispatch(visit::AllDoneTapped{});
  terminal.comes_to([] { return true; });
  for (const auto& entry : std::filesystem::directory_iterator(terminal.dir.path())) {
    INFO(entry.path());
    const std::string bytes = bytes_of(entry.path());
    CHECK_FALSE(bytes.empty());
    CHECK(bytes.find("91234567") == bytes.npos);
    CHECK(bytes.find("OTEyMzQ1Njc") == bytes.npos);  // nor in base64
  }
}

}  // namespace farewell::kiosk
