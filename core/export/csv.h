// Rows of comma-separated values as RFC 4180 writes them, and what spreadsheets need besides. Knows no
// columns (response_csv.h) and reads nothing. Pure; any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace farewell::exporting {

/// All of them: UTF-8, CRLF, a cell quoted when it holds the separator, a quote, CR or LF.
enum class CsvPreset {
  excel_comma,      ///< a byte order mark, commas, formulas disarmed
  excel_semicolon,  ///< the same with semicolons and decimal commas, for where the comma is the decimal sign
  plain,            ///< for programs: commas, no byte order mark, every cell as it is
};

/// "excel-comma", "excel-semicolon", "plain". Errors: invalid, naming the ones there are.
Result<CsvPreset> parse_csv_preset(std::string_view text);

/// What a file begins with: the byte order mark that tells Excel that this is UTF-8, or nothing.
std::string_view csv_opening(CsvPreset preset);

/// Appends one row with its line ending. Outside `plain` a cell that a spreadsheet would take for a formula
/// (it begins with = + - @, TAB or CR, or one of the signs' full-width forms) gets an apostrophe in front.
/// Source: RFC 4180, 2; OWASP, "CSV injection".
void append_csv_row(std::string& out, std::span<const std::string> cells, CsvPreset preset);

/// A number of seconds with one decimal, rounded: "18.4", or "18,4" in `excel_semicolon`.
std::string csv_seconds(std::int64_t ms, CsvPreset preset);

}  // namespace farewell::exporting
