#include "core/report/day_report.h"

#include <algorithm>

#include "core/survey/survey.h"

namespace farewell::report {

bool is_flagged(const wire::Response& response) {
  return std::any_of(response.flags.begin(), response.flags.end(), [](const std::string& flag) {
    return flag == "rapid" || flag == "burst" || flag == "closed";
  });
}

DayReporter::DayReporter(TimeZone zone, Flagged flagged) : zone_(std::move(zone)), flagged_(flagged) {}

void DayReporter::add(const wire::Response& response) {
  if (is_flagged(response)) {
    ++report_.flagged;
    if (flagged_ == Flagged::left_out) return;
  }
  const auto [value, of] = response.satisfaction;
  const bool satisfied = survey::is_happy(value, of);
  ++report_.responses;
  report_.satisfied.count(satisfied);
  report_.unhappy.count(survey::is_unhappy(value));

  ScaleFigures& scale = report_.by_scale[of];
  ++scale.answers[value];
  scale.satisfied.count(satisfied);
  scale.mean_score.add(value, of);

  report_.comments += response.change && !response.change->comment.empty();
  report_.recovery.add(response);
  hours_.add(zone_.local(response.started_at_utc_ms), satisfied);
  topics_.add(response);
}

DayReport DayReporter::result() const {
  DayReport report = report_;
  report.hours = hours_.hours();
  report.grid = hours_.grid();
  report.topics = topics_.result();
  report.change_answers = topics_.answered();
  return report;
}

}  // namespace farewell::report
