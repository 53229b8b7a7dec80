#include "core/base/sun.h"

#include <charconv>
#include <cmath>
#include <numbers>

namespace farewell {
namespace {

constexpr double kDayMs = 86'400'000;
constexpr double kUnixToJ2000Days = 10'957.5;
constexpr double kSunsetDegrees = -0.833, kTwilightDegrees = -6;
constexpr double kWinterNoonDegrees = 20;
constexpr int kDayFromHour = 7, kDuskFromHour = 19, kNightFromHour = 20;

double radians(double degrees) {
  return degrees * std::numbers::pi / 180;
}

/// "+5955" or "+595512", "+01045" or "+0104512": degrees of `digits` digits, minutes, perhaps seconds.
std::optional<double> parse_angle(std::string_view text, std::size_t digits) {
  if (text.size() != digits + 3 && text.size() != digits + 5) return std::nullopt;
  const auto read = [&](std::size_t from, std::size_t length) {
    int number = -1;
    std::from_chars(text.data() + from, text.data() + from + length, number);
    return number;
  };
  const int degrees = read(1, digits), minutes = read(1 + digits, 2);
  const int seconds = text.size() == digits + 5 ? read(3 + digits, 2) : 0;
  if (degrees < 0 || minutes < 0 || seconds < 0) return std::nullopt;
  const double angle = degrees + minutes / 60.0 + seconds / 3600.0;
  return text[0] == '-' ? -angle : angle;
}

std::optional<Place> parse_place(std::string_view text) {
  const std::size_t second = text.find_first_of("+-", 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto latitude = parse_angle(text.substr(0, second), 2);
  const auto longitude = parse_angle(text.substr(second), 3);
  if (!latitude || !longitude) return std::nullopt;
  return Place{*latitude, *longitude};
}

}  // namespace

double sun_height_degrees(std::int64_t utc_ms, const Place& place) {
  const double days = static_cast<double>(utc_ms) / kDayMs - kUnixToJ2000Days;
  const double anomaly = radians(357.529 + 0.98560028 * days);
  const double longitude =
      radians(280.459 + 0.98564736 * days + 1.915 * std::sin(anomaly) + 0.020 * std::sin(2 * anomaly));
  const double obliquity = radians(23.439 - 0.00000036 * days);
  const double ascension = std::atan2(std::cos(obliquity) * std::sin(longitude), std::cos(longitude));
  const double declination = std::asin(std::sin(obliquity) * std::sin(longitude));
  const double sidereal_hours = 18.697374558 + 24.06570982441908 * days;
  const double hour_angle = radians(std::fmod(sidereal_hours, 24) * 15 + place.longitude) - ascension;
  const double latitude = radians(place.latitude);
  const double height = std::asin(std::sin(latitude) * std::sin(declination) +
                                  std::cos(latitude) * std::cos(declination) * std::cos(hour_angle));
  return height * 180 / std::numbers::pi;
}

Daylight daylight_at(std::int64_t utc_ms, const Place& place) {
  const double height = sun_height_degrees(utc_ms, place);
  if (height >= kSunsetDegrees) return Daylight::day;
  return height >= kTwilightDegrees ? Daylight::dusk : Daylight::night;
}

bool is_winter(std::int64_t utc_ms, const Place& place) {
  // By the sun's own clock; that it may be a quarter of an hour off changes nothing at noon.
  const double ahead_ms = place.longitude / 360 * kDayMs;
  const double day = std::floor((static_cast<double>(utc_ms) + ahead_ms) / kDayMs);
  const double noon_ms = (day + .5) * kDayMs - ahead_ms;
  return sun_height_degrees(static_cast<std::int64_t>(noon_ms), place) < kWinterNoonDegrees;
}

Daylight daylight_at(const LocalTime& local) {
  if (local.hour >= kDayFromHour && local.hour < kDuskFromHour) return Daylight::day;
  return local.hour >= kDuskFromHour && local.hour < kNightFromHour ? Daylight::dusk : Daylight::night;
}

std::optional<Place> place_of_zone(std::string_view zone_tab, std::string_view zone) {
  while (!zone_tab.empty()) {
    const std::size_t end = zone_tab.find('\n');
    std::string_view line = zone_tab.substr(0, end);
    zone_tab.remove_prefix(end == std::string_view::npos ? zone_tab.size() : end + 1);
    const std::size_t first = line.find('\t');
    if (line.starts_with('#') || first == std::string_view::npos) continue;
    const std::size_t second = line.find('\t', first + 1);
    if (second == std::string_view::npos) continue;
    const std::string_view name = line.substr(second + 1, line.find('\t', second + 1) - second - 1);
    if (name == zone) return parse_place(line.substr(first + 1, second - first - 1));
  }
  return std::nullopt;
}

}  // namespace farewell
