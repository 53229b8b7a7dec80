#include "app/kiosk/runtime/response_draft.h"

#include "core/base/ids.h"

namespace farewell::kiosk {
namespace {

wire::Ended on_the_wire(visit::Ended ended) {
  switch (ended) {
    case visit::Ended::completed:
      return wire::Ended::completed;
    case visit::Ended::skipped:
      return wire::Ended::skipped;
    case visit::Ended::timed_out:
      return wire::Ended::timed_out;
  }
  return wire::Ended::interrupted;
}

wire::RecoveryChoice on_the_wire(visit::Recovery choice) {
  switch (choice) {
    case visit::Recovery::call:
      return wire::RecoveryChoice::call;
    case visit::Recovery::contact:
      return wire::RecoveryChoice::contact;
    case visit::Recovery::none:
    case visit::Recovery::undecided:
      break;
  }
  return wire::RecoveryChoice::none;
}

}  // namespace

ResponseDraft::ResponseDraft(std::uint64_t visit, const Clock& clock, const TimeZone& zone,
                             const survey::Survey& survey)
    : visit_(visit) {
  const std::int64_t utc_ms = clock.utc_ms();
  const LocalTime local = zone.local(utc_ms);
  response_.id = new_uuid_v7(utc_ms);
  response_.survey_id = survey.id;
  response_.survey_revision = survey.revision;
  response_.started_at_utc_ms = utc_ms;
  response_.started_at_offset_minutes = local.offset_minutes;
  if (!survey::is_open(survey.hours, local)) response_.flags.emplace_back("closed");
  response_.clock = {boot_id(), clock.monotonic_ms(), clock_is_synchronised()};
  response_.ended = wire::Ended::interrupted;  // until it has ended in another way
}

void ResponseDraft::take(const visit::SaveAnswer& answer, bool right_to_left) {
  response_.satisfaction = {answer.value, answer.of};
  response_.language = answer.language;
  response_.layout = (right_to_left ? "rtl-" : "ltr-") + std::to_string(answer.of);
}

void ResponseDraft::take(const visit::SaveChange& change) {
  response_.change.reset();
  if (!change.topics.empty() || !change.comment.empty()) response_.change = {change.topics, change.comment};
}

void ResponseDraft::take(const visit::SaveRecovery& recovery) {
  response_.recovery = wire::Recovery{on_the_wire(recovery.choice), {}};
}

void ResponseDraft::take_help_call(const std::string& id) {
  response_.recovery = wire::Recovery{wire::RecoveryChoice::call, id};
}

void ResponseDraft::take(const visit::FinishVisit& finished) {
  response_.ended = on_the_wire(finished.ended);
  response_.duration_ms = finished.duration_ms;
  response_.flags.insert(response_.flags.end(), finished.flags.begin(), finished.flags.end());
  response_.screens.clear();
  for (const visit::ScreenTime& time : finished.screens) {
    response_.screens.push_back({visit::to_text(time.screen), time.ms});
  }
  if (!finished.surprise.empty()) {
    const char* arm = finished.surprise_shown ? "shown" : "control";
    response_.surprise = {finished.surprise, arm, finished.surprise_engaged};
  }
}

}  // namespace farewell::kiosk
