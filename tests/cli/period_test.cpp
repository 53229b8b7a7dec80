#include "app/cli/period.h"

#include <catch2/catch.hpp>

using namespace farewell;
using namespace farewell::cli;

TEST_CASE("nothing given means today, where the site is") {
  CHECK_FALSE(parse_period("", "", "").value());
  const auto auckland = TimeZone::find("Pacific/Auckland").value();
  CHECK(today(auckland, parse_rfc3339("2026-11-21T12:00:00Z").value().utc_ms).first == Day{2026, 11, 22});
}

TEST_CASE("a period ends with its last day") {
  const auto period = parse_period("", "2026-11-20", "2026-11-21").value();
  REQUIRE(period);
  const UtcRange range = range_of(*period, TimeZone::utc());
  CHECK(to_rfc3339_utc(range.from_ms) == "2026-11-20T00:00:00Z");
  CHECK(to_rfc3339_utc(range.to_ms) == "2026-11-22T00:00:00Z");
}

TEST_CASE("a day is as long as the site's clock makes it") {
  const auto oslo = TimeZone::find("Europe/Oslo").value();
  const auto day = parse_period("2026-10-25", "", "").value();
  REQUIRE(day);
  const UtcRange range = range_of(*day, oslo);
  CHECK(range.to_ms - range.from_ms == 25 * 3'600'000);
}

TEST_CASE("half a period is an error") {
  CHECK_FALSE(parse_period("", "2026-11-20", "").ok());
  CHECK_FALSE(parse_period("", "2026-11-22", "2026-11-21").ok());
}
