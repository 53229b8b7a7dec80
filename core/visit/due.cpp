#include <algorithm>

#include "core/visit/step.h"

namespace farewell::visit {

std::int64_t held_until_ms(const State& state, const survey::Survey& survey) {
  return state.visit->pressed_ms + survey.timings.hold_ms;
}

namespace {

/// Listening, and waiting for a switch's turn, take as long as asking for more time.
bool is_slow(const Eases& eases) {
  return eases.more_time || eases.speech || eases.one_switch;
}

}  // namespace

bool is_untouched(const State& state, const survey::Survey& survey) {
  return state.screen == Screen::welcome && state.visit->value == 0 && state.visit->pressed == 0 &&
         state.language == survey.default_language && state.eases == state.usual;
}

std::int64_t warning_due_ms(const State& state, const survey::Survey& survey) {
  const std::int64_t idle_ms = survey.timings.idle_after_ms;
  return state.last_touch_ms + (is_slow(state.eases) ? std::max(idle_ms, kMoreTimeMs) : idle_ms);
}

std::int64_t warning_ends_ms(const State& state, const survey::Survey& survey) {
  const std::int64_t since_ms =
      state.idle_warning ? state.idle_warning_since_ms : warning_due_ms(state, survey);
  return since_ms + survey.timings.idle_warning_ms;
}

bool stands_until_done(const State& state) {
  return state.screen == Screen::goodbye && state.visit->treat != Treat::none;
}

std::int64_t home_due_ms(const State& state, const survey::Survey& survey) {
  if (state.visit->help_call == HelpCall::ringing) return state.screen_since_ms + kRingAtMostMs;
  const bool quiet = survey::is_unhappy(state.visit->value);
  return state.home_from_ms + (quiet ? survey.timings.quiet_home_after_ms : survey.timings.home_after_ms);
}

namespace {

/// The screen counts down in whole seconds: the next instant at which it shows another number.
std::int64_t next_second_ms(const State& state, const survey::Survey& survey) {
  const std::int64_t left_ms = warning_ends_ms(state, survey) - state.now_ms;
  return left_ms <= 0 ? state.now_ms : state.now_ms + (left_ms - 1) % 1000 + 1;
}

std::int64_t idle_due_ms(const State& state, const survey::Survey& survey) {
  if (state.idle_warning) return next_second_ms(state, survey);
  return is_untouched(state, survey) ? warning_ends_ms(state, survey) : warning_due_ms(state, survey);
}

}  // namespace

std::optional<std::int64_t> due_ms(const State& state, const survey::Survey& survey) {
  if (!state.visit) return std::nullopt;
  if (state.screen == Screen::goodbye && !stands_until_done(state)) return home_due_ms(state, survey);
  const std::int64_t idle_ms = idle_due_ms(state, survey);
  return state.visit->answer_saved ? std::min(idle_ms, held_until_ms(state, survey)) : idle_ms;
}

int idle_seconds_left(const State& state, std::int64_t now_ms, const survey::Survey& survey) {
  if (!state.visit || !state.idle_warning) return 0;
  return static_cast<int>((std::max<std::int64_t>(warning_ends_ms(state, survey) - now_ms, 0) + 999) / 1000);
}

}  // namespace farewell::visit
