#include "core/export/csv.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace farewell::exporting;

namespace {

std::string row(const std::vector<std::string>& cells, CsvPreset preset) {
  std::string out;
  append_csv_row(out, cells, preset);
  return out;
}

}  // namespace

TEST_CASE("a row ends with CR LF, and a cell without need is not quoted") {
  CHECK(row({"a", "", "b c"}, CsvPreset::plain) == "a,,b c\r\n");
}

TEST_CASE("a separator, a quote and a line break are quoted, and quotes doubled") {
  CHECK(row({"a,b", "say \"hi\"", "one\ntwo", "one\rtwo"}, CsvPreset::plain) ==
        "\"a,b\",\"say \"\"hi\"\"\",\"one\ntwo\",\"one\rtwo\"\r\n");
}

TEST_CASE("with semicolons it is semicolons that need quotes") {
  CHECK(row({"a,b", "a;b"}, CsvPreset::excel_semicolon) == "a,b;\"a;b\"\r\n");
}

TEST_CASE("a cell that a spreadsheet would run gets an apostrophe") {
  for (const std::string start : {"=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"}) {
    CHECK(row({start + "1"}, CsvPreset::excel_comma) == "'" + start + "1\r\n");
    CHECK(row({start + "1"}, CsvPreset::excel_semicolon) == "'" + start + "1\r\n");
  }
  CHECK(row({"\r1"}, CsvPreset::excel_comma) == "\"'\r1\"\r\n");
}

TEST_CASE("a quoted formula has its apostrophe inside the quotes") {
  CHECK(row({"=HYPERLINK(\"x\",1)"}, CsvPreset::excel_comma) == "\"'=HYPERLINK(\"\"x\"\",1)\"\r\n");
}

TEST_CASE("a sign inside a cell is no formula") {
  CHECK(row({"a=b", " =1", "3-4"}, CsvPreset::excel_comma) == "a=b, =1,3-4\r\n");
}

TEST_CASE("plain leaves formulas as they are") {
  CHECK(row({"=1+1", "＝1"}, CsvPreset::plain) == "=1+1,＝1\r\n");
}

TEST_CASE("only what is meant for Excel opens with a byte order mark") {
  CHECK(csv_opening(CsvPreset::excel_comma) == "\xEF\xBB\xBF");
  CHECK(csv_opening(CsvPreset::excel_semicolon) == "\xEF\xBB\xBF");
  CHECK(csv_opening(CsvPreset::plain).empty());
}

TEST_CASE("seconds have one decimal, with a comma where a full stop would make a date of them") {
  CHECK(csv_seconds(18'449, CsvPreset::excel_comma) == "18.4");
  CHECK(csv_seconds(18'450, CsvPreset::excel_semicolon) == "18,5");
  CHECK(csv_seconds(0, CsvPreset::plain) == "0.0");
}

TEST_CASE("presets are known by name, and an unknown one is told which there are") {
  CHECK(parse_csv_preset("excel-comma").value() == CsvPreset::excel_comma);
  CHECK(parse_csv_preset("excel-semicolon").value() == CsvPreset::excel_semicolon);
  CHECK(parse_csv_preset("plain").value() == CsvPreset::plain);
  CHECK(parse_csv_preset("Excel").error().message.find("excel-semicolon") != std::string::npos);
}
