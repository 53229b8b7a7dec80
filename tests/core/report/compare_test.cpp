#include "core/report/compare.h"

#include <catch2/catch.hpp>

using namespace farewell::report;

TEST_CASE("a rise that chance hardly makes is an arrow up") {
  const Comparison comparison = compare({70, 100}, {87, 100});
  CHECK_FALSE(comparison.exact);
  CHECK(comparison.difference == Approx(17));
  CHECK(comparison.p == Approx(0.0034331).epsilon(1e-3));
  CHECK(comparison.direction() == Direction::up);
}

TEST_CASE("the same fall is an arrow down") {
  CHECK(compare({87, 100}, {70, 100}).direction() == Direction::down);
}

TEST_CASE("a difference that chance often makes is no arrow") {
  const Comparison comparison = compare({87, 100}, {90, 100});
  CHECK(comparison.p == Approx(0.506).epsilon(1e-2));
  CHECK(comparison.direction() == Direction::unsure);
}

TEST_CASE("nothing to compare with is no arrow") {
  CHECK(compare({}, {90, 100}).direction() == Direction::unsure);
  CHECK(compare({90, 100}, {}).p == 1);
}

TEST_CASE("a count under five takes the exact test") {
  CHECK(compare({95, 100}, {96, 100}).exact);
  CHECK_FALSE(compare({95, 100}, {95, 100}).exact);
}

TEST_CASE("Fisher's own tea tasting comes out at 0.486") {
  CHECK(fisher_exact({3, 4}, {1, 4}) == Approx(34.0 / 70));
}

TEST_CASE("the exact test agrees with R's fisher.test") {
  CHECK(fisher_exact({1, 10}, {11, 14}) == Approx(0.002759456).epsilon(1e-6));
  CHECK(fisher_exact({8, 10}, {1, 6}) == Approx(0.03496503).epsilon(1e-6));
}

TEST_CASE("the exact test of large counts stays a probability") {
  const double p = fisher_exact({3, 200'000}, {90'000, 200'000});
  CHECK(p >= 0);
  CHECK(p < 1e-9);
  CHECK(fisher_exact({5, 5}, {7, 7}) == Approx(1));
}

TEST_CASE("Benjamini and Hochberg's own fifteen p-values give four discoveries") {
  const std::vector<double> p = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0};
  std::vector<bool> expected(15, false);
  std::fill(expected.begin(), expected.begin() + 4, true);
  CHECK(discoveries(p) == expected);
}

TEST_CASE("discoveries are told in the order of the questions") {
  CHECK(discoveries({0.9, 0.001, 0.8}) == std::vector<bool>{false, true, false});
}

TEST_CASE("a p-value over its own line is carried by a later one under its line") {
  CHECK(discoveries({0.04, 0.045}) == std::vector<bool>{true, true});
}

TEST_CASE("no questions have no discoveries") {
  CHECK(discoveries({}).empty());
}
