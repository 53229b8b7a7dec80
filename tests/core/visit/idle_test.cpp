#include <catch2/catch.hpp>

#include "tests/core/visit/terminal.h"

namespace farewell::visit {
using testing::Terminal;

TEST_CASE("after the idle time the screen asks whether anybody is there") {
  Terminal terminal;
  terminal.answer(4);
  terminal.wait(terminal.survey.timings.idle_after_ms - terminal.survey.timings.hold_ms - 1);
  CHECK_FALSE(terminal.state.idle_warning);
  terminal.wait(1);
  CHECK(terminal.state.idle_warning);
  CHECK(terminal.state.screen == Screen::change);
}

TEST_CASE("the idle warning counts whole seconds") {
  Terminal terminal;
  terminal.answer(4);
  terminal.wait(terminal.survey.timings.idle_after_ms - terminal.survey.timings.hold_ms);
  CHECK(idle_seconds_left(terminal.state, terminal.now_ms, terminal.survey) == 20);
  CHECK(due_ms(terminal.state, terminal.survey) == terminal.now_ms + 1000);
  terminal.wait(1500);
  CHECK(idle_seconds_left(terminal.state, terminal.now_ms, terminal.survey) == 19);
  CHECK(due_ms(terminal.state, terminal.survey) == terminal.now_ms + 500);
}

TEST_CASE("a customer who walks off leaves the answer and nothing typed") {
  Terminal terminal;
  terminal.answer(4);
  terminal.happens(WordsTapped{});
  terminal.happens(DraftEdited{"unsent"});
  terminal.wait(40'000);
  CHECK_FALSE(terminal.state.visit);
  CHECK(terminal.state.screen == Screen::welcome);
  CHECK(terminal.all<FinishVisit>().at(0).ended == Ended::timed_out);
  CHECK(terminal.all<SaveChange>().empty());
}

TEST_CASE("More time can be had again and again") {
  Terminal terminal;
  terminal.answer(4);
  for (int i = 0; i < 30; ++i) {
    terminal.wait(terminal.survey.timings.idle_after_ms + terminal.survey.timings.idle_warning_ms - 1000);
    REQUIRE(terminal.state.idle_warning);
    terminal.happens(MoreTimeTapped{});
    CHECK_FALSE(terminal.state.idle_warning);
  }
  CHECK(terminal.state.screen == Screen::change);
}

TEST_CASE("a tap that the warning overtook still counts") {
  Terminal terminal;
  terminal.answer(4);
  terminal.wait(terminal.survey.timings.idle_after_ms);
  REQUIRE(terminal.state.idle_warning);
  terminal.happens(TopicTapped{"waiting"});
  CHECK_FALSE(terminal.state.idle_warning);
  CHECK(terminal.state.visit->topics == std::vector<std::string>{"waiting"});
}

TEST_CASE("I'm done ends the visit, and only the warning offers it") {
  Terminal terminal;
  terminal.answer(4);
  terminal.happens(ImDoneTapped{});
  CHECK(terminal.state.visit);
  terminal.wait(terminal.survey.timings.idle_after_ms);
  terminal.happens(ImDoneTapped{});
  CHECK_FALSE(terminal.state.visit);
  CHECK(terminal.all<FinishVisit>().at(0).ended == Ended::timed_out);
}

TEST_CASE("a customer who needs more time is asked after two minutes") {
  const Ease slow = GENERATE(Ease::more_time, Ease::speech, Ease::one_switch);
  Terminal terminal;
  terminal.happens(EaseTapped{slow});
  terminal.answer(4);
  terminal.wait(kMoreTimeMs - terminal.survey.timings.hold_ms - 1);
  CHECK_FALSE(terminal.state.idle_warning);
  terminal.wait(1);
  CHECK(terminal.state.idle_warning);
}

TEST_CASE("a visit that changed only the language ends without a record") {
  Terminal terminal;
  terminal.happens(LanguageChosen{"nb"});
  terminal.wait(terminal.survey.timings.idle_after_ms);
  CHECK(terminal.state.idle_warning);
  terminal.wait(terminal.survey.timings.idle_warning_ms);
  CHECK_FALSE(terminal.state.visit);
  CHECK(terminal.state.language == "en");
  CHECK(terminal.all<FinishVisit>().empty());
}

TEST_CASE("a stray touch is forgotten without asking anybody") {
  Terminal terminal;
  terminal.happens(Touched{});
  terminal.wait(terminal.survey.timings.idle_after_ms + terminal.survey.timings.idle_warning_ms - 1);
  CHECK(terminal.state.visit);
  CHECK_FALSE(terminal.state.idle_warning);
  terminal.wait(1);
  CHECK_FALSE(terminal.state.visit);
  CHECK(terminal.all<FinishVisit>().empty());
}

TEST_CASE("an answer that never reached the disk leaves no record when its customer walks off") {
  Terminal terminal;
  terminal.happens(FaceTapped{4});
  terminal.wait(60'000);
  CHECK_FALSE(terminal.state.visit);
  CHECK(terminal.all<FinishVisit>().empty());
}

TEST_CASE("a terminal that slept through the warning still asks first") {
  Terminal terminal;
  terminal.answer(4);
  terminal.now_ms += 3'600'000;
  terminal.happens(TimePassed{});
  CHECK(terminal.state.idle_warning);
  CHECK(idle_seconds_left(terminal.state, terminal.now_ms, terminal.survey) == 20);
}

TEST_CASE("a clock that steps back neither ends a visit nor lengthens it") {
  Terminal terminal;
  terminal.answer(4);
  const std::int64_t then_ms = terminal.now_ms;
  terminal.now_ms -= 500;
  terminal.happens(TimePassed{});
  CHECK(terminal.state.now_ms == then_ms);
}

TEST_CASE("the warning can be answered for twenty seconds, and at least ten times over") {
  Terminal terminal;
  terminal.answer(4);
  for (int extended = 0; extended < 12; ++extended) {
    terminal.wait(terminal.survey.timings.idle_after_ms);
    REQUIRE(terminal.state.idle_warning);
    terminal.wait(19'000);
    REQUIRE(terminal.state.visit);
    terminal.happens(MoreTimeTapped{});
    CHECK_FALSE(terminal.state.idle_warning);
  }
  terminal.wait(terminal.survey.timings.idle_after_ms + terminal.survey.timings.idle_warning_ms);
  CHECK_FALSE(terminal.state.visit);
}

TEST_CASE("a terminal with a fixed switch begins every visit with it, and back to usual keeps it") {
  Terminal terminal;
  terminal.state = initial(terminal.survey, 1, Eases{.one_switch = true});
  terminal.happens(EaseTapped{Ease::reach});
  terminal.happens(UsualTapped{});
  CHECK(terminal.state.eases == Eases{.one_switch = true});
  terminal.happens(EaseTapped{Ease::one_switch});
  terminal.answer(4);
  terminal.happens(ChangeDone{});
  terminal.happens(AllDoneTapped{});
  CHECK(terminal.state.eases == Eases{.one_switch = true});
}

}  // namespace farewell::visit
