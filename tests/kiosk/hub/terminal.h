// A terminal without a window beside a real hub: machine, journal, help line and what stands on the screen,
// joined by real HTTP. Each on a hub of its own.
#pragma once

#include <catch2/catch.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "app/kiosk/platform/curl_transport.h"
#include "app/kiosk/runtime/front.h"
#include "app/kiosk/runtime/help_line.h"
#include "core/base/assets.h"
#include "tests/hub/running_hub.h"

namespace farewell::kiosk::testing {

using farewell::testing::HttpReply;
using farewell::testing::RunningHub;
using farewell::testing::TempDir;

inline wire::Enrolment enrol_at(RunningHub& hub) {
  const HttpReply reply = hub.enrol(hub.code());
  auto enrolment = wire::parse_enrolment(reply.body, "reply");
  REQUIRE(enrolment);
  return *std::move(enrolment);
}

inline Asked asked() {
  survey::Survey survey = survey::default_survey();
  survey.timings.hold_ms = 0;
  auto languages = survey::load_languages(assets_folder() / "languages");
  REQUIRE(languages);
  return {std::move(survey), *std::move(languages)};
}

inline Looks looks() {
  auto loaded = load_looks(assets_folder(), Mood::day, 0);
  REQUIRE(loaded);
  return *std::move(loaded);
}

inline std::unique_ptr<journal::Journal> open_journal(const std::filesystem::path& file) {
  auto journal = journal::Journal::open(file, journal::Mode::own);
  REQUIRE(journal);
  return *std::move(journal);
}

struct Terminal {
  explicit Terminal(RunningHub& hub)
      : address("http://127.0.0.1:" + std::to_string(hub.port())), enrolment(enrol_at(hub)) {
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
  wire::Enrolment enrolment;
  SystemClock clock;
  Notices notices{[] {}};
  journal::Writer writer{open_journal(dir / "journal.sqlite")};
  HelpLine line{clock, notices, connect()};
  VisitRunner runner{outside(), asked(), 1};
  Front front{runner, looks()};
};

}  // namespace farewell::kiosk::testing
