#include "core/survey/opening_hours.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include "core/base/json.h"

namespace farewell::survey {
namespace {

constexpr int kDay = 24 * 60, kWeek = 7 * kDay;
constexpr std::array kDays = {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

int minute_of_week(const LocalTime& local) {
  return local.weekday * kDay + local.hour * 60 + local.minute;
}

/// "09:00" up to "24:00", as minutes of the day.
std::optional<int> parse_clock(std::string_view text) {
  const auto digit = [&](std::size_t i) { return text[i] - '0'; };
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const std::size_t i : {0u, 1u, 3u, 4u})
    if (digit(i) < 0 || digit(i) > 9) return std::nullopt;
  const int hour = digit(0) * 10 + digit(1), minute = digit(3) * 10 + digit(4);
  if (minute > 59 || hour * 60 + minute > kDay) return std::nullopt;
  return hour * 60 + minute;
}

/// "18:00-02:00" ends on the next day.
std::optional<Opening> parse_range(std::string_view text, int weekday) {
  if (text.size() != 11 || text[5] != '-') return std::nullopt;
  const auto from = parse_clock(text.substr(0, 5)), to = parse_clock(text.substr(6));
  if (!from || !to || *from == *to || *from == kDay) return std::nullopt;
  const int day = weekday * kDay;
  return Opening{day + *from, day + *to + (*to < *from ? kDay : 0)};
}

std::string clock(int minute) {
  char text[16];
  std::snprintf(text, sizeof text, "%02d:%02d", minute / 60, minute % 60);
  return text;
}

void read_day(JsonReader& days, int weekday, OpeningHours& hours) {
  const auto text = days.optional_string(kDays[static_cast<std::size_t>(weekday)], 1, 128);
  if (!text) return;
  for (std::string_view left = *text; !left.empty();) {
    const std::size_t end = std::min(left.find(", "), left.size());
    const auto range = parse_range(left.substr(0, end), weekday);
    if (!range)
      return days.fault(kDays[static_cast<std::size_t>(weekday)],
                        "is '" + *text + "', must be like 09:00-20:00, or 09:00-13:00, 16:00-20:00");
    hours.push_back(*range);
    left.remove_prefix(std::min(end + 2, left.size()));
  }
}

}  // namespace

bool is_open(const OpeningHours& hours, const LocalTime& local) {
  const int now = minute_of_week(local);
  return hours.empty() || std::ranges::any_of(hours, [now](const Opening& opening) {
           const int from = opening.from - kOpeningGraceMinutes, to = opening.to + kOpeningGraceMinutes;
           return (now >= from && now < to) || (now + kWeek >= from && now + kWeek < to) ||
                  (now - kWeek >= from && now - kWeek < to);
         });
}

std::optional<NextOpening> next_opening(const OpeningHours& hours, const LocalTime& local) {
  const int now = minute_of_week(local);
  const auto away = [now](const Opening& opening) { return (opening.from - now + kWeek) % kWeek; };
  const auto next = std::ranges::min_element(hours, {}, away);
  if (next == hours.end()) return std::nullopt;
  const int today = local.hour * 60 + local.minute;
  return NextOpening{(today + away(*next)) / kDay, next->from / kDay, next->from % kDay};
}

OpeningHours read_opening_hours(JsonReader& survey) {
  OpeningHours hours;
  auto days = survey.optional_object("hours");
  if (!days) return hours;
  for (int weekday = 0; weekday < 7; ++weekday) read_day(*days, weekday, hours);
  if (days->keys().empty()) survey.fault("hours", "has no day, leave it out for a shop that is always open");
  (void)days->done();  // the fault is the outer reader's too
  return hours;
}

Json to_json(const OpeningHours& hours) {
  Json days = Json::object();
  for (const Opening& opening : hours) {
    const std::string range =
        clock(opening.from % kDay) + "-" + clock(opening.to % kDay == 0 ? kDay : opening.to % kDay);
    Json& day = days[kDays[static_cast<std::size_t>(opening.from / kDay)]];
    day = day.is_string() ? day.get<std::string>() + ", " + range : range;
  }
  return days;
}

}  // namespace farewell::survey
