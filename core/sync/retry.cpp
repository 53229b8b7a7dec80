#include "core/sync/retry.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string>

namespace farewell::sync {
namespace {

constexpr std::string_view kDateShape = "Sun, 06 Nov 1994 08:49:37 GMT";
constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::optional<std::int64_t> digits(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault == std::errc::result_out_of_range) return kMaxRetryAfterMs;
  if (fault != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

}  // namespace

std::optional<std::int64_t> parse_http_date(std::string_view text) {
  if (text.size() != kDateShape.size() || !text.ends_with(" GMT")) return std::nullopt;
  const auto month = std::find(kMonths.begin(), kMonths.end(), text.substr(8, 3));
  const auto day = digits(text.substr(5, 2));
  const auto year = digits(text.substr(12, 4));
  const auto hour = digits(text.substr(17, 2));
  const auto minute = digits(text.substr(20, 2));
  const auto second = digits(text.substr(23, 2));
  if (month == kMonths.end() || !day || !year || !hour || !minute || !second) return std::nullopt;
  const std::chrono::year_month_day date{
      std::chrono::year(static_cast<int>(*year)),
      std::chrono::month(static_cast<unsigned>(month - kMonths.begin()) + 1),
      std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok() || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
  return (((days * 24 + *hour) * 60 + *minute) * 60 + *second) * 1000;
}

std::optional<std::int64_t> retry_after_ms(std::string_view field, std::int64_t now_utc_ms) {
  if (const auto seconds = digits(field)) return std::min(*seconds, kMaxRetryAfterMs / 1000) * 1000;
  const auto date = parse_http_date(field);
  if (!date) return std::nullopt;
  return std::clamp<std::int64_t>(*date - now_utc_ms, 0, kMaxRetryAfterMs);
}

std::int64_t backoff_ms(int failures, std::int64_t base_ms, std::int64_t cap_ms, std::int64_t floor_ms,
                        const Draw& draw) {
  std::int64_t window = std::min(base_ms, cap_ms);
  for (int i = 0; i < failures && window < cap_ms; ++i) window = std::min(window * 2, cap_ms);
  return floor_ms + draw(window);
}

}  // namespace farewell::sync
