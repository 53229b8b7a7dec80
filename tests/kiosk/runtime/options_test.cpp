#include "app/kiosk/runtime/options.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace farewell::kiosk {
namespace {

auto read(std::vector<std::string> words) {
  words.insert(words.begin(), "farewell-kiosk");
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  return read_options(static_cast<int>(argv.size()), argv.data());
}

int exit_code_of(std::vector<std::string> words) {
  const auto options = read(std::move(words));
  const auto* leave = std::get_if<Leave>(&options);
  return leave == nullptr ? -1 : leave->exit_code;
}

}  // namespace

TEST_CASE("a data folder is enough to run, full screen") {
  const auto options = read({"--data", "/tmp/x"});
  const auto* run = std::get_if<RunOptions>(&options);
  REQUIRE(run != nullptr);
  CHECK(run->data == "/tmp/x");
  CHECK_FALSE(run->windowed);
}

TEST_CASE("every word of a run is read") {
  const auto options =
      read({"--data", "d", "--config", "c.json", "--hub", "http://127.0.0.1:8480", "--code", "K7QM-2RXD",
            "--name", "Front door", "--windowed", "1024x600", "--language", "nb"});
  const auto* run = std::get_if<RunOptions>(&options);
  REQUIRE(run != nullptr);
  CHECK(run->config == "c.json");
  CHECK(run->hub == "http://127.0.0.1:8480");
  CHECK(run->code == "K7QM-2RXD");
  CHECK(run->name == "Front door");
  CHECK(run->windowed == Size{1024, 600});
  CHECK(run->language == "nb");
}

TEST_CASE("every word of a picture is read") {
  const auto options = read({"--render", "welcome", "--language", "ar", "--size", "800x1280", "--panel-mm",
                             "203", "--theme", "night", "--winter", "--out", "a.png"});
  const auto* render = std::get_if<RenderOptions>(&options);
  REQUIRE(render != nullptr);
  CHECK(render->screen == "welcome");
  CHECK(render->language == "ar");
  CHECK(render->size == Size{800, 1280});
  CHECK(render->panel_mm == 203);
  CHECK(render->theme == "night");
  CHECK(render->winter);
  CHECK(render->out == "a.png");
}

TEST_CASE("the list of screens needs no file") {
  const auto options = read({"--render", "list"});
  CHECK(std::holds_alternative<RenderOptions>(options));
}

TEST_CASE("help and version are no failures") {
  CHECK(exit_code_of({"--help"}) == 0);
  CHECK(exit_code_of({"--version"}) == 0);
}

TEST_CASE("wrong usage is told apart from a failure") {
  CHECK(exit_code_of({}) == 2);
  CHECK(exit_code_of({"--dta", "x"}) == 2);
  CHECK(exit_code_of({"--data", "x", "--windowed", "big"}) == 2);
  CHECK(exit_code_of({"--data", "x", "--windowed", "0x0"}) == 2);
  CHECK(exit_code_of({"--data", "x", "--windowed", "1280x800cm"}) == 2);
  CHECK(exit_code_of({"--render", "welcome"}) == 2);
  CHECK(exit_code_of({"--render", "welcome", "--out", "a.png", "--theme", "loud"}) == 2);
  CHECK(exit_code_of({"--render", "welcome", "--out", "a.png", "--panel-mm", "7in"}) == 2);
  CHECK(exit_code_of({"--data", "x", "--render", "welcome", "--out", "a.png"}) == 2);
  CHECK(exit_code_of({"--name", "Door"}) == 2);
}

}  // namespace farewell::kiosk
