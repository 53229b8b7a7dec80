#include "core/report/mean.h"

#include <catch2/catch.hpp>

using farewell::report::MeanScore;

TEST_CASE("the worst answer scores 0 and the best 100, on either scale") {
  MeanScore of_five, of_four;
  of_five.add(1, 5), of_five.add(5, 5);
  of_four.add(1, 4), of_four.add(4, 4);
  CHECK(of_five.mean() == Approx(50));
  CHECK(of_four.mean() == Approx(50));
}

TEST_CASE("the mean score has its interval from the sample's spread") {
  MeanScore score;
  for (const int value : {5, 4, 4, 3, 1}) score.add(value, 5);  // 100, 75, 75, 50, 0: s = 37.914
  CHECK(score.mean() == Approx(60));
  REQUIRE(score.interval());
  CHECK(score.interval()->low == Approx(26.7672).epsilon(1e-5));
  CHECK(score.interval()->high == Approx(93.2328).epsilon(1e-5));
}

TEST_CASE("one answer has a mean and no interval") {
  MeanScore score;
  score.add(4, 5);
  CHECK(score.mean() == 75);
  CHECK_FALSE(score.interval());
}

TEST_CASE("an interval of a mean score stays within the scale") {
  MeanScore score;
  for (int i = 0; i < 9; ++i) score.add(5, 5);
  score.add(1, 5);
  CHECK(score.interval()->high == 100);
}

TEST_CASE("the mean score of many answers is kept in one pass") {
  MeanScore score;
  for (int i = 0; i < 100'000; ++i) score.add(i % 5 + 1, 5);
  CHECK(score.mean() == Approx(50));
  CHECK(score.n() == 100'000);
}
