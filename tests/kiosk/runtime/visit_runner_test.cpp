#include "app/kiosk/runtime/visit_runner.h"

#include <sodium.h>

#include <catch2/catch.hpp>

#include "core/base/base64.h"
#include "tests/kiosk/runtime/bench.h"

namespace farewell::kiosk {
namespace {

using testing::Bench;

wire::Enrolment enrolment(const wire::Key& sealing_key = {9}) {
  return {.terminal = "0f8b5b0e-3c0a-4a54-9f7e-2f6d3c1b5a90",
          .key = {},
          .sealing_key = sealing_key,
          .site_id = "s",
          .site_name = "Demo shop",
          .time_zone = "Europe/Oslo"};
}

}  // namespace

TEST_CASE("a tapped answer is in the journal's file before the screen goes on") {
  Bench bench;
  bench.runner.dispatch(visit::FaceTapped{4});
  bench.writer->ask([](journal::Journal&) { return 0; });
  CHECK(bench.runner.state().screen == visit::Screen::welcome);
  CHECK(bench.runner.state().visit->value == 0);
  bench.settle();
  bench.wait(bench.runner.asked().survey.timings.hold_ms);
  CHECK(bench.runner.state().screen == visit::Screen::change);
}

TEST_CASE("a whole visit leaves one response that says all of it") {
  survey::Survey survey = survey::default_survey();
  survey.surprises.kinds = {"garden"};
  Bench bench(survey);
  const auto topic = bench.runner.asked().survey.topics.at(0).id;
  bench.answer(2);
  bench.tap(visit::TopicTapped{topic});
  bench.tap(visit::WordsTapped{});
  bench.tap(visit::DraftEdited{"The queue at the till"});
  bench.tap(visit::WordsDone{});
  bench.tap(visit::ChangeDone{});
  bench.tap(visit::NoThanksTapped{});
  bench.tap(visit::AllDoneTapped{});
  const auto responses = bench.responses();
  REQUIRE(responses.size() == 1);
  const wire::Response& response = responses[0];
  CHECK(response.seq == 1);
  CHECK(response.satisfaction == wire::Satisfaction{2, 5});
  CHECK(response.change == wire::Change{{topic}, "The queue at the till"});
  CHECK(response.recovery->choice == wire::RecoveryChoice::none);
  CHECK(response.ended == wire::Ended::completed);
  CHECK(response.layout == "ltr-5");
  CHECK(response.surprise->kind == "garden");
  CHECK(response.screens.front().name == "welcome");
  CHECK(bench.finished == 1);
}

TEST_CASE("a visit interrupted by the power is found at the next start and closed") {
  Bench bench;
  bench.answer(4);
  bench.writer.reset();
  journal::Opened opened;
  const auto journal = journal::Journal::open(bench.file(), journal::Mode::own, &opened);
  REQUIRE(journal);
  CHECK(opened.interrupted == 1);
  const auto stream = (*journal)->current_stream();
  CHECK(stream->last_seq == 1);
}

TEST_CASE("a visit that answered nothing leaves no response, but is counted as woken") {
  Bench bench;
  bench.tap(visit::LanguageChosen{"ar"});
  bench.wait(60'000);
  CHECK_FALSE(bench.runner.state().visit);
  CHECK(bench.responses().empty());
  const auto hours = bench.writer->ask([](journal::Journal& journal) { return journal.hours(1); });
  REQUIRE(hours->size() == 1);
  CHECK(hours->at(0).woken == 1);
  CHECK(hours->at(0).rated == 0);
}

TEST_CASE("an answered and completed visit is counted so in its hour") {
  Bench bench;
  bench.answer(5);
  bench.tap(visit::TopicTapped{bench.runner.asked().survey.topics.at(0).id});
  bench.tap(visit::ChangeDone{});
  bench.tap(visit::AllDoneTapped{});
  const auto hours = bench.writer->ask([](journal::Journal& journal) { return journal.hours(1); });
  REQUIRE(hours->size() == 1);
  CHECK(hours->at(0) == wire::HourCounts{hours->at(0).hour, 1, 1, 1, 1});
}

TEST_CASE("a response remembers the language and direction it was given in") {
  Bench bench;
  bench.tap(visit::LanguageChosen{"ar"});
  bench.answer(5);
  bench.tap(visit::ChangeDone{});
  bench.tap(visit::AllDoneTapped{});
  CHECK(bench.responses().at(0).language == "ar");
  CHECK(bench.responses().at(0).layout == "rtl-5");
}

TEST_CASE("an enrolled terminal's visits start in the site's local time") {
  Bench bench;
  bench.runner.enrol(enrolment());
  bench.answer(5);
  bench.tap(visit::ChangeDone{});
  bench.tap(visit::AllDoneTapped{});
  CHECK(bench.responses().at(0).started_at_offset_minutes == 60);
}

TEST_CASE("a help call names the response it belongs to, and the response names the call") {
  Bench bench;
  bench.runner.enrol(enrolment());
  bench.answer(1);
  bench.tap(visit::ChangeDone{});
  bench.tap(visit::HelpTapped{});
  bench.tap(visit::AllDoneTapped{});
  const wire::Response response = bench.responses().at(0);
  REQUIRE(bench.rung.size() == 1);
  CHECK(bench.rung[0].response == response.id);
  CHECK(response.recovery == wire::Recovery{wire::RecoveryChoice::call, bench.rung[0].id});
}

TEST_CASE("a terminal without an enrolment rings nobody and takes no contact") {
  Bench bench;
  bench.answer(1);
  bench.tap(visit::ChangeDone{});
  bench.tap(visit::ContactTapped{});
  CHECK(bench.runner.state().screen == visit::Screen::recovery);
  bench.tap(visit::HelpTapped{});
  CHECK(bench.rung.empty());
  CHECK(visit::farewell(bench.runner.state()) == visit::Farewell::quiet_desk);
}

TEST_CASE("a contact reaches the journal sealed, and only the hub's key opens it") {
  REQUIRE(sodium_init() >= 0);
  wire::Key open_key{}, secret_key{};
  crypto_box_keypair(open_key.data(), secret_key.data());
  Bench bench;
  bench.runner.enrol(enrolment(open_key));
  bench.answer(1);
  bench.tap(visit::ChangeDone{});
  bench.tap(visit::ContactTapped{});
  bench.tap(visit::ContactEdited{"91234567"});
  bench.tap(visit::ContactSent{});
  CHECK(visit::farewell(bench.runner.state()) == visit::Farewell::quiet_contact);
  bench.tap(visit::AllDoneTapped{});
  const auto sealed = from_base64(bench.responses().at(0).contact);
  REQUIRE(sealed);
  std::string plain(sealed->size() - crypto_box_SEALBYTES, '\0');
  REQUIRE(crypto_box_seal_open(reinterpret_cast<unsigned char*>(plain.data()), sealed->data(), sealed->size(),
                               open_key.data(), secret_key.data()) == 0);
  CHECK(plain == R"({"by":"phone","contact":"91234567"})");
}

TEST_CASE("another survey is asked from the next visit on, not in the middle of one") {
  Bench bench;
  survey::Survey another = survey::default_survey();
  another.revision = 7;
  bench.answer(5);
  bench.runner.ask_next(Bench::asked(another));
  CHECK(bench.runner.asked().survey.revision == survey::default_survey().revision);
  bench.tap(visit::ChangeDone{});
  bench.tap(visit::AllDoneTapped{});
  CHECK(bench.runner.asked().survey.revision == 7);
  CHECK(bench.runner.asked_number() == 2);
  bench.answer(5);
  bench.tap(visit::ChangeDone{});
  bench.tap(visit::AllDoneTapped{});
  CHECK(bench.responses().at(1).survey_revision == 7);
}

TEST_CASE("another survey is asked at once while nobody is here") {
  Bench bench;
  survey::Survey another = survey::default_survey();
  another.revision = 7;
  bench.runner.ask_next(Bench::asked(another));
  CHECK(bench.runner.asked().survey.revision == 7);
}

TEST_CASE("today's guests are counted from the journal at start, and grow with each") {
  Bench bench;
  bench.answer(5);
  bench.tap(visit::ChangeDone{});
  bench.tap(visit::AllDoneTapped{});
  CHECK(bench.runner.guests_today() == 1);
  VisitRunner again(bench.outside(), Bench::asked(survey::default_survey()), 2);
  bench.writer->ask([](journal::Journal&) { return 0; });
  for (const Notice& notice : bench.notices.take()) {
    if (const auto* counted = std::get_if<GuestsCounted>(&notice)) again.hear(*counted);
  }
  CHECK(again.guests_today() == 1);
}

TEST_CASE("a new day begins with an empty garden") {
  Bench bench;
  bench.answer(5);
  bench.tap(visit::ChangeDone{});
  bench.tap(visit::AllDoneTapped{});
  bench.clock.tick(86'400'000);
  bench.tap(visit::Touched{});
  CHECK(bench.runner.guests_today() == 0);
}

}  // namespace farewell::kiosk
