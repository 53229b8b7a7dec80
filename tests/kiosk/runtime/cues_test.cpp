#include "app/kiosk/runtime/cues.h"

#include <catch2/catch.hpp>

using namespace farewell;
using namespace farewell::kiosk;

namespace {

visit::State goodbye(int value) {
  visit::State state;
  state.screen = visit::Screen::goodbye;
  state.visit = visit::Visit{};
  state.visit->number = 1;
  state.visit->value = value;
  return state;
}

}  // namespace

TEST_CASE("a festive goodbye is thanked once") {
  Cues cues;
  CHECK(cues.look(goodbye(4)) == Tone::thanks);
  CHECK_FALSE(cues.look(goodbye(4)));
}

TEST_CASE("whatever a happy guest is surprised with, the thanks sounds") {
  for (const char* surprise : {"", "garden", "fact", "number", "treat", "changed"}) {
    INFO(surprise);
    visit::State state = goodbye(4);
    state.visit->surprise = surprise;
    state.visit->surprise_shown = true;
    CHECK(Cues().look(state) == Tone::thanks);
  }
}

TEST_CASE("a treat upon the quiet table makes no sound") {
  visit::State state = goodbye(1);
  state.visit->surprise = "treat";
  state.visit->surprise_shown = true;
  state.visit->treat = visit::Treat::given;
  CHECK_FALSE(Cues().look(state));
}

TEST_CASE("an unhappy goodbye is silent") {
  Cues cues;
  CHECK_FALSE(cues.look(goodbye(1)));
}

TEST_CASE("when nobody can be rung the terminal chimes, once a visit") {
  Cues cues;
  visit::State state = goodbye(1);
  state.visit->recovery = visit::Recovery::call;
  state.visit->help_call = visit::HelpCall::ringing;
  CHECK_FALSE(cues.look(state));
  state.visit->help_call = visit::HelpCall::unavailable;
  CHECK(cues.look(state) == Tone::chime);
  CHECK_FALSE(cues.look(state));
}

TEST_CASE("a contact that could not be kept calls nobody") {
  Cues cues;
  visit::State state = goodbye(1);
  state.visit->recovery = visit::Recovery::contact;
  CHECK_FALSE(cues.look(state));
}

TEST_CASE("at night only the chime is heard, unless the technician says otherwise") {
  CHECK_FALSE(is_heard(Tone::tap, SoundSetting::by_day, true));
  CHECK(is_heard(Tone::tap, SoundSetting::by_day, false));
  CHECK(is_heard(Tone::chime, SoundSetting::by_day, true));
  CHECK(is_heard(Tone::tap, SoundSetting::day_and_night, true));
}

TEST_CASE("with sound off nothing is heard at all") {
  CHECK_FALSE(is_heard(Tone::chime, SoundSetting::off, false));
}
