// Against public test data, where FAREWELL_TEST_DATA names its folder; skipped, saying so, where it does not.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>

#include "core/export/csv.h"
#include "csv_reader.h"
#include "samples.h"

using namespace farewell;
using namespace farewell::exporting;
using namespace farewell::testing;
namespace fs = std::filesystem;

namespace {

std::optional<fs::path> test_data(const char* what) {
  const char* folder = std::getenv("FAREWELL_TEST_DATA");
  if (folder && fs::exists(fs::path(folder) / what)) return fs::path(folder) / what;
  std::cout << "skipped: " << what << " is not there; set FAREWELL_TEST_DATA to its folder\n";
  return {};
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string as_csv(const CsvTable& table, CsvPreset preset) {
  std::string out;
  for (const auto& row : table) append_csv_row(out, row, preset);
  return out;
}

/// A list of flat objects, as csv-spectrum says what its CSV means: names first, then each object's values.
CsvTable table_of(const nlohmann::ordered_json& objects) {
  CsvTable table(1);
  for (const auto& [name, value] : objects.at(0).items()) table[0].push_back(name);
  for (const auto& object : objects) {
    std::vector<std::string> row;
    for (const auto& name : table[0]) row.push_back(object.at(name));
    table.push_back(row);
  }
  return table;
}

std::vector<std::string> naughty_strings(const fs::path& path) {
  return Json::parse(bytes_of(path));
}

}  // namespace

TEST_CASE("every table of csv-spectrum survives being written and read") {
  const auto folder = test_data("csv-spectrum");
  if (!folder) return;
  for (const auto& file : fs::directory_iterator(*folder / "csvs")) {
    INFO(file.path());
    const CsvTable table = read_csv(bytes_of(file.path()));
    REQUIRE(table.size() > 1);
    CHECK(read_csv(as_csv(table, CsvPreset::plain)) == table);
    CHECK(read_csv(as_csv(table, CsvPreset::excel_semicolon), ';') == table);
  }
}

TEST_CASE("what csv-spectrum means in JSON is written as csv-spectrum writes it in CSV") {
  const auto folder = test_data("csv-spectrum");
  if (!folder) return;
  for (const auto& file : fs::directory_iterator(*folder / "csvs")) {
    // Its CSV and its JSON hold different telephone numbers, and the JSON is one object rather than a list.
    if (file.path().stem() == "location_coordinates") continue;
    INFO(file.path());
    const auto meaning = nlohmann::ordered_json::parse(
        bytes_of(*folder / "json" / file.path().filename().replace_extension(".json")));
    CHECK(read_csv(as_csv(table_of(meaning), CsvPreset::plain)) == read_csv(bytes_of(file.path())));
  }
}

TEST_CASE("awkward strings survive a plain CSV byte for byte") {
  const auto path = test_data("blns.json");
  if (!path) return;
  std::vector<wire::Response> responses;
  const auto strings = naughty_strings(*path);
  for (const auto& text : strings) responses.push_back(with_comment(text));
  const CsvTable table = read_csv(written(Format::csv, CsvPreset::plain, responses));
  REQUIRE(table.size() == strings.size() + 1);
  for (std::size_t i = 0; i < strings.size(); ++i) CHECK(table[i + 1][11] == strings[i]);
}

TEST_CASE("awkward strings survive JSON byte for byte") {
  const auto path = test_data("blns.json");
  if (!path) return;
  std::vector<wire::Response> responses;
  const auto strings = naughty_strings(*path);
  for (const auto& text : strings) responses.push_back(with_comment(text));
  const Json array = Json::parse(written(Format::json, CsvPreset::plain, responses));
  REQUIRE(array.size() == strings.size());
  for (std::size_t i = 0; i < strings.size(); ++i) {
    const Json& change = array[i]["change"];
    CHECK(change.value("comment", std::string()) == strings[i]);
  }
}

TEST_CASE("no awkward string stands where a spreadsheet would run it") {
  const auto path = test_data("blns.json");
  if (!path) return;
  std::vector<wire::Response> responses;
  const auto strings = naughty_strings(*path);
  for (const auto& text : strings) responses.push_back(with_comment(text));
  const CsvTable table = read_csv(written(Format::csv, CsvPreset::excel_comma, responses).substr(3));
  for (const auto& row : table) {
    for (const auto& cell : row) {
      CHECK((cell.empty() || std::string_view("=+-@\t\r").find(cell[0]) == std::string_view::npos));
    }
  }
}
