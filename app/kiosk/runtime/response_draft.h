// The response that the visit in progress will leave, filled in as its effects come. Not stored here (the
// journal does that). Drawing thread.
#pragma once

#include <cstdint>
#include <string>

#include "core/base/clock.h"
#include "core/base/time_zone.h"
#include "core/survey/survey.h"
#include "core/visit/visit.h"
#include "core/wire/response.h"

namespace farewell::kiosk {

class ResponseDraft {
 public:
  /// Gives the visit its identity and its beginning: now, by `clock`, in `zone`.
  ResponseDraft(std::uint64_t visit, const Clock& clock, const TimeZone& zone, const survey::Survey& survey);

  std::uint64_t visit() const { return visit_; }
  const wire::Response& response() const { return response_; }

  void take(const visit::SaveAnswer& answer, bool right_to_left);
  void take(const visit::SaveChange& change);
  void take(const visit::SaveRecovery& recovery);
  void take(const visit::FinishVisit& finished);
  void take_help_call(const std::string& id);
  void take_contact(std::string sealed) { response_.contact = std::move(sealed); }

  void answer_saved() { saved_ = response_.satisfaction; }
  /// The last tap did not reach the disk: the answer is again what it was.
  void answer_not_saved() { response_.satisfaction = saved_; }

 private:
  std::uint64_t visit_;
  wire::Response response_;
  wire::Satisfaction saved_;
};

}  // namespace farewell::kiosk
