// A terminal for tests of sync: the real journal in a folder of its own, a made clock, and whatever hub it is
// given. Customers are made up.
#pragma once

#include <catch2/catch.hpp>
#include <memory>
#include <set>
#include <string>

#include "core/base/ids.h"
#include "core/sync/sync.h"
#include "tests/support/a_response.h"
#include "tests/support/made_hub.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temp_dir.h"

namespace farewell::testing {

class Terminal {
 public:
  Terminal(ManualClock& clock, MadeHub& hub, sync::Settings settings = {})
      : Terminal(clock, hub, hub.enrol_terminal(), settings) {}

  Terminal(ManualClock& clock, MadeHub& hub, const wire::Enrolment& enrolled_as, sync::Settings settings = {})
      : clock_(clock), made_(hub), enrolment(enrolled_as), settings_(settings) {
    start();
  }

  /// As if switched off and on again.
  void restart() {
    stop();
    start();
  }
  void stop() {
    sync.reset();
    hub_.reset();
    journal.reset();
  }
  void start() {
    auto opened = journal::Journal::open(file(), journal::Mode::own);
    REQUIRE(opened.ok());
    journal = std::make_unique<journal::Writer>(*std::move(opened));
    hub_ = std::make_unique<sync::Hub>(made_, clock_, enrolment);
    sync = std::make_unique<sync::Sync>(
        *journal, *hub_, clock_, [this](std::int64_t below) { return draw(below); },
        [this] { return health; }, settings_);
  }

  std::string finish() { return finish(a_response(clock_)); }
  std::string finish(const wire::Response& response) {
    REQUIRE(journal->ask([&](journal::Journal& it) { return it.finish(response); }).ok());
    sync->response_finished();
    finished.insert(response.id);
    return response.id;
  }

  /// Moves the clock to the next thing to do, and does it.
  void step() {
    clock_.tick(std::max<std::int64_t>(0, sync->due_ms() - clock_.monotonic_ms()));
    sync->step();
  }
  /// All that can be done without waiting.
  void settle() {
    do {
      step();
    } while (sync->due_ms() <= clock_.monotonic_ms());
  }
  std::int64_t wait_ms() const { return sync->due_ms() - clock_.monotonic_ms(); }

  journal::Unsent unsent() {
    const auto unsent = journal->ask([](journal::Journal& it) { return it.unsent(); });
    REQUIRE(unsent.ok());
    return *unsent;
  }
  journal::Stream stream() {
    const auto stream = journal->ask([](journal::Journal& it) { return it.current_stream(); });
    REQUIRE(stream.ok());
    return *stream;
  }

  std::filesystem::path file() const { return folder_ / "journal.db"; }

 private:
  TempDir folder_;
  ManualClock& clock_;
  MadeHub& made_;

 public:
  const wire::Enrolment enrolment;
  wire::Health health;
  std::set<std::string> finished;  ///< ids of what this terminal thanked for
  std::unique_ptr<journal::Writer> journal;
  std::unique_ptr<sync::Sync> sync;
  std::function<std::int64_t(std::int64_t)> draw = [](std::int64_t below) { return below - 1; };

 private:
  sync::Settings settings_;
  std::unique_ptr<sync::Hub> hub_;
};

/// The ids of what the hub holds.
inline std::set<std::string> had_by(const MadeHub& hub) {
  std::set<std::string> ids;
  for (const auto& [id, body] : hub.state().responses) ids.insert(id);
  return ids;
}

}  // namespace farewell::testing
