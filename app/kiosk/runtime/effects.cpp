// VisitRunner's effects: what the visit asks for, done.
#include <algorithm>
#include <memory>
#include <utility>

#include "app/kiosk/runtime/log.h"
#include "app/kiosk/runtime/sealing.h"
#include "app/kiosk/runtime/visit_runner.h"
#include "core/base/ids.h"
#include "core/treat/code.h"

namespace farewell::kiosk {

void VisitRunner::begin_draft(std::uint64_t visit) {
  if (!draft_ || draft_->visit() != visit) draft_.emplace(visit, outside_.clock, zone_, asked_.survey);
}

void VisitRunner::save(std::optional<visit::Action> well, std::optional<visit::Action> badly) {
  outside_.journal.post([response = draft_->response(), well = std::move(well), badly = std::move(badly),
                         &notices = outside_.notices](journal::Journal& journal) {
    const Status saved = journal.save_unfinished(response);
    if (!saved) log("an answer could not be saved: " + saved.error().text());
    if (const auto& outcome = saved ? well : badly) notices.post(*outcome);
  });
}

void VisitRunner::count(const wire::HourCounts& more) {
  outside_.journal.post([now_ms = outside_.clock.utc_ms(), more](journal::Journal& journal) {
    const Status counted = journal.count(now_ms, more);
    if (!counted) log("a visit could not be counted: " + counted.error().text());
  });
}

void VisitRunner::carry_out(const visit::CountWoken&) {
  count({.hour = {}, .woken = 1});
}

void VisitRunner::carry_out(const visit::SaveAnswer& answer) {
  begin_draft(answer.visit);
  draft_->take(answer, reads_right_to_left(answer.language));
  save(visit::AnswerSaved{answer.visit}, visit::AnswerNotSaved{answer.visit});
}

void VisitRunner::carry_out(const visit::SaveChange& change) {
  draft_->take(change);
  save();
}

void VisitRunner::carry_out(const visit::SaveRecovery& recovery) {
  draft_->take(recovery);
  save();
}

void VisitRunner::carry_out(const visit::RingForHelp& call) {
  const std::string id = new_uuid_v4();
  draft_->take_help_call(id);
  save();
  const std::int64_t now_ms = outside_.clock.utc_ms();
  outside_.ring(call.visit, {.id = id,
                             .response = draft_->response().id,
                             .language = call.language,
                             .at_utc_ms = now_ms,
                             .at_offset_minutes = zone_.local(now_ms).offset_minutes});
}

void VisitRunner::carry_out(const visit::SealContact& contact) {
  if (!sealing_key_) return outside_.notices.post(visit::Action(visit::ContactNotSealed{contact.visit}));
  auto sealed = seal_contact(*sealing_key_, contact.by, contact.text);
  if (!sealed) {
    log("a contact could not be sealed: " + sealed.error().text());
    return outside_.notices.post(visit::Action(visit::ContactNotSealed{contact.visit}));
  }
  draft_->take_contact(std::move(*sealed));
  save(visit::ContactSealed{contact.visit}, visit::ContactNotSealed{contact.visit});
}

/// The code's day is the one on the wall, even if the visit began before midnight.
void VisitRunner::carry_out(const visit::GiveTreat& treat) {
  const Day today = zone_.local(outside_.clock.utc_ms()).day;
  const int per_day = std::min(asked_.survey.surprises.treats_per_day, treat::kMostSerial);
  ++treats_;
  outside_.journal.post([visit = treat.visit, today, per_day, key = outside_.treat_key.value_or(treat::Key{}),
                         book = book_, &notices = outside_.notices](journal::Journal&) {
    const auto serial = book->give_treat(today, per_day);
    if (!serial) log("a treat could not be given: " + serial.error().text());
    const bool given = serial && *serial;
    notices.post(given ? visit::Action(visit::TreatGiven{visit, treat::make_code(key, today, **serial)})
                       : visit::Action(visit::TreatNotGiven{visit}));
  });
}

void VisitRunner::carry_out(const visit::FinishVisit& finished) {
  draft_->take(finished);
  outside_.journal.post([response = draft_->response(), told = outside_.response_finished, today = day_,
                         book = book_](journal::Journal& journal) {
    const auto seq = journal.finish(response);
    if (!seq)
      return log("a visit could not be finished, and will be at the next start: " + seq.error().text());
    told();
    const Status kept = book->add_guest(today);
    if (!kept) log("today's count could not be kept, and is the journal's: " + kept.error().text());
  });
  const bool completed = finished.ended != visit::Ended::timed_out;
  count({.hour = {},
         .woken = 0,
         .rated = 1,
         .answered = finished.answered ? 1 : 0,
         .completed = completed ? 1 : 0});
  draft_.reset();
  ++guests_;
}

}  // namespace farewell::kiosk
