#include "core/export/response_csv.h"

#include <algorithm>
#include <cstdio>

namespace farewell::exporting {
namespace {

using Row = std::array<std::string, kResponseColumns.size()>;

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) {
    if (!text.empty()) text += "; ";
    text += part;
  }
  return text;
}

std::string time_of_day(const LocalTime& local) {
  char text[16];
  std::snprintf(text, sizeof text, "%02d:%02d:%02d", local.hour, local.minute, local.second);
  return text;
}

Row row_of(const wire::Response& response, const TimeZone& zone, CsvPreset preset) {
  const LocalTime local = zone.local(response.started_at_utc_ms);
  const wire::Surprise surprise = response.surprise.value_or(wire::Surprise{});
  return {
      response.id,
      to_rfc3339(response.started_at_utc_ms, local.offset_minutes),
      to_rfc3339_utc(response.started_at_utc_ms),
      to_text(local.day),
      time_of_day(local),
      response.survey_id,
      std::to_string(response.survey_revision),
      response.language,
      std::to_string(response.satisfaction.value),
      std::to_string(response.satisfaction.of),
      response.change ? joined(response.change->topics) : "",
      response.change ? response.change->comment : "",
      response.recovery ? std::string(wire::to_text(response.recovery->choice)) : "",
      std::string(wire::to_text(response.ended)),
      response.duration_ms ? csv_seconds(*response.duration_ms, preset) : "",
      joined(response.flags),
      surprise.kind,
      surprise.arm,
      response.surprise ? (surprise.engaged ? "yes" : "no") : "",
      response.recovery ? response.recovery->help_call : "",
      response.contact.empty() ? "" : "left",
      response.clock.synchronised ? "synchronised" : "unsynchronised",
      response.layout,
  };
}

}  // namespace

ResponseCsv::ResponseCsv(CsvPreset preset, TimeZone zone, Sink sink)
    : preset_(preset), zone_(std::move(zone)), sink_(std::move(sink)) {}

Status ResponseCsv::add(const wire::Response& response) {
  row_.clear();
  begin();
  append_csv_row(row_, row_of(response, zone_, preset_), preset_);
  return sink_(row_);
}

Status ResponseCsv::finish() {
  row_.clear();
  begin();
  return row_.empty() ? Status{} : sink_(row_);
}

void ResponseCsv::begin() {
  if (begun_) return;
  begun_ = true;
  row_ = csv_opening(preset_);
  Row names;
  std::copy(kResponseColumns.begin(), kResponseColumns.end(), names.begin());
  append_csv_row(row_, names, preset_);
}

}  // namespace farewell::exporting
