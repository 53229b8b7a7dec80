#include "app/kiosk/runtime/sync_thread.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "core/base/ids.h"
#include "core/survey/survey.h"
#include "tests/kiosk/runtime/shared_hub.h"
#include "tests/support/temp_dir.h"

namespace farewell::kiosk {
namespace {

using farewell::testing::MadeHub;
using farewell::testing::Weather;

/// A terminal's network side with a real journal, and a hub in memory.
struct Online {
  SyncThread::Parts parts() {
    return {.clock = clock,
            .journal = *journal,
            .notices = listener.notices,
            .health = health,
            .data = *DataFolder::open(dir / "terminal"),
            .connect = hub.connect(),
            .settings = {.quiet_ms = 0, .start_spread_ms = 0}};
  }

  std::unique_ptr<journal::Writer> open_journal() {
    return std::make_unique<journal::Writer>(
        *journal::Journal::open(dir / "journal.sqlite", journal::Mode::own));
  }

  void finish_a_response() {
    wire::Response response;
    response.id = new_uuid_v7(clock.utc_ms());
    response.survey_id = "default";
    response.started_at_utc_ms = clock.utc_ms();
    response.clock = {"boot", 1, true};
    response.satisfaction = {4, 5};
    REQUIRE(journal->ask([&](journal::Journal& owned) { return owned.finish(response); }));
  }

  bool hub_gets(std::size_t responses) {
    for (int tries = 0; tries < 2'000; ++tries) {
      if (hub.with([](MadeHub& made) { return made.state().responses.size(); }) == responses) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
  }

  farewell::testing::TempDir dir;
  SystemClock clock;
  testing::SharedHub hub{clock};
  testing::Listener listener;
  Health health{clock, dir.path()};
  std::unique_ptr<journal::Writer> journal = open_journal();
};

std::string config_of_revision(int version, int revision) {
  survey::Survey survey = survey::default_survey();
  survey.revision = revision;
  return Json{{"version", version}, {"survey", survey::to_json(survey)}}.dump();
}

void serve_config(MadeHub& made, int version, std::string body) {
  made.config_version = version;
  made.instead = [&made, body](const sync::Request& request, const std::string&) {
    return request.path == "/v1/config" ? std::optional(made.answer(request, 200, body)) : std::nullopt;
  };
}

}  // namespace

TEST_CASE("a pairing code enrols the terminal, and the enrolment is kept") {
  Online online;
  const SyncThread thread(online.parts(), std::nullopt,
                          {"http://127.0.0.1:1", testing::SharedHub::kCode, "Door"});
  REQUIRE(online.listener.hears<EnrolledNow>());
  const auto kept = DataFolder::open(online.dir / "terminal")->load_enrolment();
  REQUIRE(kept.enrolled);
  CHECK(kept.enrolled->hub == "http://127.0.0.1:1");
}

TEST_CASE("a refused code is told, and nothing is kept") {
  Online online;
  const SyncThread thread(online.parts(), std::nullopt, {"http://127.0.0.1:1", "AAAA-AAAA", "Door"});
  CHECK(online.listener.hears<CodeRefused>());
  CHECK_FALSE(DataFolder::open(online.dir / "terminal")->load_enrolment().enrolled.has_value());
}

TEST_CASE("a finished response reaches the hub") {
  Online online;
  const auto enrolment = online.hub.with([](MadeHub& made) { return made.enrol_terminal(); });
  SyncThread thread(online.parts(), enrolment, {});
  online.finish_a_response();
  thread.response_finished();
  CHECK(online.hub_gets(1));
}

TEST_CASE("what was answered before the enrolment reaches the hub after it") {
  Online online;
  online.finish_a_response();
  const SyncThread thread(online.parts(), std::nullopt,
                          {"http://127.0.0.1:1", testing::SharedHub::kCode, "Door"});
  CHECK(online.hub_gets(1));
}

TEST_CASE("a new configuration is fetched, kept and told") {
  Online online;
  const auto enrolment = online.hub.with([](MadeHub& made) {
    serve_config(made, 5, config_of_revision(5, 12));
    return made.enrol_terminal();
  });
  const SyncThread thread(online.parts(), enrolment, {});
  CHECK(online.listener.hears<ConfigArrived>(
      [](const ConfigArrived& arrived) { return arrived.config.survey.revision == 12; }));
  CHECK(DataFolder::open(online.dir / "terminal")->load_hub_config().config->version == 5);
}

TEST_CASE("a configuration that does not parse is not kept, and health says so") {
  Online online;
  const auto enrolment = online.hub.with([](MadeHub& made) {
    serve_config(made, 5, R"({"version":5,"survey":{"scale":9}})");
    return made.enrol_terminal();
  });
  SyncThread thread(online.parts(), enrolment, {});
  bool raised = false;
  for (int tries = 0; tries < 2'000 && !raised; ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    const auto flags = online.health.report(*online.journal).flags;
    raised = std::ranges::count(flags, "config-rolled-back") > 0;
  }
  CHECK(raised);
  CHECK_FALSE(DataFolder::open(online.dir / "terminal")->load_hub_config().config);
}

TEST_CASE("a thread that waits for the network ends at once when it is told to") {
  Online online;
  online.hub.with([](MadeHub& made) { made.weather = [] { return Weather::request_lost; }; });
  {
    const SyncThread thread(online.parts(), std::nullopt,
                            {"http://127.0.0.1:1", testing::SharedHub::kCode, "Door"});
  }
  SUCCEED();
}

}  // namespace farewell::kiosk
