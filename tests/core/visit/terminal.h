// A terminal without a screen or a disk: one state, a time that the test moves, and the effects so far.
#pragma once

#include <utility>
#include <variant>
#include <vector>

#include "core/visit/visit.h"

namespace farewell::visit::testing {

inline survey::Survey test_survey() {
  survey::Survey survey;
  survey.languages = {"en", "nb", "ar"};
  for (const char* id : {"waiting", "prices", "finding", "choice", "something-else"}) {
    survey.topics.push_back({id, "quest"});
  }
  return survey;
}

struct Terminal {
  survey::Survey survey = test_survey();
  Abilities abilities{.help_calls = true, .contacts = true};
  State state = initial(survey, 1);
  std::vector<Effect> effects;
  std::int64_t now_ms = 1'000'000;

  void happens(const Action& action) {
    Next next = update(state, action, now_ms, survey, abilities);
    state = std::move(next.state);
    for (Effect& effect : next.effects) effects.push_back(std::move(effect));
  }

  /// Lets time go by, with TimePassed whenever it is due.
  void wait(std::int64_t ms) {
    const std::int64_t until_ms = now_ms + ms;
    for (auto due = due_ms(state, survey); due && *due <= until_ms; due = due_ms(state, survey)) {
      now_ms = std::max(now_ms, *due);
      happens(TimePassed{});
    }
    now_ms = until_ms;
  }

  std::uint64_t number() const { return state.visit ? state.visit->number : 0; }

  /// Taps a face, and the journal keeps up.
  void answer(int value) {
    happens(FaceTapped{value});
    happens(AnswerSaved{number()});
    wait(survey.timings.hold_ms);
  }

  template <class Kind>
  std::vector<Kind> all() const {
    std::vector<Kind> found;
    for (const Effect& effect : effects) {
      if (const auto* kind = std::get_if<Kind>(&effect)) found.push_back(*kind);
    }
    return found;
  }
};

}  // namespace farewell::visit::testing
