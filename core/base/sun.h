// How high the sun stands over a place, whether that is day, dusk or night there, and whether winter. Not a
// clock, and not a calendar of sunsets: whoever wants to know asks again. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/time_zone.h"

namespace farewell {

/// Degrees; north and east are positive.
struct Place {
  double latitude = 0;
  double longitude = 0;
  bool operator==(const Place&) const = default;
};

enum class Daylight {
  day,    ///< the sun is up
  dusk,   ///< civil twilight, of evening or morning
  night,  ///< the sun is more than six degrees down
};

/// Degrees over the horizon, without the air's refraction; to a few hundredths from 1950 to 2050.
/// Source: U.S. Naval Observatory, "Computing Approximate Solar Coordinates"; Meeus, Astronomical Algorithms,
/// eq. 13.6.
double sun_height_degrees(std::int64_t utc_ms, const Place& place);

/// Sunset and sunrise are at -0.833° (half the disc and the refraction), twilight's other end at -6°.
Daylight daylight_at(std::int64_t utc_ms, const Place& place);

/// By the wall clock alone, where no place is known: day from 7, dusk from 19, night from 20.
Daylight daylight_at(const LocalTime& local);

/// The darkest weeks, in which the sun stays under twenty degrees at noon: never within 46 degrees of the
/// equator, from early December to early January in Munich, from late October to late February in Oslo.
bool is_winter(std::int64_t utc_ms, const Place& place);

/// The principal city of an IANA zone, from the text of tzdata's zone.tab ("+5955+01045"). Nothing, if the
/// zone is not in it.
std::optional<Place> place_of_zone(std::string_view zone_tab, std::string_view zone);

}  // namespace farewell
