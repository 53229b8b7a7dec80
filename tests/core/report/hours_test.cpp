#include "core/report/hours.h"

#include <catch2/catch.hpp>

using namespace farewell;
using namespace farewell::report;

namespace {

LocalTime at(const char* zone, const char* instant) {
  return TimeZone::find(zone).value().local(parse_rfc3339(instant).value().utc_ms);
}

}  // namespace

TEST_CASE("an hour is the shop's, not Greenwich's") {
  HoursCounter counter;
  counter.add(at("Europe/Oslo", "2026-11-21T16:30:00Z"), true);
  CHECK(counter.hours()[17] == Share{1, 1});
}

TEST_CASE("the grid knows the weekday") {
  HoursCounter counter;
  counter.add(at("Europe/Oslo", "2026-11-21T23:30:00Z"), false);  // Sunday 00:30 there
  CHECK(counter.grid()[0][0] == Share{0, 1});
}

TEST_CASE("hours add up over the weekdays") {
  HoursCounter counter;
  counter.add(at("Europe/Oslo", "2026-11-20T11:00:00Z"), true);
  counter.add(at("Europe/Oslo", "2026-11-21T11:59:59Z"), false);
  CHECK(counter.hours()[12] == Share{1, 2});
}

TEST_CASE("where the clock is set back both hours of the name count as one") {
  HoursCounter counter;
  counter.add(at("Europe/Oslo", "2026-10-25T00:30:00Z"), true);  // 02:30 summer time
  counter.add(at("Europe/Oslo", "2026-10-25T01:30:00Z"), true);  // 02:30 again
  CHECK(counter.grid()[0][2] == Share{2, 2});
}
