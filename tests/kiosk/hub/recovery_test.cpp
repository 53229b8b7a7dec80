// Recovery from end to end: a terminal's machine, journal, help line and screen against the real hub, by real
// HTTP and as the desk's page does it.
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <functional>
#include <iterator>
#include <thread>

#include "app/kiosk/platform/curl_transport.h"
#include "app/kiosk/runtime/front.h"
#include "app/kiosk/runtime/help_line.h"
#include "core/base/assets.h"
#include "tests/hub/running_hub.h"

namespace farewell::kiosk {
namespace {

using farewell::testing::HttpClient;
using farewell::testing::HttpReply;
using farewell::testing::RunningHub;
using farewell::testing::TempDir;

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

wire::Enrolment enrol_at(RunningHub& hub) {
  const HttpReply reply = hub.enrol(hub.code());
  auto enrolment = wire::parse_enrolment(reply.body, "reply");
  REQUIRE(enrolment);
  return *std::move(enrolment);
}

Asked asked() {
  survey::Survey survey = survey::default_survey();
  survey.timings.hold_ms = 0;
  auto languages = survey::load_languages(assets_folder() / "languages");
  REQUIRE(languages);
  return {std::move(survey), *std::move(languages)};
}

Looks looks() {
  auto loaded = load_looks(assets_folder(), Mood::day, 0);
  REQUIRE(loaded);
  return *std::move(loaded);
}

std::unique_ptr<journal::Journal> open_journal(const std::filesystem::path& file) {
  auto journal = journal::Journal::open(file, journal::Mode::own);
  REQUIRE(journal);
  return *std::move(journal);
}

struct Terminal {
  explicit Terminal(RunningHub& hub) : address("http://127.0.0.1:" + std::to_string(hub.port())) {
    const wire::Enrolment enrolment = enrol_at(hub);
    line.enrol(enrolment);
    runner.enrol(enrolment);
  }

  Outside outside() {
    return {clock, writer, notices, [] {},
            [this](std::uint64_t visit, wire::HelpCall call) { line.ring(visit, std::move(call)); }};
  }
  Connect connect() {
    return [this](const std::stop_token& stop) -> Result<std::unique_ptr<sync::Transport>> {
      auto transport = CurlTransport::to(address, PlainHttp::refused, stop);
      if (!transport) return transport.error();
      return std::unique_ptr<sync::Transport>(*std::move(transport));
    };
  }

  bool comes_to(const std::function<bool()>& wanted) {
    for (int tries = 0; tries < 6'000; ++tries) {
      writer.ask([](journal::Journal&) { return 0; });
      for (Notice& notice : notices.take()) {
        if (const auto* action = std::get_if<visit::Action>(&notice)) runner.dispatch(*action);
      }
      runner.pass_time();
      if (wanted()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
  }
  bool comes_to(visit::Screen screen) {
    return comes_to([this, screen] { return runner.state().screen == screen; });
  }
  bool says(const std::string& text) {
    return comes_to([&] {
      front.refresh();
      for (const Element& element : front.scene().elements) {
        const auto* words = std::get_if<Text>(&element);
        if (words != nullptr && words->text.find(text) != std::string::npos) return true;
      }
      return false;
    });
  }
  void unhappy() {
    runner.dispatch(visit::FaceTapped{1});
    REQUIRE(comes_to(visit::Screen::change));
    runner.dispatch(visit::ChangeDone{});
    REQUIRE(runner.state().screen == visit::Screen::recovery);
  }

  TempDir dir;
  std::string address;
  SystemClock clock;
  Notices notices{[] {}};
  journal::Writer writer{open_journal(dir / "journal.sqlite")};
  HelpLine line{clock, notices, connect()};
  VisitRunner runner{outside(), asked(), 1};
  Front front{runner, looks()};
};

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
