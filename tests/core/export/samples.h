// A response with everything in it, and a writer's output as one string.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "core/export/export.h"

namespace farewell::testing {

inline wire::Response full_response() {
  wire::Response response;
  response.id = "019aa123-4567-7abc-8def-0123456789ab";
  response.seq = 1041;
  response.survey_id = "default";
  response.survey_revision = 3;
  response.language = "nb";
  response.layout = "ltr-5";
  response.started_at_utc_ms = 1'795'276'800'000;  // 2026-11-21T16:00:00Z
  response.started_at_offset_minutes = 60;
  response.clock = {"boot", 81'234'567, true};
  response.satisfaction = {2, 5};
  response.change = wire::Change{{"waiting", "prices"}, "The queue at the till"};
  response.recovery = wire::Recovery{wire::RecoveryChoice::call, "019aa123-0000-7abc-8def-0123456789ab"};
  response.surprise = wire::Surprise{"garden", "shown", true};
  response.ended = wire::Ended::completed;
  response.duration_ms = 18'449;
  response.screens = {{"welcome", 3100}};
  response.flags = {"rapid"};
  response.contact = "c2VhbGVk";
  return response;
}

inline wire::Response with_comment(const std::string& comment) {
  wire::Response response = full_response();
  response.change = wire::Change{{}, comment};
  return response;
}

inline std::string written(exporting::Format format, exporting::CsvPreset preset,
                           const std::vector<wire::Response>& responses, const char* zone = "Europe/Oslo") {
  std::string out;
  auto writer =
      exporting::response_writer({format, preset, TimeZone::find(zone).value()}, [&](std::string_view bytes) {
        out += bytes;
        return Status{};
      });
  for (const auto& response : responses) REQUIRE(writer->add(response).ok());
  REQUIRE(writer->finish().ok());
  return out;
}

}  // namespace farewell::testing
