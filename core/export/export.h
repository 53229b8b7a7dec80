// Writing responses out, one at a time, to whatever takes bytes: a file, standard output, a hub's reply. Not
// reading them (journal/, the hub's store) and not counting them (report/). Holds one response at most,
// however many there are. One thread at a time.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "core/base/result.h"
#include "core/base/time_zone.h"
#include "core/export/csv.h"
#include "core/wire/response.h"

namespace farewell::exporting {

/// Where the bytes go, in order. An error (a full disk, a client that left) ends the export with that error.
using Sink = std::function<Status(std::string_view bytes)>;

enum class Format {
  csv,   ///< columns.md
  json,  ///< one array of responses as the protocol writes them, fields of newer formats included
};

/// "csv", "json". Errors: invalid, naming the ones there are.
Result<Format> parse_format(std::string_view text);
/// For a Content-Type: "text/csv; charset=utf-8; header=present", "application/json".
std::string_view media_type(Format format);

struct Options {
  Format format = Format::csv;
  CsvPreset preset = CsvPreset::excel_comma;  ///< of csv only
  TimeZone zone;                              ///< the site's: CSV's local times and days
};

/// Takes responses in the order in which they shall stand. What comes before the first one is written with
/// it, or by finish() when there was none, so that an empty export is a complete file too.
class ResponseWriter {
 public:
  virtual ~ResponseWriter() = default;
  /// Errors: the sink's; invalid, naming the response, if its text is not UTF-8 (json only).
  virtual Status add(const wire::Response& response) = 0;
  /// Once, after the last one. Without it the file is not complete.
  virtual Status finish() = 0;
};

std::unique_ptr<ResponseWriter> response_writer(Options options, Sink sink);

}  // namespace farewell::exporting
