// A time of day and a weekday as a language writes them, with digits 0 to 9. Source: Unicode CLDR, by ICU.
// Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace farewell::survey {

/// "09:00" in German, "9.00" in Finnish: of 24 hours in every language.
std::string clock_words(int minute_of_day, std::string_view tag);

/// "Monday", standing alone. 0 is Sunday.
std::string weekday_words(int weekday, std::string_view tag);

}  // namespace farewell::survey
