#include "core/export/response_json.h"

#include "samples.h"

using namespace farewell;
using namespace farewell::exporting;
using namespace farewell::testing;

TEST_CASE("an empty JSON export is an empty array") {
  CHECK(written(Format::json, CsvPreset::plain, {}) == "[]\n");
}

TEST_CASE("a JSON export is an array of responses that read back as they were") {
  const std::vector<wire::Response> responses = {full_response(), with_comment("=1+1, \"quoted\"\r\n")};
  const Json array = Json::parse(written(Format::json, CsvPreset::plain, responses));
  REQUIRE(array.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(wire::parse_response(array[i].dump(), "export").value() == responses[i]);
  }
}

TEST_CASE("what a newer terminal says is given back") {
  wire::Response response = full_response();
  response.unknown["mood_ring"] = {{"colour", "teal"}};
  const Json array = Json::parse(written(Format::json, CsvPreset::plain, {response}));
  CHECK(array[0]["mood_ring"]["colour"] == "teal");
}

TEST_CASE("text that is not UTF-8 is an error that names the response") {
  auto writer = response_writer({Format::json, CsvPreset::plain, TimeZone::utc()},
                                [](std::string_view) { return Status{}; });
  const Status status = writer->add(with_comment("\xFF"));
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().context == "response " + full_response().id);
}
