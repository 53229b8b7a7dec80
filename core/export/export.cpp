#include "core/export/export.h"

#include "core/export/response_csv.h"
#include "core/export/response_json.h"

namespace farewell::exporting {

Result<Format> parse_format(std::string_view text) {
  if (text == "csv") return Format::csv;
  if (text == "json") return Format::json;
  return Error{ErrorCode::invalid, "no such format: \"" + std::string(text) + "\"; there are csv and json",
               ""};
}

std::string_view media_type(Format format) {
  return format == Format::csv ? "text/csv; charset=utf-8; header=present" : "application/json";
}

std::unique_ptr<ResponseWriter> response_writer(Options options, Sink sink) {
  if (options.format == Format::json) return std::make_unique<ResponseJson>(std::move(sink));
  return std::make_unique<ResponseCsv>(options.preset, std::move(options.zone), std::move(sink));
}

}  // namespace farewell::exporting
