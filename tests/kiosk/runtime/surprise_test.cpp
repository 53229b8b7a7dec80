// What the terminal keeps of a day, as the visit meets it: the garden's guests, and the treats.
#include <catch2/catch.hpp>

#include "app/kiosk/runtime/visit_runner.h"
#include "core/base/file.h"
#include "core/treat/code.h"
#include "tests/kiosk/runtime/bench.h"

namespace farewell::kiosk {
namespace {

using testing::Bench;

survey::Survey with_treats(int per_day) {
  survey::Survey survey = survey::default_survey();
  survey.surprises.kinds = {"treat"};
  survey.surprises.control_share = 0;
  survey.surprises.treats_per_day = per_day;
  survey.texts = {{"en", {{"shop.treat", "A cinnamon bun"}}}};
  return survey;
}

struct Treated : Bench {
  explicit Treated(int per_day) : Bench(with_treats(per_day)) { settle(); }

  /// The code of a whole visit; empty if there was none.
  std::string visit_of(int value) {
    answer(value);
    tap(visit::ChangeDone{});
    if (value <= 2) tap(visit::NoThanksTapped{});
    settle();
    const std::string code = runner.state().visit->treat_code;
    tap(visit::AllDoneTapped{});
    return code;
  }
};

/// What a restart finds: another runner on the same folder.
std::uint32_t guests_after_restart(Bench& bench) {
  VisitRunner again(bench.outside(), Bench::asked(survey::default_survey()), 2);
  bench.writer->ask([](journal::Journal&) { return 0; });
  for (const Notice& notice : bench.notices.take()) {
    if (const auto* counted = std::get_if<GuestsCounted>(&notice)) again.hear(*counted);
  }
  return again.guests_today();
}

void three_guests_came(Bench& bench) {
  bench.settle();
  for (int guest = 0; guest < 3; ++guest) {
    bench.answer(5);
    bench.tap(visit::ChangeDone{});
    bench.tap(visit::AllDoneTapped{});
  }
}

}  // namespace

TEST_CASE("a treat's code is genuine to the desk that has the terminal's key") {
  Treated terminal(20);
  const std::string code = terminal.visit_of(5);
  REQUIRE_FALSE(code.empty());
  CHECK(treat::serial_of(code, treat::Key{7}, terminal.runner.today()) == 1);
  CHECK(treat::serial_of(terminal.visit_of(4), treat::Key{7}, terminal.runner.today()) == 2);
  CHECK(terminal.responses().at(0).surprise == wire::Surprise{"treat", "shown", false});
}

TEST_CASE("an unhappy guest's treat counts in the same budget") {
  Treated terminal(20);
  CHECK(treat::serial_of(terminal.visit_of(1), treat::Key{7}, terminal.runner.today()) == 1);
}

TEST_CASE("when the day's treats are given, nothing is drawn that there is not") {
  Treated terminal(2);
  CHECK_FALSE(terminal.visit_of(5).empty());
  CHECK_FALSE(terminal.visit_of(5).empty());
  CHECK(terminal.visit_of(5).empty());
  CHECK_FALSE(terminal.responses().at(2).surprise);
}

TEST_CASE("the budget outlives a restart") {
  Treated terminal(1);
  CHECK_FALSE(terminal.visit_of(5).empty());
  VisitRunner again(terminal.outside(), Bench::asked(with_treats(1)), 2);
  terminal.writer->ask([](journal::Journal&) { return 0; });
  for (const Notice& notice : terminal.notices.take()) {
    if (const auto* counted = std::get_if<GuestsCounted>(&notice)) again.hear(*counted);
  }
  again.dispatch(visit::Touched{});
  CHECK_FALSE(again.abilities().treats);
}

TEST_CASE("the next day has its treats again") {
  Treated terminal(1);
  CHECK_FALSE(terminal.visit_of(5).empty());
  terminal.clock.tick(86'400'000);
  terminal.tap(visit::TimePassed{});
  CHECK_FALSE(terminal.visit_of(5).empty());
}

TEST_CASE("no treat is drawn before the day's count is known, which may be its whole budget") {
  Bench bench(with_treats(20));  // nothing is settled: the journal has not counted yet
  bench.runner.dispatch(visit::Touched{});
  CHECK_FALSE(bench.runner.abilities().treats);
  CHECK(bench.runner.abilities().guest == 0);
  bench.settle();
  bench.runner.dispatch(visit::Touched{});
  CHECK(bench.runner.abilities().treats);
  CHECK(bench.runner.abilities().guest == 1);
}

TEST_CASE("the garden is empty at midnight though nobody touches the screen") {
  Bench bench;
  wire::Enrolment site;
  site.time_zone = "Europe/Oslo";
  bench.runner.enrol(site);
  bench.settle();
  bench.answer(5);
  bench.tap(visit::ChangeDone{});
  bench.tap(visit::AllDoneTapped{});
  REQUIRE(bench.runner.guests_today() == 1);
  const std::int64_t midnight_ms = TimeZone::find("Europe/Oslo")->bounds(bench.runner.today()).to_ms;
  for (int hours = 0; hours < 24 && bench.clock.utc_ms() < midnight_ms; ++hours) {
    const std::int64_t wait_ms = *bench.runner.due_ms() - bench.clock.monotonic_ms();
    REQUIRE(wait_ms > 0);
    REQUIRE(wait_ms <= 3'600'000);
    bench.clock.tick(std::min(wait_ms, midnight_ms - bench.clock.utc_ms()));
    bench.runner.pass_time();
    bench.settle();
  }
  CHECK(bench.runner.guests_today() == 0);
  CHECK(*bench.runner.due_ms() > bench.clock.monotonic_ms());
}

TEST_CASE("a garden outlives the loss of the journal") {
  Bench bench;
  three_guests_came(bench);
  bench.writer.reset();
  REQUIRE(std::filesystem::remove(bench.file()));
  bench.writer = std::make_unique<journal::Writer>(bench.open_journal());
  CHECK(guests_after_restart(bench) == 3);
}

TEST_CASE("a garden outlives the loss of its own page, by the journal") {
  Bench bench;
  three_guests_came(bench);
  REQUIRE(write_file(bench.dir / "today.json", "not a page"));
  CHECK(guests_after_restart(bench) == 3);
}

}  // namespace farewell::kiosk
