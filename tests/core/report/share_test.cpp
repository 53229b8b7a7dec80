#include "core/report/share.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace farewell::report;

namespace {

/// An interval as it is shown: whole percents.
Interval shown(const Share& share) {
  const Interval interval = share.interval();
  return {std::round(interval.low), std::round(interval.high)};
}

}  // namespace

TEST_CASE("8 of 10 may be anything from 49 to 94 percent") {
  CHECK(shown({8, 10}) == Interval{49, 94});
}
TEST_CASE("17 of 20 may be anything from 64 to 95 percent") {
  CHECK(shown({17, 20}) == Interval{64, 95});
}
TEST_CASE("87 of 100 may be anything from 79 to 92 percent") {
  CHECK(shown({87, 100}) == Interval{79, 92});
}

TEST_CASE("the interval agrees with the formula worked by hand to many places") {
  CHECK(Share{8, 10}.interval().low == Approx(49.0162).epsilon(1e-5));
  CHECK(Share{8, 10}.interval().high == Approx(94.3318).epsilon(1e-5));
}

TEST_CASE("an interval never leaves 0 to 100") {
  CHECK(Share{0, 20}.interval().low == 0);
  CHECK(Share{20, 20}.interval().high == 100);
}

TEST_CASE("without answers a share could be anything") {
  CHECK(Share{}.interval() == Interval{0, 100});
  CHECK(Share{}.percent() == 0);
}

TEST_CASE("nine answers are too few, ten are not") {
  CHECK(Share{9, 9}.too_few());
  CHECK_FALSE(Share{9, 10}.too_few());
}

TEST_CASE("intervals that touch overlap") {
  CHECK(overlap({10, 20}, {20, 30}));
  CHECK_FALSE(overlap({10, 20}, {20.1, 30}));
}
