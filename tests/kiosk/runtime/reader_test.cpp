#include "app/kiosk/runtime/reader.h"

#include <catch2/catch.hpp>

using namespace farewell;
using namespace farewell::kiosk;

namespace {

struct Heard {
  std::vector<Line> lines;
  int hushed = 0;
  int forgotten = 0;
  Reader reader{{.say = [this](Line line) { lines.push_back(std::move(line)); },
                 .hush = [this] { ++hushed; },
                 .forget = [this] { ++forgotten; }}};
  visit::Eases eases{.speech = true};

  std::string last() const { return lines.empty() ? "" : std::string(lines.back().text); }
  void look(const std::string& place, const std::vector<std::string>& texts, Aloud aloud = Aloud::yes) {
    Reader::Page page{.place = place, .utterances = {}, .greeting = {.text = "On.", .language = "en"}};
    for (const std::string& text : texts)
      page.utterances.push_back({.text = text, .language = "en", .aloud = aloud});
    reader.listen(eases, std::move(page));
  }
  void end() { reader.ended(lines.back().number); }
  void hear_all() {
    while (reader.saying() != nullptr) end();
  }
};

}  // namespace

TEST_CASE("reading begins by saying so, then reads the screen line by line") {
  Heard heard;
  heard.look("welcome", {"Thank you.", "Good"});
  CHECK(heard.last() == "On.");
  heard.end();
  CHECK(heard.last() == "Thank you.");
  heard.end();
  CHECK(heard.last() == "Good");
  heard.end();
  CHECK(heard.lines.size() == 3);
  CHECK(heard.reader.state() == ReaderState::done);
}

TEST_CASE("a screen that is looked at again is not read again") {
  Heard heard;
  heard.look("welcome", {"Thank you."});
  heard.hear_all();
  heard.look("welcome", {"Thank you."});
  CHECK(heard.lines.size() == 2);
}

TEST_CASE("another screen is read whole, in place of what was being said") {
  Heard heard;
  heard.look("welcome", {"Thank you.", "Good"});
  heard.look("change", {"Is there one thing?"});
  CHECK(heard.hushed == 1);
  CHECK(heard.last() == "Is there one thing?");
}

TEST_CASE("in the same place only what is new is said") {
  Heard heard;
  heard.look("change", {"Is there one thing?", "Prices"});
  heard.hear_all();
  heard.look("change", {"Is there one thing?", "Prices, chosen"});
  CHECK(heard.last() == "Prices, chosen");
  heard.end();
  CHECK(heard.lines.size() == 4);
}

TEST_CASE("what is said with the whole screen only is no news") {
  Heard heard;
  heard.look("words", {"T"}, Aloud::with_all);
  heard.hear_all();
  heard.look("words", {"Th"}, Aloud::with_all);
  CHECK(heard.reader.saying() == nullptr);
  heard.reader.ask(ToReader::again);
  CHECK(heard.last() == "Th");
}

TEST_CASE("a touch cuts off what is being said, and going on says it from its beginning") {
  Heard heard;
  heard.look("welcome", {"Thank you.", "Good"});
  heard.end();
  heard.reader.cut_off();
  CHECK(heard.hushed == 1);
  CHECK(heard.reader.state() == ReaderState::paused);
  heard.reader.ask(ToReader::go_on);
  CHECK(heard.last() == "Thank you.");
  heard.end();
  CHECK(heard.last() == "Good");
}

TEST_CASE("say again says all of the screen, without the greeting") {
  Heard heard;
  heard.look("welcome", {"Thank you.", "Good"});
  heard.hear_all();
  heard.reader.ask(ToReader::again);
  CHECK(heard.last() == "Thank you.");
  CHECK(heard.reader.state() == ReaderState::reading);
}

TEST_CASE("the end of a line that was cut off starts nothing") {
  Heard heard;
  heard.look("welcome", {"Thank you.", "Good"});
  const std::uint64_t first = heard.lines.back().number;
  heard.reader.cut_off();
  heard.reader.ended(first);
  CHECK(heard.lines.size() == 1);
}

TEST_CASE("a language without a voice is passed over in silence") {
  Heard heard;
  heard.reader.listen(
      heard.eases, {.place = "welcome",
                    .utterances = {{.text = "ไทย", .language = "th"}, {.text = "Svenska", .language = "sv"}},
                    .greeting = {}});
  CHECK(heard.last() == "Svenska");
  CHECK(heard.lines.back().voice.name == "sv");
}

TEST_CASE("the next line is said at the volume of the day") {
  Heard heard;
  heard.look("welcome", {"Thank you.", "Good"});
  CHECK(heard.lines.back().volume == visit::kUsualVolume);
  heard.eases.volume = 5;
  heard.look("welcome", {"Thank you.", "Good"});
  heard.end();
  CHECK(heard.lines.back().volume == 5);
}

TEST_CASE("when the listener has gone the voice stops and forgets, once") {
  Heard heard;
  heard.look("welcome", {"Thank you."});
  heard.reader.stop();
  heard.reader.stop();
  CHECK(heard.hushed == 1);
  CHECK(heard.forgotten == 1);
  CHECK(heard.reader.state() == ReaderState::off);
}

TEST_CASE("without a voice nothing is read") {
  Reader reader;
  reader.listen({.speech = true},
                {.place = "welcome", .utterances = {{.text = "x", .language = "en"}}, .greeting = {}});
  CHECK(reader.saying() == nullptr);
  CHECK(reader.state() == ReaderState::off);
}
