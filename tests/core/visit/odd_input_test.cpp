#include "core/visit/odd_input.h"

#include <catch2/catch.hpp>

#include "tests/core/visit/terminal.h"

namespace farewell::visit {
namespace {

/// A whole visit in a moment; its flags.
std::vector<std::string> hasty_visit(testing::Terminal& terminal) {
  terminal.answer(4);
  terminal.happens(ChangeDone{});
  terminal.happens(AllDoneTapped{});
  return terminal.all<FinishVisit>().back().flags;
}

using Flags = std::vector<std::string>;

}  // namespace

TEST_CASE("the third visit in a row that begins within three seconds of the last is rapid") {
  testing::Terminal terminal;
  CHECK(hasty_visit(terminal) == Flags{});
  for (const Flags& expected : {Flags{}, Flags{}, Flags{"rapid"}, Flags{"rapid"}}) {
    terminal.wait(kRapidWithinMs - 1);
    CHECK(hasty_visit(terminal) == expected);
  }
}

TEST_CASE("a visit that begins after three seconds breaks the row") {
  testing::Terminal terminal;
  for (int i = 0; i < 3; ++i) hasty_visit(terminal);
  terminal.wait(kRapidWithinMs);
  CHECK(hasty_visit(terminal) == Flags{});
  CHECK(hasty_visit(terminal) == Flags{});
}

TEST_CASE("the thirteenth visit within a minute is a burst") {
  testing::Terminal terminal;
  for (int i = 0; i < 12; ++i) {
    CHECK(hasty_visit(terminal) == Flags{});
    terminal.wait(kRapidWithinMs);
  }
  CHECK(hasty_visit(terminal) == Flags{"burst"});
}

TEST_CASE("a burst is over when its first visits are a minute old") {
  testing::Terminal terminal;
  for (int i = 0; i < 13; ++i) hasty_visit(terminal);
  terminal.wait(kBurstWindowMs);
  CHECK(hasty_visit(terminal) == Flags{});
}

TEST_CASE("what is remembered of visits stays small") {
  testing::Terminal terminal;
  for (int i = 0; i < 200; ++i) hasty_visit(terminal);
  CHECK(terminal.state.recent_starts_ms.size() <= kBurstVisits + 1);
}

}  // namespace farewell::visit
