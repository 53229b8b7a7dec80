#include <catch2/catch.hpp>
#include <string>

#include "core/base/time_zone.h"

using namespace farewell;

namespace {

/// The instant in UTC, so that a reader can compare.
std::string utc(const std::string& text) {
  const auto instant = parse_rfc3339(text);
  return instant ? to_rfc3339_utc(instant->utc_ms) : instant.error().message;
}

}  // namespace

TEST_CASE("an instant is written with its offset") {
  CHECK(to_rfc3339(1'795'273'431'000, 60) == "2026-11-21T16:03:51+01:00");
  CHECK(to_rfc3339(1'795'273'431'000, -210) == "2026-11-21T11:33:51-03:30");
  CHECK(to_rfc3339(1'795'273'431'000, 0) == "2026-11-21T15:03:51+00:00");
}

TEST_CASE("an instant in UTC is written with a Z") {
  CHECK(to_rfc3339_utc(0) == "1970-01-01T00:00:00Z");
}

TEST_CASE("a fraction is written in three digits, and left out when it is zero") {
  CHECK(to_rfc3339_utc(7) == "1970-01-01T00:00:00.007Z");
  CHECK(to_rfc3339_utc(-1) == "1969-12-31T23:59:59.999Z");
  CHECK(to_rfc3339(1'250, 60) == "1970-01-01T01:00:01.250+01:00");
}

TEST_CASE("RFC 3339's own examples are read") {
  CHECK(utc("1985-04-12T23:20:50.52Z") == "1985-04-12T23:20:50.520Z");
  CHECK(utc("1996-12-19T16:39:57-08:00") == "1996-12-20T00:39:57Z");
  CHECK(utc("1937-01-01T12:00:27.87+00:20") == "1937-01-01T11:40:27.870Z");
}

TEST_CASE("a leap second is read as the second after it") {
  CHECK(utc("1990-12-31T23:59:60Z") == "1991-01-01T00:00:00Z");
  CHECK(utc("1990-12-31T15:59:60-08:00") == "1991-01-01T00:00:00Z");
}

TEST_CASE("a sixty-first second elsewhere in the day is refused") {
  CHECK_FALSE(parse_rfc3339("1990-12-31T23:58:60Z").ok());
  CHECK_FALSE(parse_rfc3339("1990-12-31T23:59:60+01:00").ok());
  CHECK_FALSE(parse_rfc3339("1990-12-31T23:59:61Z").ok());
}

TEST_CASE("the offset is kept beside the instant") {
  CHECK(parse_rfc3339("2026-11-21T16:03:51+05:45").value().offset_minutes == 345);
  CHECK(parse_rfc3339("2026-11-21T16:03:51-03:30").value().offset_minutes == -210);
  CHECK(parse_rfc3339("2026-11-21T16:03:51-00:00").value().offset_minutes == 0);
}

TEST_CASE("T and Z may be small") {
  CHECK(utc("1985-04-12t23:20:50z") == "1985-04-12T23:20:50Z");
}

TEST_CASE("digits beyond the milliseconds are cut off") {
  CHECK(utc("2026-11-21T15:03:51.9999999999999999999Z") == "2026-11-21T15:03:51.999Z");
}

TEST_CASE("the least and the greatest year are read") {
  CHECK(utc("0001-01-01T00:00:00Z") == "0001-01-01T00:00:00Z");
  CHECK(utc("9999-12-30T23:59:59Z") == "9999-12-30T23:59:59Z");
}

TEST_CASE("what is written otherwise is refused") {
  const auto text = GENERATE(
      as<std::string>{}, "", "2026-11-21", "2026-11-21T15:03:51", "2026-11-21 15:03:51Z", "2026-11-21T15:03Z",
      "2026-11-21T24:00:00Z", "2026-11-21T15:60:00Z", "2026-11-31T15:03:51Z", "2026-02-29T00:00:00Z",
      "2026-11-21T15:03:51.Z", "2026-11-21T15:03:51,5Z", "2026-11-21T15:03:51+1:00",
      "2026-11-21T15:03:51+0100", "2026-11-21T15:03:51+24:00", "2026-11-21T15:03:51+01:60",
      "2026-11-21T15:03:51Z ", " 2026-11-21T15:03:51Z", "2026-11-21T15:03:51ZZ", "26-11-21T15:03:51Z",
      "-026-11-21T15:03:51Z", "2026-W47-6T15:03:51Z", "2026-11-21T15:03:51+01:00[Europe/Oslo]");
  const auto instant = parse_rfc3339(text);
  REQUIRE_FALSE(instant);
  CHECK(instant.error().code == ErrorCode::invalid);
  CHECK(instant.error().context == text);
}

TEST_CASE("every written instant is read again") {
  for (const std::int64_t ms :
       {std::int64_t{0}, std::int64_t{-62'000'000'000'000}, std::int64_t{1'795'273'431'007},
        std::int64_t{3'350'000'000'000}, std::int64_t{253'000'000'000'999}}) {
    for (const int offset : {0, 60, -60, 345, -210, 840, -720}) {
      const auto instant = parse_rfc3339(to_rfc3339(ms, offset));
      REQUIRE(instant);
      CHECK(instant->utc_ms == ms);
      CHECK(instant->offset_minutes == offset);
    }
  }
}
