// A terminal without a screen: real journal, real machine, a clock that the test moves.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/kiosk/runtime/visit_runner.h"
#include "core/journal/journal.h"
#include "core/survey/survey.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temp_dir.h"

namespace farewell::kiosk::testing {

struct Bench {
  explicit Bench(survey::Survey survey = survey::default_survey())
      : writer(std::make_unique<journal::Writer>(open_journal())),
        runner(outside(), asked(std::move(survey)), 1) {}

  std::filesystem::path file() const { return dir / "journal.sqlite"; }

  std::unique_ptr<journal::Journal> open_journal() {
    auto journal = journal::Journal::open(file(), journal::Mode::own);
    if (!journal) throw std::runtime_error(journal.error().text());
    return std::move(*journal);
  }

  Outside outside() {
    return {clock,
            *writer,
            notices,
            [this] { ++finished; },
            [this](std::uint64_t, wire::HelpCall call) { rung.push_back(std::move(call)); },
            dir / "today.json",
            treat::Key{7}};
  }

  static Asked asked(survey::Survey survey) {
    survey.languages = {"en", "ar"};
    return {std::move(survey), {{"en", "English", false, {}}, {"ar", "العربية", true, {}}}};
  }

  /// Everything posted to the journal is done and its outcomes are heard.
  void settle() {
    writer->ask([](journal::Journal&) { return 0; });
    for (Notice& notice : notices.take()) {
      if (const auto* action = std::get_if<visit::Action>(&notice)) runner.dispatch(*action);
      if (const auto* counted = std::get_if<GuestsCounted>(&notice)) runner.hear(*counted);
    }
  }

  void tap(const visit::Action& action) {
    runner.dispatch(action);
    settle();
  }

  void wait(std::int64_t ms) {
    for (std::int64_t left = ms; left > 0; left -= 50) {
      clock.tick(50);
      runner.pass_time();
      settle();
    }
  }

  void answer(int value) {
    tap(visit::FaceTapped{value});
    wait(runner.asked().survey.timings.hold_ms);
  }

  std::vector<wire::Response> responses() {
    std::vector<wire::Response> all;
    const Status read = writer->ask([&all](journal::Journal& journal) {
      return journal.each({0, 1LL << 52}, [&all](const wire::Response& response) {
        all.push_back(response);
        return Status();
      });
    });
    if (!read) throw std::runtime_error(read.error().text());
    return all;
  }

  farewell::testing::TempDir dir;
  farewell::testing::ManualClock clock;
  Notices notices{[] {}};
  int finished = 0;
  std::vector<wire::HelpCall> rung;
  std::unique_ptr<journal::Writer> writer;
  VisitRunner runner;
};

}  // namespace farewell::kiosk::testing
