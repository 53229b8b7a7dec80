// The smallest reader of RFC 4180 that can tell whether a writer kept its word: written on its own, from the
// RFC, so that it shares no mistake with what it tests. Takes LF as a line ending too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace farewell::testing {

using CsvTable = std::vector<std::vector<std::string>>;

inline CsvTable read_csv(std::string_view text, char separator = ',') {
  CsvTable table;
  std::vector<std::string> row;
  std::string cell;
  bool quoted = false;
  const auto end_row = [&] {
    row.push_back(std::move(cell));
    cell.clear();
    table.push_back(std::move(row));
    row.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (quoted && c == '"' && next == '"') {
      cell += '"', ++i;
    } else if (quoted && c == '"') {
      quoted = false;
    } else if (quoted) {
      cell += c;
    } else if (c == '"' && cell.empty()) {
      quoted = true;
    } else if (c == separator) {
      row.push_back(std::move(cell));
      cell.clear();
    } else if (c == '\r' && next == '\n') {
      continue;
    } else if (c == '\n') {
      end_row();
    } else {
      cell += c;
    }
  }
  if (!cell.empty() || !row.empty()) end_row();
  return table;
}

}  // namespace farewell::testing
