// Rows of CSV: a reader of RFC 4180 gets back exactly the cells that were written, whatever they hold; what a
// spreadsheet would calculate begins with an apostrophe.
#include "core/export/csv.h"
#include "tests/core/export/csv_reader.h"
#include "tests/fuzz/fuzz.h"

using namespace farewell;
using exporting::CsvPreset;

namespace {

std::vector<std::string> cells_of(std::string_view text) {
  std::vector<std::string> cells;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\0', at), text.size());
    cells.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return cells;
}

bool is_calculated(const std::string& cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<std::string> cells = cells_of(fuzz::text_of(data, size));
  for (const CsvPreset preset : {CsvPreset::plain, CsvPreset::excel_comma, CsvPreset::excel_semicolon}) {
    std::string row;
    exporting::append_csv_row(row, cells, preset);
    const char separator = preset == CsvPreset::excel_semicolon ? ';' : ',';
    const auto table = testing::read_csv(row, separator);
    fuzz::promise(table.size() == 1 && table[0].size() == cells.size(), "one row of as many cells");
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string& read = table[0][i];
      fuzz::promise(read == cells[i] || (preset != CsvPreset::plain && read == "'" + cells[i]),
                    "the same cell");
      fuzz::promise(preset == CsvPreset::plain || !is_calculated(read), "nothing to calculate");
    }
  }
  return 0;
}
