#include "core/survey/moment.h"

#include <unicode/datefmt.h>
#include <unicode/timezone.h>

#include <memory>

#include "core/survey/locale.h"

namespace farewell::survey {
namespace {

/// An instant in UTC, as `skeleton` asks for it.
std::string formatted(double utc_ms, const char* skeleton, std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateFormat> format(
      icu::DateFormat::createInstanceForSkeleton(skeleton, locale_of(tag), status));
  if (U_FAILURE(status)) return {};
  format->adoptTimeZone(icu::TimeZone::getGMT()->clone());
  icu::UnicodeString text;
  std::string utf8;
  return format->format(utc_ms, text).toUTF8String(utf8);
}

}  // namespace

std::string clock_words(int minute_of_day, std::string_view tag) {
  return formatted(minute_of_day * 60'000.0, "Hm", tag);
}

std::string weekday_words(int weekday, std::string_view tag) {
  constexpr double kDayMs = 86'400'000;
  constexpr int kFirstSunday = 3;  // 1970-01-04
  return formatted((kFirstSunday + weekday) * kDayMs, "cccc", tag);
}

}  // namespace farewell::survey
