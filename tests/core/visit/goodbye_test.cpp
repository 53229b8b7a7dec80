#include <catch2/catch.hpp>

#include "tests/core/visit/terminal.h"

namespace farewell::visit {
namespace {

struct AtGoodbye : testing::Terminal {
  explicit AtGoodbye(int value = 5, double control_share = 0) {
    survey.surprises.control_share = control_share;
    answer(value);
    happens(ChangeDone{});
    if (value <= 2) happens(NoThanksTapped{});
  }
};

}  // namespace

TEST_CASE("a visit that is drawn into the garden gets its flower") {
  AtGoodbye terminal;
  CHECK(farewell(terminal.state) == Farewell::garden);
  terminal.happens(SurpriseTouched{});
  terminal.happens(AllDoneTapped{});
  const FinishVisit finished = terminal.all<FinishVisit>().at(0);
  CHECK(finished.surprise == "garden");
  CHECK(finished.surprise_shown);
  CHECK(finished.surprise_engaged);
}

TEST_CASE("the control group gets thanks alone") {
  AtGoodbye terminal(5, 1);
  CHECK(farewell(terminal.state) == Farewell::plain);
  terminal.happens(SurpriseTouched{});
  terminal.happens(AllDoneTapped{});
  CHECK(terminal.all<FinishVisit>().at(0).surprise == "garden");
  CHECK_FALSE(terminal.all<FinishVisit>().at(0).surprise_shown);
  CHECK_FALSE(terminal.all<FinishVisit>().at(0).surprise_engaged);
}

TEST_CASE("the surprise is drawn alike for every rating") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    std::vector<bool> shown;
    for (const int value : {1, 3, 5}) {
      testing::Terminal terminal;
      terminal.state = initial(terminal.survey, seed);
      terminal.answer(value);
      terminal.happens(ChangeDone{});
      if (value == 1) terminal.happens(NoThanksTapped{});
      shown.push_back(terminal.state.visit->surprise_shown);
    }
    CHECK(shown == std::vector<bool>(3, shown[0]));
  }
}

TEST_CASE("an unhappy customer meets no celebration, drawn or not") {
  AtGoodbye terminal(1);
  CHECK(terminal.state.visit->surprise_shown);
  CHECK(farewell(terminal.state) == Farewell::quiet_noted);
}

TEST_CASE("All done ends the visit at once") {
  AtGoodbye terminal;
  terminal.happens(AllDoneTapped{});
  CHECK_FALSE(terminal.state.visit);
  CHECK(terminal.state.screen == Screen::welcome);
  CHECK(terminal.all<FinishVisit>().size() == 1);
}

TEST_CASE("Goodbye goes home by itself after its time, the quiet one after a longer one") {
  const int value = GENERATE(5, 1);
  AtGoodbye terminal(value);
  const auto& timings = terminal.survey.timings;
  const std::int64_t stands_ms = value == 1 ? timings.quiet_home_after_ms : timings.home_after_ms;
  terminal.wait(stands_ms - 1);
  CHECK(terminal.state.screen == Screen::goodbye);
  terminal.wait(1);
  CHECK_FALSE(terminal.state.visit);
}

TEST_CASE("a touch lets Goodbye stand for its time again") {
  AtGoodbye terminal;
  terminal.wait(terminal.survey.timings.home_after_ms - 1);
  terminal.happens(Touched{});
  terminal.wait(terminal.survey.timings.home_after_ms - 1);
  CHECK(terminal.state.screen == Screen::goodbye);
}

TEST_CASE("a ringing Goodbye stays until somebody accepts, and its time after that") {
  testing::Terminal terminal;
  terminal.answer(1);
  terminal.happens(ChangeDone{});
  terminal.happens(HelpTapped{});
  terminal.wait(60'000);
  CHECK(farewell(terminal.state) == Farewell::quiet_ringing);
  terminal.happens(HelpAccepted{terminal.number(), "Anna"});
  terminal.wait(terminal.survey.timings.quiet_home_after_ms - 1);
  CHECK(farewell(terminal.state) == Farewell::quiet_person);
  terminal.wait(1);
  CHECK_FALSE(terminal.state.visit);
}

TEST_CASE("a call that nobody ever answers ends at the desk, and then at home") {
  testing::Terminal terminal;
  terminal.answer(1);
  terminal.happens(ChangeDone{});
  terminal.happens(HelpTapped{});
  terminal.wait(kRingAtMostMs);
  CHECK(farewell(terminal.state) == Farewell::quiet_desk);
  terminal.wait(terminal.survey.timings.quiet_home_after_ms);
  CHECK_FALSE(terminal.state.visit);
}

TEST_CASE("a finished visit says how long it took, screen by screen") {
  testing::Terminal terminal;
  terminal.happens(Touched{});
  terminal.wait(3'000);
  terminal.answer(4);
  terminal.wait(2'000);
  terminal.happens(BackTapped{});
  terminal.wait(500);
  terminal.answer(4);
  terminal.wait(1'000);
  terminal.happens(ChangeDone{});
  terminal.wait(4'000);
  terminal.happens(AllDoneTapped{});
  const FinishVisit finished = terminal.all<FinishVisit>().at(0);
  REQUIRE(finished.screens.size() == 3);
  CHECK(finished.screens[0].screen == Screen::welcome);
  CHECK(finished.screens[0].ms == 3'500 + 2 * terminal.survey.timings.hold_ms);
  CHECK(finished.screens[1].ms == 3'000);
  CHECK(finished.screens[2].ms == 4'000);
  CHECK(finished.duration_ms == finished.screens[0].ms + 7'000);
}

TEST_CASE("the next customer finds nothing of the last one") {
  testing::Terminal terminal;
  terminal.happens(LanguageChosen{"ar"});
  terminal.happens(EaseTapped{Ease::contrast});
  terminal.happens(EaseTapped{Ease::more_time});
  terminal.answer(4);
  terminal.happens(WordsTapped{});
  terminal.happens(DraftEdited{"private"});
  terminal.happens(BackTapped{});
  terminal.happens(ChangeDone{});
  terminal.happens(AllDoneTapped{});
  CHECK(terminal.state.language == "en");
  CHECK(terminal.state.eases == Eases{});
  terminal.answer(4);
  terminal.happens(WordsTapped{});
  CHECK(terminal.state.visit->draft.empty());
}

TEST_CASE("another survey is taken on between visits, and chance goes on") {
  AtGoodbye terminal;
  terminal.happens(AllDoneTapped{});
  survey::Survey another = terminal.survey;
  another.default_language = "nb";
  const std::uint64_t random = terminal.state.random;
  terminal.state = with_survey(terminal.state, another);
  CHECK(terminal.state.language == "nb");
  CHECK(terminal.state.random == random);
  CHECK(terminal.state.visits == 1);
}

}  // namespace farewell::visit
