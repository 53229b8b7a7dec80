#include "app/kiosk/runtime/visit_runner.h"

#include <algorithm>
#include <utility>

#include "app/kiosk/runtime/local_zone.h"

namespace farewell::kiosk {

VisitRunner::VisitRunner(Outside outside, Asked asked, std::uint64_t seed, const visit::Eases& usual)
    : outside_(std::move(outside)),
      asked_(std::move(asked)),
      state_(visit::initial(asked_.survey, seed, usual)),
      zone_(local_zone({})) {
  look_at_the_day();
}

void VisitRunner::enrol(const wire::Enrolment& enrolment) {
  abilities_ = {.help_calls = true, .contacts = true};
  sealing_key_ = enrolment.sealing_key;
  zone_ = local_zone(enrolment.time_zone);
  day_ = {};
  look_at_the_day();
}

void VisitRunner::ask_next(Asked asked) {
  asked_next_ = std::move(asked);
  if (!state_.visit) dispatch(visit::TimePassed{});
}

void VisitRunner::dispatch(const visit::Action& action) {
  if (!state_.visit) look_at_the_day();
  note_outcome(action);
  visit::Next next = visit::update(state_, action, outside_.clock.monotonic_ms(), asked_.survey, abilities_);
  state_ = std::move(next.state);
  for (const visit::Effect& effect : next.effects) {
    std::visit([this](const auto& kind) { carry_out(kind); }, effect);
  }
  if (!state_.visit && asked_next_) {
    asked_ = *std::exchange(asked_next_, std::nullopt);
    state_ = visit::with_survey(std::move(state_), asked_.survey);
    ++asked_number_;
  }
}

void VisitRunner::pass_time() {
  const auto due = due_ms();
  if (due && *due <= outside_.clock.monotonic_ms()) dispatch(visit::TimePassed{});
}

/// The draft follows the disk as the visit does.
void VisitRunner::note_outcome(const visit::Action& action) {
  if (!draft_) return;
  if (const auto* saved = std::get_if<visit::AnswerSaved>(&action);
      saved && saved->visit == draft_->visit()) {
    draft_->answer_saved();
  }
  const auto* not_saved = std::get_if<visit::AnswerNotSaved>(&action);
  if (not_saved && not_saved->visit == draft_->visit()) draft_->answer_not_saved();
  const auto* not_sealed = std::get_if<visit::ContactNotSealed>(&action);
  if (not_sealed && not_sealed->visit == draft_->visit()) draft_->take_contact({});
}

void VisitRunner::look_at_the_day() {
  const LocalTime now = zone_.local(outside_.clock.utc_ms());
  if (now.day == day_) return;
  day_ = now.day;
  guests_ = 0;
  outside_.journal.post(
      [range = zone_.bounds(now.day), today = day_, &notices = outside_.notices](journal::Journal& journal) {
        std::uint32_t guests = 0;
        const Status read = journal.each(range, [&guests](const wire::Response&) {
          ++guests;
          return Status();
        });
        if (read) notices.post(GuestsCounted{today, guests});
      });
}

void VisitRunner::hear(const GuestsCounted& counted) {
  if (counted.day == day_) guests_ = std::max(guests_, counted.guests);
}

bool VisitRunner::reads_right_to_left(const std::string& language) const {
  const auto known = std::ranges::find(asked_.languages, language, &survey::Language::tag);
  return known != asked_.languages.end() && known->right_to_left;
}

}  // namespace farewell::kiosk
