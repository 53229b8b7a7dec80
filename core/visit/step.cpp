#include "core/visit/step.h"

#include <algorithm>

#include "core/visit/odd_input.h"

namespace farewell::visit {
namespace {

template <class... Kinds>
bool is_one_of(const Action& action) {
  return (std::holds_alternative<Kinds>(action) || ...);
}

bool is_touch(const Action& action) {
  return !is_one_of<TimePassed, AnswerSaved, AnswerNotSaved, ContactSealed, ContactNotSealed, HelpRinging,
                    HelpAccepted, HelpUnavailable, TreatGiven, TreatNotGiven>(action);
}

bool begins_visit(const Action& action, const survey::Survey& survey) {
  if (const auto* face = std::get_if<FaceTapped>(&action))
    return face->value >= 1 && face->value <= survey.scale;
  return is_one_of<Touched, LanguageChosen, EaseTapped, VolumeTapped, UsualTapped>(action);
}

bool Eases::*member_of(Ease ease) {
  switch (ease) {
    case Ease::speech:
      return &Eases::speech;
    case Ease::large_text:
      return &Eases::large_text;
    case Ease::contrast:
      return &Eases::contrast;
    case Ease::reach:
      return &Eases::reach;
    case Ease::more_time:
      return &Eases::more_time;
    case Ease::one_switch:
      return &Eases::one_switch;
  }
  return &Eases::speech;
}

Ended how_it_ended(const State& state) {
  if (state.visit->skipped) return Ended::skipped;
  return state.visit->answered || state.screen == Screen::goodbye ? Ended::completed : Ended::timed_out;
}

}  // namespace

Step::Step(const State& state, std::int64_t now_ms, const survey::Survey& survey, const Abilities& abilities)
    : state_(state),
      now_ms_(std::max(now_ms, state.now_ms)),
      was_warned_(state.idle_warning),
      survey_(survey),
      abilities_(abilities) {
  state_.now_ms = now_ms_;
}

void Step::touch(const Action& action) {
  if (!is_touch(action)) return;
  if (!state_.visit && begins_visit(action, survey_)) begin_visit();
  if (!state_.visit) return;
  state_.last_touch_ms = now_ms_;
  state_.home_from_ms = now_ms_;
  state_.idle_warning = false;
}

void Step::begin_visit() {
  Visit visit;
  visit.number = ++state_.visits;
  visit.began_ms = now_ms_;
  visit.flags = note_start(state_, now_ms_);
  state_.visit = std::move(visit);
  state_.screen_since_ms = now_ms_;
  effects_.push_back(CountWoken{});
}

void Step::end_visit() {
  note_time_here();
  Visit& ending = visit();
  if (ending.value != 0) {
    effects_.push_back(FinishVisit{
        .visit = ending.number,
        .ended = how_it_ended(state_),
        .answered = !ending.topics.empty() || !ending.comment.empty(),
        .surprise = ending.surprise,
        .surprise_shown = ending.surprise_shown,
        .surprise_engaged = ending.surprise_engaged,
        .duration_ms = now_ms_ - ending.began_ms,
        .screens = ending.screens,
        .flags = ending.flags,
    });
  }
  wipe(ending.helper);
  state_.visit.reset();
  state_.screen = Screen::welcome;
  state_.language = survey_.default_language;
  state_.eases = state_.usual;
  state_.idle_warning = false;
  state_.last_ended_ms = now_ms_;
}

void Step::note_time_here() {
  auto& screens = visit().screens;
  auto here = std::ranges::find(screens, state_.screen, &ScreenTime::screen);
  if (here == screens.end()) here = screens.insert(here, {state_.screen, 0});
  here->ms += now_ms_ - state_.screen_since_ms;
  state_.screen_since_ms = now_ms_;
}

void Step::go_to(Screen screen) {
  note_time_here();
  state_.screen = screen;
  state_.home_from_ms = now_ms_;
}

void Step::on(const LanguageChosen& chosen) {
  if (state_.visit && std::ranges::count(survey_.languages, chosen.tag) > 0) state_.language = chosen.tag;
}

void Step::on(const EaseTapped& tapped) {
  if (!state_.visit) return;
  bool& ease = state_.eases.*member_of(tapped.ease);
  ease = !ease;
}

void Step::on(const VolumeTapped& tapped) {
  if (!state_.visit) return;
  const int step = tapped.louder == Louder::louder ? 1 : -1;
  state_.eases.volume = std::clamp(state_.eases.volume + step, 1, kMaxVolume);
}

void Step::on(const UsualTapped&) {
  state_.eases = state_.usual;
}

void Step::on(const BackTapped&) {
  if (is_at(Screen::change)) {
    go_to(Screen::welcome);
  } else if (is_at(Screen::words) || is_at(Screen::recovery)) {
    go_to(Screen::change);
  } else if (is_at(Screen::contact) && !sealing()) {
    visit().contact_draft.wipe();
    visit().contact_checked = false;
    go_to(Screen::recovery);
  }
}

void Step::on(const ImDoneTapped&) {
  if (state_.visit && was_warned_) end_visit();
}

void Step::on(const TimePassed&) {
  if (!state_.visit) return;
  if (state_.screen == Screen::goodbye && !stands_until_done(state_)) {
    if (now_ms_ < home_due_ms(state_, survey_)) return;
    if (visit().help_call != HelpCall::ringing) return end_visit();
    return help_ended(HelpCall::unavailable, {});
  }
  const bool was_there = state_.screen == Screen::goodbye;
  go_on_when_held();
  if (is_at(Screen::goodbye) && !was_there) return;
  if (state_.idle_warning || is_untouched(state_, survey_)) {
    if (now_ms_ >= warning_ends_ms(state_, survey_)) end_visit();
  } else if (now_ms_ >= warning_due_ms(state_, survey_)) {
    state_.idle_warning = true;
    state_.idle_warning_since_ms = now_ms_;
  }
}

}  // namespace farewell::visit
