// Texts with a few bytes changed, by a fixed chance: whatever comes, a survey or a fault that says where.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "core/base/assets.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/survey/survey.h"

using namespace farewell;
using namespace farewell::survey;

namespace {

constexpr std::string_view kTempting = "{}[],:\"\\0123456789eE+-. \n\ttrufalsn\xC3\xFF\xED\xA0";

std::string mangled(std::string text, std::mt19937& chance) {
  const auto below = [&chance](std::size_t count) { return chance() % count; };
  for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
    const std::size_t at = below(text.size());
    switch (below(3)) {
      case 0:
        text[at] = kTempting[below(kTempting.size())];
        break;
      case 1:
        text.insert(at, 1, kTempting[below(kTempting.size())]);
        break;
      case 2:
        text.erase(at, 1 + below(20));
        break;
    }
  }
  return text;
}

}  // namespace

TEST_CASE("a survey with bytes changed is read, or refused with its line") {
  const auto shipped = read_file(assets_folder() / "surveys/default.json");
  REQUIRE(shipped);
  std::mt19937 chance(2026);
  int refused = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::string text = mangled(*shipped, chance);
    const auto survey = parse_survey(text, "s");
    if (survey) {
      REQUIRE(parse_survey(to_json(*survey).dump(), "again").ok());
      continue;
    }
    ++refused;
    INFO(text);
    CAPTURE(survey.error().text());
    REQUIRE(survey.error().context.starts_with("s:"));
    REQUIRE(std::stoi(survey.error().context.substr(2)) <= 1 + std::count(text.begin(), text.end(), '\n'));
    REQUIRE_FALSE(survey.error().message.empty());
  }
  CHECK(refused > 1000);
}
