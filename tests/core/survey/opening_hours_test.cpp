#include "core/survey/opening_hours.h"

#include <catch2/catch.hpp>

#include "core/base/json.h"
#include "core/survey/survey.h"

using namespace farewell;
using namespace farewell::survey;

namespace {

constexpr int kSunday = 0, kMonday = 1, kFriday = 5, kSaturday = 6;

OpeningHours hours(const std::string& json) {
  const auto survey = parse_survey(R"({"id":"x","revision":1,"hours":)" + json + "}", "survey.json");
  INFO((survey ? "" : survey.error().text()));
  REQUIRE(survey);
  return survey->hours;
}

std::string fault(const std::string& json) {
  const auto survey = parse_survey(R"({"id":"x","revision":1,"hours":)" + json + "}", "survey.json");
  REQUIRE_FALSE(survey);
  return survey.error().text();
}

LocalTime at(int weekday, int hour, int minute = 0) {
  LocalTime local;
  local.weekday = weekday;
  local.hour = hour;
  local.minute = minute;
  return local;
}

}  // namespace

TEST_CASE("a shop that says no hours is always open") {
  CHECK(is_open({}, at(kSunday, 3)));
  CHECK_FALSE(next_opening({}, at(kSunday, 3)));
}

TEST_CASE("a shop is open between its hours, and a little before and after") {
  const OpeningHours open = hours(R"({"monday":"09:00-20:00"})");
  CHECK_FALSE(is_open(open, at(kMonday, 8, 29)));
  CHECK(is_open(open, at(kMonday, 8, 30)));
  CHECK(is_open(open, at(kMonday, 20, 29)));
  CHECK_FALSE(is_open(open, at(kMonday, 20, 30)));
  CHECK_FALSE(is_open(open, at(kSunday, 12)));
}

TEST_CASE("a shop may close at noon") {
  const OpeningHours open = hours(R"({"monday":"09:00-12:00, 15:00-20:00"})");
  CHECK_FALSE(is_open(open, at(kMonday, 13)));
  CHECK(is_open(open, at(kMonday, 16)));
  CHECK(next_opening(open, at(kMonday, 13)) == NextOpening{0, kMonday, 15 * 60});
}

TEST_CASE("a bar closes on the next day, and on the next week's") {
  const OpeningHours open = hours(R"({"saturday":"18:00-03:00"})");
  CHECK(is_open(open, at(kSaturday, 23)));
  CHECK(is_open(open, at(kSunday, 2)));
  CHECK_FALSE(is_open(open, at(kSunday, 4)));
}

TEST_CASE("the grace before Sunday's first minute is on Saturday") {
  CHECK(is_open(hours(R"({"sunday":"00:00-06:00"})"), at(kSaturday, 23, 45)));
}

TEST_CASE("the next opening is told by its day and time") {
  const OpeningHours open = hours(R"({"monday":"09:00-20:00","friday":"10:00-18:00"})");
  CHECK(next_opening(open, at(kMonday, 7)) == NextOpening{0, kMonday, 9 * 60});
  CHECK(next_opening(open, at(kMonday, 21)) == NextOpening{4, kFriday, 10 * 60});
  CHECK(next_opening(open, at(kSunday, 21)) == NextOpening{1, kMonday, 9 * 60});
}

TEST_CASE("hours come back as they were written") {
  for (const char* json :
       {R"({"friday":"18:00-02:00","monday":"09:00-12:00, 15:00-20:00"})", R"({"sunday":"00:00-24:00"})"})
    CHECK(to_json(hours(json)) == Json::parse(json));
}

TEST_CASE("hours that cannot be meant are faults, with the day") {
  for (const char* range :
       {"9-20", "09:00-25:00", "09:61-10:00", "09:00-09:00", "24:00-02:00", "09:00-20:00,", "x"})
    CHECK_THAT(fault(std::string(R"({"monday":")") + range + "\"}"), Catch::Contains("hours.monday"));
  CHECK_THAT(fault(R"({"mondays":"09:00-20:00"})"), Catch::Contains("did you mean \"monday\""));
  CHECK_THAT(fault("{}"), Catch::Contains("has no day"));
}
