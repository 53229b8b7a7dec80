#include "core/export/csv.h"

#include <algorithm>
#include <array>

namespace farewell::exporting {
namespace {

constexpr std::array<std::string_view, 10> kFormulaStarts = {"=",  "+",      "-",      "@",      "\t",
                                                             "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

bool looks_like_formula(std::string_view cell) {
  return std::any_of(kFormulaStarts.begin(), kFormulaStarts.end(),
                     [&](std::string_view start) { return cell.starts_with(start); });
}

char separator(CsvPreset preset) {
  return preset == CsvPreset::excel_semicolon ? ';' : ',';
}

bool needs_quotes(std::string_view cell, CsvPreset preset) {
  return cell.find_first_of("\"\r\n") != std::string_view::npos ||
         cell.find(separator(preset)) != std::string_view::npos;
}

void append_cell(std::string& out, std::string_view cell, CsvPreset preset) {
  const bool quoted = needs_quotes(cell, preset);
  if (quoted) out += '"';
  if (preset != CsvPreset::plain && looks_like_formula(cell)) out += '\'';
  for (const char byte : cell) {
    if (byte == '"') out += '"';
    out += byte;
  }
  if (quoted) out += '"';
}

}  // namespace

Result<CsvPreset> parse_csv_preset(std::string_view text) {
  if (text == "excel-comma") return CsvPreset::excel_comma;
  if (text == "excel-semicolon") return CsvPreset::excel_semicolon;
  if (text == "plain") return CsvPreset::plain;
  return Error{
      ErrorCode::invalid,
      "no such preset: \"" + std::string(text) + "\"; there are excel-comma, excel-semicolon and plain", ""};
}

std::string_view csv_opening(CsvPreset preset) {
  return preset == CsvPreset::plain ? "" : "\uFEFF";
}

void append_csv_row(std::string& out, std::span<const std::string> cells, CsvPreset preset) {
  bool first = true;
  for (const auto& cell : cells) {
    if (!first) out += separator(preset);
    first = false;
    append_cell(out, cell, preset);
  }
  out += "\r\n";
}

std::string csv_seconds(std::int64_t ms, CsvPreset preset) {
  const std::int64_t tenths = (ms + 50) / 100;
  const char decimal = preset == CsvPreset::excel_semicolon ? ',' : '.';
  return std::to_string(tenths / 10) + decimal + std::to_string(tenths % 10);
}

}  // namespace farewell::exporting
