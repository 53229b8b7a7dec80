// A treat's code from the draw to the till: who gets one, when it is shown, and how long it stands.
#include <catch2/catch.hpp>

#include "tests/core/visit/terminal.h"

namespace farewell::visit {
namespace {

/// At Goodbye after `value`, with treats for everybody.
struct Treated : testing::Terminal {
  explicit Treated(int value, int treats_per_day = 20) {
    survey.surprises.kinds = {"treat"};
    survey.surprises.control_share = 0;
    survey.surprises.treats_per_day = treats_per_day;
    abilities.treats = true;
    abilities.guest = 7;
    answer(value);
    happens(ChangeDone{});
    if (value <= 2) happens(NoThanksTapped{});
  }
  std::size_t asked() const { return all<GiveTreat>().size(); }
};

}  // namespace

TEST_CASE("a drawn treat is asked for at Goodbye, and its code shown when it is given") {
  Treated terminal(5);
  CHECK(terminal.asked() == 1);
  CHECK(farewell(terminal.state) == Farewell::treat);
  CHECK(terminal.state.visit->treat_code.empty());
  terminal.happens(TreatGiven{terminal.number(), "K7QM-2RXD"});
  CHECK(terminal.state.visit->treat_code == "K7QM-2RXD");
}

TEST_CASE("an unhappy guest is given the same treat, at the quiet table") {
  Treated terminal(1);
  CHECK(terminal.asked() == 1);
  terminal.happens(TreatGiven{terminal.number(), "K7QM-2RXD"});
  CHECK(farewell(terminal.state) == Farewell::quiet_noted);
  CHECK(terminal.state.visit->treat_code == "K7QM-2RXD");
}

TEST_CASE("while somebody may be coming no treat is given") {
  testing::Terminal terminal;
  terminal.survey.surprises.kinds = {"treat"};
  terminal.survey.surprises.control_share = 0;
  terminal.abilities.treats = true;
  terminal.answer(1);
  terminal.happens(ChangeDone{});
  terminal.happens(HelpTapped{});
  CHECK(terminal.all<GiveTreat>().empty());
}

TEST_CASE("the control group is given none, and none is taken from the budget") {
  testing::Terminal terminal;
  terminal.survey.surprises.kinds = {"treat"};
  terminal.survey.surprises.control_share = 1;
  terminal.abilities.treats = true;
  terminal.answer(5);
  terminal.happens(ChangeDone{});
  CHECK(terminal.all<GiveTreat>().empty());
  CHECK(farewell(terminal.state) == Farewell::plain);
}

TEST_CASE("a treat that could not be given is no surprise, and nobody is told of one") {
  Treated terminal(5);
  terminal.happens(TreatNotGiven{terminal.number()});
  CHECK(farewell(terminal.state) == Farewell::plain);
  terminal.happens(AllDoneTapped{});
  CHECK(terminal.all<FinishVisit>().at(0).surprise.empty());
}

TEST_CASE("a code stands until All done, or until the idle warning has run out") {
  Treated terminal(5);
  terminal.happens(TreatGiven{terminal.number(), "K7QM-2RXD"});
  const auto& timings = terminal.survey.timings;
  terminal.wait(timings.idle_after_ms - 1);
  CHECK_FALSE(terminal.state.idle_warning);
  terminal.wait(1);
  CHECK(terminal.state.idle_warning);
  terminal.happens(MoreTimeTapped{});
  CHECK(terminal.state.screen == Screen::goodbye);
  CHECK_FALSE(terminal.state.idle_warning);
  terminal.wait(timings.idle_after_ms + timings.idle_warning_ms);
  CHECK_FALSE(terminal.state.visit);
  CHECK(terminal.all<FinishVisit>().at(0).ended == Ended::skipped);
}

TEST_CASE("All done takes the code off the screen at once") {
  Treated terminal(5);
  terminal.happens(TreatGiven{terminal.number(), "K7QM-2RXD"});
  terminal.happens(SurpriseTouched{});
  terminal.happens(AllDoneTapped{});
  CHECK_FALSE(terminal.state.visit);
  CHECK(terminal.all<FinishVisit>().at(0).surprise == "treat");
  CHECK(terminal.all<FinishVisit>().at(0).surprise_engaged);
}

TEST_CASE("a code that comes for a visit that is over is nobody's") {
  Treated terminal(5);
  const std::uint64_t number = terminal.number();
  terminal.happens(AllDoneTapped{});
  terminal.happens(TreatGiven{number, "K7QM-2RXD"});
  CHECK_FALSE(terminal.state.visit);
  terminal.answer(5);
  terminal.happens(TreatGiven{number, "K7QM-2RXD"});
  CHECK(terminal.state.visit->treat_code.empty());
}

TEST_CASE("the guest at a milestone is given a treat for the number") {
  testing::Terminal terminal;
  terminal.survey.surprises.kinds = {"garden", "number"};
  terminal.survey.surprises.control_share = 0;
  terminal.survey.surprises.milestone_every = 100;
  terminal.abilities.treats = true;
  terminal.abilities.guest = 200;
  terminal.answer(5);
  terminal.happens(ChangeDone{});
  CHECK(farewell(terminal.state) == Farewell::number);
  CHECK(terminal.state.visit->milestone);
  REQUIRE(terminal.all<GiveTreat>().size() == 1);
  terminal.happens(TreatNotGiven{terminal.number()});
  CHECK(farewell(terminal.state) == Farewell::number);
}

TEST_CASE("each kind that is drawn has its own Goodbye, and none of them after an unhappy answer") {
  const auto [kind, expected] = GENERATE(table<const char*, Farewell>({{"garden", Farewell::garden},
                                                                       {"fact", Farewell::fact},
                                                                       {"number", Farewell::number},
                                                                       {"changed", Farewell::changed}}));
  for (const int value : {1, 2, 3, 5}) {
    testing::Terminal terminal;
    terminal.survey.surprises.kinds = {kind};
    terminal.survey.surprises.control_share = 0;
    terminal.abilities.guest = 7;
    terminal.answer(value);
    terminal.happens(ChangeDone{});
    if (value <= 2) terminal.happens(NoThanksTapped{});
    CHECK(farewell(terminal.state) == (value <= 2 ? Farewell::quiet_noted : expected));
    terminal.happens(SurpriseTouched{});
    CHECK(terminal.state.visit->surprise_engaged == (value > 2));
  }
}

}  // namespace farewell::visit
