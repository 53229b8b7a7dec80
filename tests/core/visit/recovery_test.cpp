#include <catch2/catch.hpp>

#include "tests/core/visit/terminal.h"

namespace farewell::visit {
namespace {

struct AtRecovery : testing::Terminal {
  AtRecovery() {
    answer(2);
    happens(ChangeDone{});
  }
};

}  // namespace

TEST_CASE("only the lowest two answers lead to Recovery") {
  const int value = GENERATE(1, 2, 3, 4, 5);
  testing::Terminal terminal;
  terminal.answer(value);
  terminal.happens(ChangeDone{});
  CHECK(terminal.state.screen == (value <= 2 ? Screen::recovery : Screen::goodbye));
}

TEST_CASE("a customer who wants nobody gets a quiet Goodbye") {
  AtRecovery terminal;
  terminal.happens(NoThanksTapped{});
  CHECK(farewell(terminal.state) == Farewell::quiet_noted);
  CHECK(terminal.all<SaveRecovery>().at(0).choice == Recovery::none);
  CHECK(terminal.all<RingForHelp>().empty());
}

TEST_CASE("yes, please rings once, and Goodbye says that it rings") {
  AtRecovery terminal;
  terminal.happens(HelpTapped{});
  terminal.happens(HelpTapped{});
  CHECK(terminal.all<RingForHelp>().size() == 1);
  CHECK(farewell(terminal.state) == Farewell::quiet_ringing);
  terminal.happens(HelpRinging{terminal.number()});
  CHECK(farewell(terminal.state) == Farewell::quiet_ringing);
}

TEST_CASE("Goodbye says who is coming once somebody has accepted") {
  AtRecovery terminal;
  terminal.happens(HelpTapped{});
  terminal.happens(HelpAccepted{terminal.number(), "Anna"});
  CHECK(farewell(terminal.state) == Farewell::quiet_person);
  CHECK(terminal.state.visit->helper == "Anna");
}

TEST_CASE("Goodbye points to the desk when nobody can be rung") {
  AtRecovery terminal;
  terminal.happens(HelpTapped{});
  terminal.happens(HelpUnavailable{terminal.number()});
  CHECK(farewell(terminal.state) == Farewell::quiet_desk);
}

TEST_CASE("a terminal that cannot ring makes no call and points to the desk") {
  AtRecovery terminal;
  terminal.abilities.help_calls = false;
  terminal.happens(HelpTapped{});
  CHECK(terminal.all<RingForHelp>().empty());
  CHECK(farewell(terminal.state) == Farewell::quiet_desk);
}

TEST_CASE("no help is called where the survey offers none, and the apology stands") {
  AtRecovery terminal;
  terminal.survey.help_calls = false;
  terminal.happens(HelpTapped{});
  CHECK(terminal.state.screen == Screen::recovery);
  CHECK(terminal.effects.size() == 2);  // woken, and the answer
}

TEST_CASE("an acceptance of an earlier visit names nobody") {
  AtRecovery terminal;
  terminal.happens(HelpTapped{});
  terminal.happens(HelpAccepted{terminal.number() - 1, "Anna"});
  CHECK(farewell(terminal.state) == Farewell::quiet_ringing);
}

TEST_CASE("Recovery leads back to Change") {
  AtRecovery terminal;
  terminal.happens(BackTapped{});
  CHECK(terminal.state.screen == Screen::change);
}

TEST_CASE("a customer who walks off at Recovery has completed what was asked") {
  AtRecovery terminal;
  terminal.wait(60'000);
  CHECK(terminal.all<FinishVisit>().at(0).ended == Ended::skipped);
}

}  // namespace farewell::visit
