#include "core/export/response_csv.h"

#include "csv_reader.h"
#include "samples.h"

using namespace farewell;
using namespace farewell::exporting;
using namespace farewell::testing;

namespace {

CsvTable table_of(const std::vector<wire::Response>& responses, const char* zone = "Europe/Oslo") {
  return read_csv(written(Format::csv, CsvPreset::plain, responses, zone));
}

std::string cell(const CsvTable& table, std::size_t row, std::string_view column) {
  const auto found = std::find(table[0].begin(), table[0].end(), column);
  REQUIRE(found != table[0].end());
  return table[row][static_cast<std::size_t>(found - table[0].begin())];
}

}  // namespace

TEST_CASE("an export of nothing is still the row of names") {
  const CsvTable table = table_of({});
  REQUIRE(table.size() == 1);
  CHECK(table[0] == std::vector<std::string>(kResponseColumns.begin(), kResponseColumns.end()));
}

TEST_CASE("every row has all columns, however little the response holds") {
  wire::Response bare;
  bare.id = "bare";
  bare.satisfaction = {5, 5};
  const CsvTable table = table_of({bare, full_response()});
  REQUIRE(table.size() == 3);
  CHECK(table[1].size() == kResponseColumns.size());
  CHECK(table[2].size() == kResponseColumns.size());
  CHECK(cell(table, 1, "duration_s").empty());
  CHECK(cell(table, 1, "surprise_engaged").empty());
}

TEST_CASE("a response's values stand under their names") {
  const CsvTable table = table_of({full_response()});
  CHECK(cell(table, 1, "survey") == "default");
  CHECK(cell(table, 1, "survey_revision") == "3");
  CHECK(cell(table, 1, "satisfaction") == "2");
  CHECK(cell(table, 1, "of") == "5");
  CHECK(cell(table, 1, "topics") == "waiting; prices");
  CHECK(cell(table, 1, "comment") == "The queue at the till");
  CHECK(cell(table, 1, "recovery") == "call");
  CHECK(cell(table, 1, "ended") == "completed");
  CHECK(cell(table, 1, "duration_s") == "18.4");
  CHECK(cell(table, 1, "flags") == "rapid");
  CHECK(cell(table, 1, "surprise_arm") == "shown");
  CHECK(cell(table, 1, "surprise_engaged") == "yes");
}

TEST_CASE("local time, UTC and the day are columns of their own, in the site's zone") {
  const CsvTable table = table_of({full_response()});
  CHECK(cell(table, 1, "started_at") == "2026-11-21T17:00:00+01:00");
  CHECK(cell(table, 1, "started_at_utc") == "2026-11-21T16:00:00Z");
  CHECK(cell(table, 1, "day") == "2026-11-21");
  CHECK(cell(table, 1, "time") == "17:00:00");
}

TEST_CASE("the day is the one on which the visit started at the site, not in Greenwich") {
  CHECK(cell(table_of({full_response()}, "Pacific/Auckland"), 1, "day") == "2026-11-22");
}

TEST_CASE("a contact is told of and never shown") {
  const std::string csv = written(Format::csv, CsvPreset::excel_comma, {full_response()});
  CHECK(csv.find("c2VhbGVk") == std::string::npos);
  CHECK(cell(table_of({full_response()}), 1, "contact") == "left");
}

TEST_CASE("a full disk ends the export with its own error") {
  auto writer = response_writer({Format::csv, CsvPreset::plain, TimeZone::utc()}, [](std::string_view) {
    return Status(Error{ErrorCode::unavailable, "no space left", "out.csv"});
  });
  CHECK(writer->add(full_response()).error().text() == "out.csv: no space left");
}
