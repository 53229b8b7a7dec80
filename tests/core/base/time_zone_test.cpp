#include "core/base/time_zone.h"

#include <catch2/catch.hpp>
#include <limits>
#include <string>

using namespace farewell;

namespace {

constexpr std::int64_t kHour = 3'600'000;

TimeZone zone(const char* name) {
  const auto found = TimeZone::find(name);
  REQUIRE(found);
  return *found;
}

Day day(const char* text) {
  return parse_day(text).value();
}

/// What the zone's clock shows at a UTC instant, as RFC 3339.
std::string shown(const char* name, const char* utc) {
  const std::int64_t at = parse_rfc3339(utc).value().utc_ms;
  return to_rfc3339(at, zone(name).local(at).offset_minutes);
}

std::string begin_of(const char* name, const char* date) {
  return to_rfc3339_utc(zone(name).bounds(day(date)).from_ms);
}

std::int64_t hours_of(const char* name, const char* date) {
  const UtcRange bounds = zone(name).bounds(day(date));
  return (bounds.to_ms - bounds.from_ms) / kHour;
}

}  // namespace

TEST_CASE("a day is written with its year, month and day") {
  CHECK(to_text(day("2026-11-21")) == "2026-11-21");
  CHECK(to_text(Day{7, 1, 2}) == "0007-01-02");
}

TEST_CASE("a day that does not exist, or is written otherwise, is refused") {
  const auto text = GENERATE(as<std::string>{}, "", "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31",
                             "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01 ", " 2026-01-01",
                             "2026-01-01T00:00:00Z", "+026-01-01", "２０２６-01-01");
  const auto parsed = parse_day(text);
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().context == text);
}

TEST_CASE("a leap day exists in leap years alone") {
  CHECK(parse_day("2028-02-29").ok());
  CHECK(parse_day("2000-02-29").ok());
  CHECK_FALSE(parse_day("2100-02-29").ok());
}

TEST_CASE("days follow each other over months, years and leap days") {
  CHECK(next_day(day("2026-12-31")) == day("2027-01-01"));
  CHECK(next_day(day("2028-02-28")) == day("2028-02-29"));
  CHECK(previous_day(day("2027-01-01")) == day("2026-12-31"));
  CHECK(previous_day(day("2100-03-01")) == day("2100-02-28"));
}

TEST_CASE("a zone that does not exist is named, with what to write instead") {
  const auto found = TimeZone::find("Europe/Olso");
  REQUIRE_FALSE(found);
  CHECK(found.error().code == ErrorCode::not_found);
  CHECK(found.error().text().find("Europe/Olso: ") == 0);
  CHECK(found.error().message.find("Europe/Oslo") != std::string::npos);
}

TEST_CASE("a path out of the zone folder is no zone") {
  const auto name =
      GENERATE(as<std::string>{}, "", "../../etc/passwd", "/etc/localtime", "Europe", "europe/oslo");
  CHECK_FALSE(TimeZone::find(name).ok());
}

TEST_CASE("a zone keeps the name it was asked for") {
  CHECK(zone("Asia/Calcutta").name() == "Asia/Calcutta");
  CHECK(TimeZone::utc().name() == "UTC");
}

TEST_CASE("Oslo is one hour east in winter and two in summer") {
  CHECK(shown("Europe/Oslo", "2026-11-21T15:03:51Z") == "2026-11-21T16:03:51+01:00");
  CHECK(shown("Europe/Oslo", "2026-07-01T12:00:00Z") == "2026-07-01T14:00:00+02:00");
}

TEST_CASE("the clock jumps from two to three when summer time begins") {
  CHECK(shown("Europe/Oslo", "2026-03-29T00:59:59Z") == "2026-03-29T01:59:59+01:00");
  CHECK(shown("Europe/Oslo", "2026-03-29T01:00:00Z") == "2026-03-29T03:00:00+02:00");
}

TEST_CASE("the clock shows half past two twice when summer time ends") {
  CHECK(shown("Europe/Oslo", "2026-10-25T00:30:00Z") == "2026-10-25T02:30:00+02:00");
  CHECK(shown("Europe/Oslo", "2026-10-25T01:30:00Z") == "2026-10-25T02:30:00+01:00");
}

TEST_CASE("days have 23 or 25 hours where the clock changes, and 24 otherwise") {
  CHECK(hours_of("Europe/Oslo", "2026-03-29") == 23);
  CHECK(hours_of("Europe/Oslo", "2026-10-25") == 25);
  CHECK(hours_of("Europe/Oslo", "2026-11-21") == 24);
}

TEST_CASE("a day begins at the zone's midnight") {
  CHECK(begin_of("Europe/Oslo", "2026-11-21") == "2026-11-20T23:00:00Z");
  CHECK(begin_of("Europe/Oslo", "2026-03-29") == "2026-03-28T23:00:00Z");
  CHECK(begin_of("Europe/Oslo", "2026-03-30") == "2026-03-29T22:00:00Z");
}

TEST_CASE("where midnight is skipped, the day begins an hour late") {
  CHECK(begin_of("Africa/Cairo", "2024-04-26") == "2024-04-25T22:00:00Z");  // the clock showed 01:00
  CHECK(hours_of("Africa/Cairo", "2024-04-26") == 23);
  CHECK(hours_of("Africa/Cairo", "2024-04-25") == 24);
}

TEST_CASE("where midnight comes twice, the day begins at the first") {
  CHECK(begin_of("America/Havana", "2024-11-03") == "2024-11-03T04:00:00Z");
  CHECK(hours_of("America/Havana", "2024-11-03") == 25);
}

TEST_CASE("the day that Samoa left out has no length") {
  CHECK(hours_of("Pacific/Apia", "2011-12-30") == 0);
}

TEST_CASE("offsets of quarter and half hours are kept") {
  CHECK(shown("Asia/Kathmandu", "2026-11-21T00:00:00Z") == "2026-11-21T05:45:00+05:45");
  CHECK(shown("Australia/Lord_Howe", "2026-07-01T00:00:00Z") == "2026-07-01T10:30:00+10:30");
  CHECK(shown("America/St_Johns", "2026-01-01T00:00:00Z") == "2025-12-31T20:30:00-03:30");
  CHECK(begin_of("Asia/Kathmandu", "2026-11-21") == "2026-11-20T18:15:00Z");
}

TEST_CASE("in 1970 the clocks showed what they showed then") {
  CHECK(shown("Europe/Oslo", "1970-07-01T00:00:00Z") == "1970-07-01T01:00:00+01:00");  // no summer time yet
  CHECK(shown("Asia/Kathmandu", "1970-01-01T00:00:00Z") == "1970-01-01T05:30:00+05:30");
}

TEST_CASE("in 2076 summer time goes on by today's rules") {
  CHECK(shown("Europe/Oslo", "2076-07-01T00:00:00Z") == "2076-07-01T02:00:00+02:00");
  CHECK(shown("Europe/Oslo", "2076-12-01T00:00:00Z") == "2076-12-01T01:00:00+01:00");
  CHECK(hours_of("Europe/Oslo", "2076-03-29") == 23);  // the last Sunday of March
  CHECK(hours_of("Europe/Oslo", "2076-10-25") == 25);
  CHECK(shown("Asia/Kathmandu", "2076-07-01T00:00:00Z") == "2076-07-01T05:45:00+05:45");
  CHECK(shown("Europe/Istanbul", "2076-07-01T00:00:00Z") == "2076-07-01T03:00:00+03:00");
}

TEST_CASE("each day of this century begins where the one before ended, and its first instant is on it") {
  for (const char* name : {"Europe/Oslo", "America/New_York", "Africa/Casablanca", "Australia/Lord_Howe"}) {
    const TimeZone here = zone(name);
    for (Day at = day("2024-01-01"); at.year < 2080; at = next_day(at)) {
      const UtcRange bounds = here.bounds(at);
      if (here.local(bounds.from_ms).day != at || here.local(bounds.to_ms - 1).day != at) {
        FAIL_CHECK(name << " " << to_text(at));
      }
    }
  }
}

TEST_CASE("local time has all its parts") {
  const LocalTime time = zone("Europe/Oslo").local(parse_rfc3339("2026-11-21T15:03:51.007Z").value().utc_ms);
  CHECK(time.day == Day{2026, 11, 21});
  CHECK(time.hour == 16);
  CHECK(time.minute == 3);
  CHECK(time.second == 51);
  CHECK(time.millisecond == 7);
  CHECK(time.offset_minutes == 60);
  CHECK(time.weekday == 6);  // a Saturday
}

TEST_CASE("before 1970 the time of day still counts upwards") {
  const LocalTime time = TimeZone::utc().local(-1);
  CHECK(time.day == Day{1969, 12, 31});
  CHECK(time.hour == 23);
  CHECK(time.millisecond == 999);
}

TEST_CASE("a clock gone wild shows a year of four digits") {
  CHECK(TimeZone::utc().local(std::numeric_limits<std::int64_t>::max()).day.year == 9999);
  CHECK(zone("Europe/Oslo").local(std::numeric_limits<std::int64_t>::min()).day.year == 0);
}
