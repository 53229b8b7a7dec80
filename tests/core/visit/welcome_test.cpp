#include <catch2/catch.hpp>

#include "tests/core/visit/terminal.h"

namespace farewell::visit {
using testing::Terminal;

TEST_CASE("a terminal that nobody touches shows Welcome and waits for nothing") {
  Terminal terminal;
  CHECK(terminal.state.screen == Screen::welcome);
  CHECK_FALSE(terminal.state.visit);
  CHECK_FALSE(due_ms(terminal.state, terminal.survey));
}

TEST_CASE("a tap on a face asks for the answer to be saved") {
  Terminal terminal;
  terminal.happens(FaceTapped{4});
  REQUIRE(terminal.all<SaveAnswer>().size() == 1);
  CHECK(terminal.all<SaveAnswer>()[0].value == 4);
  CHECK(terminal.all<SaveAnswer>()[0].of == 5);
}

TEST_CASE("an answer is on disk before the screen says thanks") {
  Terminal terminal;
  terminal.happens(FaceTapped{4});
  terminal.wait(terminal.survey.timings.hold_ms + 1000);
  CHECK(terminal.state.screen == Screen::welcome);
  CHECK(terminal.state.visit->value == 0);
  terminal.happens(AnswerSaved{terminal.number()});
  CHECK(terminal.state.screen == Screen::change);
  CHECK(terminal.state.visit->value == 4);
}

TEST_CASE("a face is held for its time even when the disk is quick") {
  Terminal terminal;
  terminal.happens(FaceTapped{4});
  terminal.happens(AnswerSaved{terminal.number()});
  terminal.wait(terminal.survey.timings.hold_ms - 1);
  CHECK(terminal.state.screen == Screen::welcome);
  terminal.wait(1);
  CHECK(terminal.state.screen == Screen::change);
}

TEST_CASE("an answer that could not be saved releases the face and thanks for nothing") {
  Terminal terminal;
  terminal.happens(FaceTapped{4});
  terminal.happens(AnswerNotSaved{terminal.number()});
  CHECK(terminal.state.visit->pressed == 0);
  CHECK(terminal.state.visit->value == 0);
  CHECK(terminal.state.screen == Screen::welcome);
  terminal.answer(4);
  CHECK(terminal.state.screen == Screen::change);
}

TEST_CASE("a second tap while a face is held changes nothing") {
  Terminal terminal;
  terminal.happens(FaceTapped{4});
  terminal.happens(FaceTapped{4});
  terminal.happens(FaceTapped{1});
  CHECK(terminal.all<SaveAnswer>().size() == 1);
  CHECK(terminal.state.visit->pressed == 4);
}

TEST_CASE("a face that is not on the scale is no answer and wakes nothing") {
  Terminal terminal;
  terminal.happens(FaceTapped{6});
  terminal.happens(FaceTapped{0});
  CHECK(terminal.effects.empty());
  CHECK_FALSE(terminal.state.visit);
}

TEST_CASE("after Back the customer answers again, and the new value replaces the first") {
  Terminal terminal;
  terminal.answer(2);
  terminal.happens(BackTapped{});
  CHECK(terminal.state.screen == Screen::welcome);
  terminal.answer(5);
  CHECK(terminal.state.screen == Screen::change);
  CHECK(terminal.state.visit->value == 5);
  CHECK(terminal.all<SaveAnswer>()[0].visit == terminal.all<SaveAnswer>()[1].visit);
}

TEST_CASE("a second answer that could not be saved leaves the first standing") {
  Terminal terminal;
  terminal.answer(2);
  terminal.happens(BackTapped{});
  terminal.happens(FaceTapped{5});
  terminal.happens(AnswerNotSaved{terminal.number()});
  CHECK(terminal.state.visit->value == 2);
  CHECK(terminal.state.screen == Screen::welcome);
}

TEST_CASE("an outcome of an earlier visit is known and left aside") {
  Terminal terminal;
  terminal.happens(FaceTapped{2});
  const std::uint64_t earlier = terminal.number();
  terminal.wait(10 * 60'000);
  REQUIRE_FALSE(terminal.state.visit);
  terminal.happens(FaceTapped{5});
  terminal.happens(AnswerSaved{earlier});
  terminal.wait(1000);
  CHECK(terminal.state.screen == Screen::welcome);
  CHECK(terminal.state.visit->value == 0);
}

TEST_CASE("the first touch of a visit counts it as woken, once") {
  Terminal terminal;
  terminal.happens(Touched{});
  terminal.happens(LanguageChosen{"nb"});
  terminal.answer(4);
  CHECK(terminal.all<CountWoken>().size() == 1);
}

TEST_CASE("the answer carries the language that was on the screen") {
  Terminal terminal;
  terminal.happens(LanguageChosen{"ar"});
  terminal.happens(FaceTapped{3});
  CHECK(terminal.all<SaveAnswer>()[0].language == "ar");
}

TEST_CASE("a language that the survey does not offer is not chosen") {
  Terminal terminal;
  terminal.happens(LanguageChosen{"tlh"});
  CHECK(terminal.state.language == "en");
}

TEST_CASE("a tap on a button that is gone wakes nobody") {
  Terminal terminal;
  terminal.happens(AllDoneTapped{});
  terminal.happens(ChangeDone{});
  CHECK_FALSE(terminal.state.visit);
  CHECK(terminal.effects.empty());
}

TEST_CASE("a survey that asks nothing more goes from the answer to Goodbye") {
  Terminal terminal;
  terminal.survey.topics.clear();
  terminal.survey.comment = false;
  terminal.answer(4);
  CHECK(terminal.state.screen == Screen::goodbye);
}

TEST_CASE("back to usual puts every ease off again") {
  Terminal terminal;
  for (const Ease ease :
       {Ease::speech, Ease::large_text, Ease::contrast, Ease::reach, Ease::more_time, Ease::one_switch})
    terminal.happens(EaseTapped{ease});
  terminal.happens(VolumeTapped{Louder::quieter});
  const Eases& eases = terminal.state.eases;
  CHECK((eases.speech && eases.large_text && eases.contrast && eases.reach && eases.more_time));
  CHECK(eases.one_switch);
  terminal.happens(UsualTapped{});
  CHECK(terminal.state.eases == Eases{});
}

TEST_CASE("an ease tapped twice is off again") {
  Terminal terminal;
  terminal.happens(EaseTapped{Ease::reach});
  terminal.happens(EaseTapped{Ease::reach});
  CHECK(terminal.state.eases == Eases{});
}

TEST_CASE("the volume has five steps and stays within them") {
  Terminal terminal;
  terminal.happens(EaseTapped{Ease::speech});
  CHECK(terminal.state.eases.volume == 3);
  for (int tap = 0; tap < 9; ++tap) terminal.happens(VolumeTapped{Louder::louder});
  CHECK(terminal.state.eases.volume == 5);
  for (int tap = 0; tap < 9; ++tap) terminal.happens(VolumeTapped{Louder::quieter});
  CHECK(terminal.state.eases.volume == 1);
}

}  // namespace farewell::visit
