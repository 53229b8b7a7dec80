// The survey: the versioned definition of what is asked and said. Values, parsed strictly and complete after
// parsing (every default filled in). Not the words (language.h) and not a visit (visit/). Any thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/base/result.h"
#include "core/survey/opening_hours.h"
#include "core/survey/surprises.h"

namespace farewell::survey {

/// A thing that could change, shown as a chip. Its word is the text "topic.<id>".
struct Topic {
  std::string id;    ///< [a-z0-9-]{1,32}
  std::string icon;  ///< an SVG's name under assets/art/icons, without ".svg"
};

/// Milliseconds, each with the range that parsing allows.
struct Timings {
  std::int64_t idle_after_ms = 20'000;        ///< without a touch until "Are you still there?"; 5 s to 10 min
  std::int64_t idle_warning_ms = 20'000;      ///< how long that question stands; 20 s (EN 301 549) to 10 min
  std::int64_t home_after_ms = 9'000;         ///< Goodbye stands for; 3 s to 60 s
  std::int64_t quiet_home_after_ms = 20'000;  ///< the quiet Goodbye; 3 s to 120 s
  std::int64_t hold_ms = 350;                 ///< the tapped face is held; 0 to 2 s
};

struct Survey {
  std::string id = "default";  ///< [a-z0-9-]{1,64}
  int revision = 1;            ///< from 1
  std::string shop;            ///< shown at the top of Welcome; may be empty
  int scale = 5;               ///< 4 or 5 faces
  std::string default_language = "en";
  std::vector<std::string> languages = {"en"};  ///< offered, in this order; BCP 47, as in preferred_tag()
  std::vector<Topic> topics;  ///< at most 12; "something-else" may be among them, shown last
  bool comment = true;        ///< offer "in your own words"
  bool help_calls = true;     ///< offer to send someone
  bool follow_ups = true;     ///< offer to leave a contact
  std::string staff_name;     ///< who comes; empty is nobody in particular
  int staff_minutes = 0;      ///< in about how long; 0 is not said
  OpeningHours hours;
  Timings timings;
  Surprises surprises;
  Texts texts;  ///< the shop's own words, over those of the language file
};

/// True for the lowest two values of either scale (1 and 2).
bool is_unhappy(int value);
/// True for the upper two: 4, 5 of 5; 3, 4 of 4.
bool is_happy(int value, int of);

/// The survey that Farewell ships: assets/surveys/default.json says the same.
Survey default_survey();

/// Errors: invalid, with path and line; unknown keys are errors. `name` is what errors call the text.
Result<Survey> parse_survey(std::string_view text, std::string name);
Result<Survey> parse_survey(JsonReader reader);
Json to_json(const Survey& survey);

}  // namespace farewell::survey
