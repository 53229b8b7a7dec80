#include "core/survey/moment.h"

#include <catch2/catch.hpp>

using namespace farewell::survey;

TEST_CASE("a time of day is written as the language does") {
  CHECK(clock_words(9 * 60, "de") == "09:00");
  CHECK(clock_words(9 * 60, "fi") == "9.00");
  CHECK(clock_words(16 * 60 + 30, "en") == "16:30");
}

TEST_CASE("digits are 0 to 9 in every language") {
  CHECK(clock_words(9 * 60, "ar") == "09:00");
}

TEST_CASE("a weekday has its name in the language") {
  CHECK(weekday_words(0, "en") == "Sunday");
  CHECK(weekday_words(1, "de") == "Montag");
  CHECK(weekday_words(6, "ja") == "土曜日");
}
