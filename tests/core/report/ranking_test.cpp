#include "core/report/ranking.h"

#include <catch2/catch.hpp>

using namespace farewell::report;

TEST_CASE("sites far apart have ranks of their own, best first") {
  const auto ranked = rank({{"low", {200, 1000}}, {"high", {900, 1000}}, {"middle", {500, 1000}}});
  CHECK(ranked[0].site == "high");
  CHECK(ranked[1].site == "middle");
  CHECK(ranked[2].site == "low");
  for (int i = 0; i < 3; ++i) {
    CHECK(ranked[static_cast<std::size_t>(i)].rank == i + 1);
    CHECK_FALSE(ranked[static_cast<std::size_t>(i)].tied);
  }
}

TEST_CASE("sites whose intervals overlap share a rank, and the next one counts them both") {
  const auto ranked = rank({{"a", {900, 1000}}, {"b", {890, 1000}}, {"c", {200, 1000}}});
  CHECK(ranked[0].rank == 1);
  CHECK(ranked[0].tied);
  CHECK(ranked[1].rank == 1);
  CHECK(ranked[1].tied);
  CHECK(ranked[2].rank == 3);
  CHECK_FALSE(ranked[2].tied);
}

TEST_CASE("a site with few answers is drawn towards the chain") {
  const auto ranked = rank({{"few", {10, 10}}, {"many", {930, 1000}}});
  CHECK(ranked[0].site == "few");
  CHECK(ranked[0].score == Approx((1000 + 30 * 94000.0 / 1010) / 40));
  CHECK(ranked[0].score < 96);
}

TEST_CASE("a site with too few answers has no rank and stands last") {
  const auto ranked = rank({{"new", {9, 9}}, {"old", {50, 100}}});
  CHECK(ranked[0].site == "old");
  CHECK(ranked[0].rank == 1);
  CHECK_FALSE(ranked[0].tied);
  CHECK(ranked[1].rank == 0);
}

TEST_CASE("no sites have no ranking") {
  CHECK(rank({}).empty());
}
