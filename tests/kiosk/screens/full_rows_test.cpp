// Filling rows, and pages where there are too many.
#include "app/kiosk/screens/full_rows.h"

#include <catch2/catch.hpp>

using namespace farewell::kiosk;

TEST_CASE("a row takes as many tiles as stand side by side, gaps and all") {
  const std::vector<FullPage> pages = full_rows({100, 100, 81, 100}, 50, {300, 10, 5});
  REQUIRE(pages.size() == 1);
  CHECK(pages[0] == FullPage{{0, 1}, {2, 3}});
}

TEST_CASE("a tile wider than a row has it to itself") {
  CHECK(full_rows({400, 100}, 50, {300, 10, 5}) == std::vector<FullPage>{{{0}, {1}}});
}

TEST_CASE("what one page does not hold is spread, and each page ends with the tile that turns it") {
  const std::vector<FullPage> pages = full_rows({200, 200, 200, 200}, 50, {300, 10, 2});
  CHECK(pages == std::vector<FullPage>{{{0}, {1, kTurning}}, {{2}, {3, kTurning}}});
}

TEST_CASE("the tile that turns the page has a row of its own where nothing stands beside it") {
  CHECK(full_rows({200, 200, 200}, 150, {300, 10, 2}) ==
        std::vector<FullPage>{{{0}, {kTurning}}, {{1}, {kTurning}}, {{2}, {kTurning}}});
}
