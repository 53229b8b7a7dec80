// Sunsets as almanacs print them, to the minute and in UTC.
#include "core/base/sun.h"

#include <catch2/catch.hpp>

#include "core/base/file.h"

using namespace farewell;

namespace {

constexpr Place kGreenwich{51.4769, 0}, kOslo{59.9139, 10.7522}, kNewYork{40.7128, -74.0060},
    kSydney{-33.8688, 151.2093}, kTromso{69.6492, 18.9553}, kQuito{-0.1807, -78.4678};
constexpr std::int64_t kMinuteMs = 60'000;

std::int64_t at(const char* text) {
  const auto instant = parse_rfc3339(text);
  REQUIRE(instant);
  return instant->utc_ms;
}

/// The sun is up three minutes before and down three minutes after.
void sets(const char* when, const Place& place) {
  INFO(when);
  CHECK(daylight_at(at(when) - 3 * kMinuteMs, place) == Daylight::day);
  CHECK(daylight_at(at(when) + 3 * kMinuteMs, place) == Daylight::dusk);
}

}  // namespace

TEST_CASE("dusk begins when almanacs say that the sun sets") {
  sets("2026-06-21T20:21:00Z", kGreenwich);
  sets("2026-12-21T15:53:00Z", kGreenwich);
  sets("2026-06-21T20:44:00Z", kOslo);
  sets("2026-12-21T14:12:00Z", kOslo);
  sets("2026-07-05T00:31:00Z", kNewYork);
  sets("2026-12-22T09:05:00Z", kSydney);
}

TEST_CASE("night begins when almanacs say that civil twilight ends") {
  const std::int64_t greenwich = at("2026-06-21T21:09:00Z");
  CHECK(daylight_at(greenwich - 4 * kMinuteMs, kGreenwich) == Daylight::dusk);
  CHECK(daylight_at(greenwich + 4 * kMinuteMs, kGreenwich) == Daylight::night);
}

TEST_CASE("beyond the polar circle it is day all of June and never in December") {
  for (int hour = 0; hour < 24; ++hour) {
    const std::int64_t hour_ms = hour * 60 * kMinuteMs;
    CHECK(daylight_at(at("2026-06-21T00:00:00Z") + hour_ms, kTromso) == Daylight::day);
    CHECK(daylight_at(at("2026-12-21T00:00:00Z") + hour_ms, kTromso) != Daylight::day);
  }
}

TEST_CASE("at an equinox's noon the sun stands overhead on the equator") {
  CHECK(sun_height_degrees(at("2026-03-20T17:21:00Z"), kQuito) > 89);
}

TEST_CASE("without a place the wall clock decides") {
  const auto light = [](int hour) { return daylight_at(LocalTime{.day = {}, .hour = hour}); };
  CHECK(light(6) == Daylight::night);
  CHECK(light(7) == Daylight::day);
  CHECK(light(18) == Daylight::day);
  CHECK(light(19) == Daylight::dusk);
  CHECK(light(20) == Daylight::night);
}

TEST_CASE("winter is the weeks in which the noon sun stays low") {
  CHECK_FALSE(is_winter(at("2026-10-01T12:00:00Z"), kOslo));
  CHECK(is_winter(at("2026-11-15T12:00:00Z"), kOslo));
  CHECK(is_winter(at("2026-12-21T00:30:00Z"), kGreenwich));
  CHECK_FALSE(is_winter(at("2026-11-01T12:00:00Z"), kGreenwich));
  CHECK(is_winter(at("2026-01-10T12:00:00Z"), kTromso));
}

TEST_CASE("near the equator, and in the middle latitudes, it is never winter") {
  for (const Place& place : {kQuito, kNewYork, kSydney})
    for (int day = 0; day < 365; ++day)
      CHECK_FALSE(is_winter(at("2026-01-01T03:00:00Z") + day * 86'400'000ll, place));
}

TEST_CASE("in the south winter is in June") {
  constexpr Place kUshuaia{-54.8, -68.3};
  CHECK(is_winter(at("2026-06-21T12:00:00Z"), kUshuaia));
  CHECK_FALSE(is_winter(at("2026-12-21T12:00:00Z"), kUshuaia));
}

TEST_CASE("a winter's day is the whole local day") {
  for (int hour = 0; hour < 24; ++hour)
    CHECK(is_winter(at("2026-12-20T23:00:00Z") + hour * 3'600'000ll, kOslo));
}

TEST_CASE("a zone's city lies where tzdata says") {
  const char* tab =
      "# comment\nNO\t+5955+01045\tEurope/Oslo\nUS\t+404251-0740023\tAmerica/New_York\tEastern\n";
  const auto oslo = place_of_zone(tab, "Europe/Oslo");
  REQUIRE(oslo);
  CHECK(oslo->latitude == Approx(59.9167).epsilon(1e-4));
  CHECK(oslo->longitude == Approx(10.75));
  const auto new_york = place_of_zone(tab, "America/New_York");
  REQUIRE(new_york);
  CHECK(new_york->latitude == Approx(40.7142).epsilon(1e-4));
  CHECK(new_york->longitude == Approx(-74.0064).epsilon(1e-4));
}

TEST_CASE("a zone that is nowhere has no place") {
  CHECK_FALSE(place_of_zone("NO\t+5955+01045\tEurope/Oslo\n", "Europe/Os"));
  CHECK_FALSE(place_of_zone("NO\t+59\tEurope/Oslo", "Europe/Oslo"));
  CHECK_FALSE(place_of_zone("", "UTC"));
}
