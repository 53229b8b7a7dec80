#include "app/kiosk/runtime/visit_runner.h"

#include <algorithm>
#include <utility>

#include "app/kiosk/runtime/local_zone.h"
#include "app/kiosk/runtime/log.h"

namespace farewell::kiosk {
namespace {

constexpr std::int64_t kAskAgainMs = 3'600'000;

}  // namespace

VisitRunner::VisitRunner(Outside outside, Asked asked, std::uint64_t seed, const visit::Eases& usual)
    : outside_(std::move(outside)),
      asked_(std::move(asked)),
      state_(visit::initial(asked_.survey, seed, usual)),
      zone_(local_zone({})),
      book_(std::make_shared<DayBook>(outside_.day_book)) {
  look_at_the_day();
}

void VisitRunner::enrol(const wire::Enrolment& enrolment) {
  abilities_.help_calls = abilities_.contacts = true;
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
  look_at_the_treats();
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

std::optional<std::int64_t> VisitRunner::due_ms() const {
  if (const auto due = visit::due_ms(state_, asked_.survey)) return due;
  const std::int64_t utc_ms = outside_.clock.utc_ms();
  const bool same_day = zone_.local(utc_ms).day == day_;
  const std::int64_t left_ms = same_day ? zone_.bounds(day_).to_ms - utc_ms : 0;
  return outside_.clock.monotonic_ms() + std::min(left_ms, kAskAgainMs);
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

/// What is left today, and which guest this one is, as the visit may draw upon it.
void VisitRunner::look_at_the_treats() {
  const auto per_day = static_cast<std::uint32_t>(asked_.survey.surprises.treats_per_day);
  abilities_.treats = counted_ && outside_.treat_key && treats_ < per_day;
  abilities_.guest = counted_ ? guests_ + 1 : 0;
}

void VisitRunner::look_at_the_day() {
  const LocalTime now = zone_.local(outside_.clock.utc_ms());
  if (now.day == day_) return;
  day_ = now.day;
  guests_ = treats_ = 0;
  counted_ = false;
  outside_.journal.post([range = zone_.bounds(now.day), today = day_, book = book_,
                         &notices = outside_.notices](journal::Journal& journal) {
    std::uint32_t guests = 0;
    const Status read = journal.each(range, [&guests](const wire::Response&) {
      ++guests;
      return Status();
    });
    if (!read) log("some of today's answers could not be counted: " + read.error().text());
    const DayPage& page = book->has_at_least(today, guests);
    notices.post(GuestsCounted{today, page.guests, page.treats});
  });
}

void VisitRunner::hear(const GuestsCounted& counted) {
  if (counted.day != day_) return;
  guests_ = std::max(guests_, counted.guests);
  treats_ = std::max(treats_, counted.treats);
  counted_ = true;
}

bool VisitRunner::reads_right_to_left(const std::string& language) const {
  const auto known = std::ranges::find(asked_.languages, language, &survey::Language::tag);
  return known != asked_.languages.end() && known->right_to_left;
}

}  // namespace farewell::kiosk
