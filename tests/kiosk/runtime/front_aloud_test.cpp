// What is heard at the door: the front with a voice that writes down what it is asked to say.
#include <algorithm>
#include <catch2/catch.hpp>

#include "app/kiosk/runtime/front.h"
#include "core/base/assets.h"
#include "tests/kiosk/runtime/bench.h"

namespace farewell::kiosk {
namespace {

using testing::Bench;

Looks looks() {
  auto loaded = load_looks(assets_folder(), Mood::day, 0);
  REQUIRE(loaded);
  return *std::move(loaded);
}

struct Door : Bench {
  Door() : front(runner, looks(), audible()) {
    auto shipped = survey::load_languages(assets_folder() / "languages");
    REQUIRE(shipped);
    runner.ask_next({survey::default_survey(), *std::move(shipped)});
    settle();
    front.refresh();
  }

  Audible audible() {
    return {.mouth = {.say = [this](Line line) { lines.push_back(std::move(line)); },
                      .hush = [this] { ++hushed; },
                      .forget = [this] { ++forgotten; }},
            .play = [this](Tone tone) { tones.push_back(tone); }};
  }

  void does(const visit::Action& action) {
    front.mean(Intent(action));
    settle();
    front.refresh();
  }
  /// Listens until there is nothing more to say.
  void hear_all() {
    for (std::size_t heard = 0; heard < lines.size(); ++heard) front.hear_line_end(lines[heard].number);
  }
  bool has_heard(const std::string& text) const {
    return std::ranges::any_of(lines, [&](const Line& line) { return line.text == text; });
  }

  std::vector<Line> lines;
  std::vector<Tone> tones;
  int hushed = 0;
  int forgotten = 0;
  Front front;
};

}  // namespace

TEST_CASE("nothing is said to who has not asked for it") {
  Door door;
  door.does(visit::FaceTapped{4});
  CHECK(door.lines.empty());
}

TEST_CASE("the speech key reads all of Welcome, and again when it is pressed again") {
  Door door;
  door.front.press_speech();
  CHECK(door.lines.front().text == "Reading aloud is on.");
  door.hear_all();
  CHECK(door.has_heard("How was your visit today?"));
  CHECK(door.has_heard("Lovely"));
  const auto said = door.lines.size();
  door.front.press_speech();
  door.hear_all();
  CHECK(door.lines.size() > said + 5);
}

TEST_CASE("headphones begin speech and end it") {
  Door door;
  door.front.plug_headphones(true);
  CHECK(door.runner.state().eases.speech);
  door.front.plug_headphones(true);
  CHECK(door.runner.state().eases.speech);
  door.front.plug_headphones(false);
  CHECK_FALSE(door.runner.state().eases.speech);
  CHECK(door.forgotten == 1);
}

TEST_CASE("a touch cuts the voice off, but for one that asks the voice itself") {
  Door door;
  door.front.press_speech();
  const Target again{.rect = {}, .intent = ReaderAsked{ToReader::again}, .label = "Say again"};
  CHECK_FALSE(door.front.cut_off(&again));
  CHECK(door.front.cut_off());
  CHECK(door.hushed == 1);
}

TEST_CASE("the next screen is read when it comes") {
  Door door;
  door.front.press_speech();
  door.does(visit::FaceTapped{3});
  door.wait(survey::default_survey().timings.hold_ms);
  door.front.refresh();
  door.hear_all();
  CHECK(door.has_heard("Is there one thing we could change?"));
}

TEST_CASE("another language is spoken by its own voice") {
  Door door;
  door.front.press_speech();
  door.does(visit::LanguageChosen{"de"});
  CHECK(door.lines.back().voice.name == "de");
}

TEST_CASE("louder is said louder") {
  Door door;
  door.front.press_speech();
  door.hear_all();
  door.does(visit::VolumeTapped{visit::Louder::louder});
  CHECK(door.lines.back().text.find("4") != std::string::npos);
  CHECK(door.lines.back().volume == 4);
}

TEST_CASE("a character of a comment is said as it is typed") {
  Door door;
  door.front.press_speech();
  door.does(visit::FaceTapped{3});
  door.wait(survey::default_survey().timings.hold_ms);
  door.does(visit::WordsTapped{});
  door.front.mean(Intent(KeyPressed{"q"}));
  CHECK((door.lines.back().text == "q" || door.lines.back().text == "Q"));
}

TEST_CASE("speech and its volume are as usual for the next customer") {
  Door door;
  door.front.press_speech();
  door.does(visit::VolumeTapped{visit::Louder::louder});
  door.wait(1'000'000);
  door.front.refresh();
  CHECK_FALSE(door.runner.state().visit);
  CHECK(door.forgotten == 1);
  door.front.press_speech();
  CHECK(door.lines.back().volume == visit::kUsualVolume);
}

TEST_CASE("without something to hear with, the speech key does nothing") {
  Door door;
  door.front.hear_device(false);
  door.front.press_speech();
  CHECK_FALSE(door.runner.state().eases.speech);
}

TEST_CASE("a tap is heard by day") {
  Door door;
  door.does(visit::FaceTapped{4});
  CHECK(door.tones == std::vector<Tone>{Tone::tap});
}

TEST_CASE("what a key moves the focus to is said, a key of the keyboard too") {
  Door door;
  door.front.press_speech();
  door.hear_all();
  door.front.press(Key::right);
  CHECK(door.lines.back().text == "Arrows to move, the round key to choose. Okay");
  door.front.press(Key::right);
  CHECK(door.lines.back().text == "Good");
  door.does(visit::FaceTapped{4});
  door.wait(door.runner.asked().survey.timings.hold_ms);
  door.does(visit::WordsTapped{});
  door.hear_all();
  door.front.press(Key::right);
  const std::string first = door.lines.back().text;
  door.front.press(Key::right);
  CHECK(door.lines.back().text != first);
  CHECK(door.lines.back().text.size() == 1);
}

TEST_CASE("each step of a scan is said, once the screen has been read") {
  Door door;
  door.does(visit::FaceTapped{4});
  door.wait(door.runner.asked().survey.timings.hold_ms);
  door.does(visit::EaseTapped{visit::Ease::one_switch});
  door.front.press_speech();
  const auto step = [&] {
    door.clock.tick(*door.front.due_ms() - door.runner.now_ms());
    door.front.pass_time();
  };
  const auto before = door.lines.size();
  step();
  CHECK(door.lines.size() == before);
  door.hear_all();
  step();
  const Line first = door.lines.back();
  door.front.hear_line_end(first.number);
  step();
  CHECK(door.lines.back().text != first.text);
}

TEST_CASE("to who does not listen, the focus moves in silence") {
  Door door;
  door.front.press(Key::right);
  door.front.press(Key::right);
  CHECK(door.lines.empty());
}

}  // namespace farewell::kiosk
