// A response as one row of CSV: the fixed columns of columns.md, whatever the rows hold. Made by
// response_writer() (export.h). One thread at a time.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/export/export.h"

namespace farewell::exporting {

/// In their order; columns.md says what each holds. New ones are added at the end, none is ever removed.
inline constexpr std::array<std::string_view, 23> kResponseColumns = {"id",
                                                                      "started_at",
                                                                      "started_at_utc",
                                                                      "day",
                                                                      "time",
                                                                      "survey",
                                                                      "survey_revision",
                                                                      "language",
                                                                      "satisfaction",
                                                                      "of",
                                                                      "topics",
                                                                      "comment",
                                                                      "recovery",
                                                                      "ended",
                                                                      "duration_s",
                                                                      "flags",
                                                                      "surprise",
                                                                      "surprise_arm",
                                                                      "surprise_engaged",
                                                                      "help_call",
                                                                      "contact",
                                                                      "clock",
                                                                      "layout"};

class ResponseCsv final : public ResponseWriter {
 public:
  ResponseCsv(CsvPreset preset, TimeZone zone, Sink sink);
  Status add(const wire::Response& response) override;
  Status finish() override;

 private:
  void begin();
  CsvPreset preset_;
  TimeZone zone_;
  Sink sink_;
  bool begun_ = false;
  std::string row_;  ///< kept so that its memory is used again
};

}  // namespace farewell::exporting
