#include <algorithm>
#include <fstream>

#include "core/base/json.h"
#include "core/survey/survey.h"
#include "program.h"
#include "shop.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

std::string file_with(const TempDir& folder, const std::string& name, const std::string& bytes) {
  REQUIRE(write_file(folder / name, bytes).ok());
  return folder / name;
}

}  // namespace

TEST_CASE("a sound journal says so, and how many responses the hub does not have") {
  Shop shop;
  shop.answered("2026-11-21T12:00:00Z");
  const Ran ran = run_farewell({"journal", "check", shop.journal_file()});
  CHECK(ran.exit == 0);
  CHECK(ran.out.find("sound; not yet at the hub: 1") != std::string::npos);
}

TEST_CASE("a damaged journal is found and named") {
  const TempDir folder;
  std::string file;
  {
    Shop shop;
    for (int i = 0; i < 200; ++i) shop.answered("2026-11-21T12:00:00Z", std::string(300, 'x'));
    file = file_with(folder, "journal.sqlite", bytes_of(shop.journal_file()));
  }
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekp(4096 * 3);
  stream << std::string(4096 * 4, '\x5a');
  stream.close();
  const Ran ran = run_farewell({"journal", "check", file});
  CHECK(ran.exit == 1);
  CHECK(ran.err.find(file) != std::string::npos);
}

TEST_CASE("a file that is no journal is refused") {
  const TempDir folder;
  const Ran ran = run_farewell({"journal", "check", file_with(folder, "notes.txt", "milk, bread\n")});
  CHECK(ran.exit == 1);
  CHECK(ran.err.find("notes.txt") != std::string::npos);
}

TEST_CASE("the survey that Farewell ships is sound and complete") {
  const TempDir folder;
  const std::string file = file_with(folder, "survey.json", survey::to_json(survey::default_survey()).dump());
  const Ran ran = run_farewell({"survey", "check", file});
  INFO(ran.out << ran.err);
  CHECK(ran.exit == 0);
}

TEST_CASE("a fault in a survey is named with its line") {
  const TempDir folder;
  Json survey = survey::to_json(survey::default_survey());
  survey["scale"] = 9;
  const std::string text = survey.dump(1);
  const auto line =
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find("\"scale\"")), '\n') + 1;
  const Ran ran = run_farewell({"survey", "check", file_with(folder, "survey.json", text)});
  INFO(ran.err);
  CHECK(ran.exit == 1);
  CHECK(ran.err.find("survey.json:" + std::to_string(line)) != std::string::npos);
  CHECK(ran.err.find("scale is 9") != std::string::npos);
  CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
}

TEST_CASE("a topic without a word is missing in the languages that lack it") {
  const TempDir folder;
  Json survey = survey::to_json(survey::default_survey());
  survey["topics"].push_back({{"id", "parking"}, {"icon", "chip-help"}});
  const Ran ran = run_farewell({"survey", "check", file_with(folder, "survey.json", survey.dump())});
  CHECK(ran.exit == 1);
  CHECK(ran.out.find("topic.parking") != std::string::npos);
}

TEST_CASE("a shop's own text is not missing where Farewell has words, and the shop is told of it") {
  const TempDir folder;
  Json survey = survey::to_json(survey::default_survey());
  survey["texts"]["en"]["welcome.thanks"] = "Thanks for popping in.";
  const Ran ran = run_farewell({"survey", "check", file_with(folder, "survey.json", survey.dump())});
  INFO(ran.out << ran.err);
  CHECK(ran.exit == 0);
  CHECK(ran.out.find("pl, in Farewell's words, not in yours: welcome.thanks\n") != std::string::npos);
}

TEST_CASE("a shop's own text with a hole that nobody fills is named") {
  const TempDir folder;
  Json survey = survey::to_json(survey::default_survey());
  survey["texts"]["en"]["goodbye.flower"] = "Your {flwer}.";
  const Ran ran = run_farewell({"survey", "check", file_with(folder, "survey.json", survey.dump())});
  CHECK(ran.exit == 1);
  CHECK(ran.out.find("texts.en.goodbye.flower: nobody fills {flwer}; there is {flower}, {n}") !=
        std::string::npos);
}
