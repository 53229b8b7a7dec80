// The Big List of Naughty Strings, through everything that touches text.
#include <catch2/catch.hpp>
#include <string>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "tests/support/test_data.h"

using namespace farewell;

namespace {

JsonDocument awkward_strings(const std::filesystem::path& path) {
  const auto text = read_file(path);
  REQUIRE(text);
  auto document = parse_json(*text, path.string());
  REQUIRE(document);
  REQUIRE(document->root.size() > 400);
  return *std::move(document);
}

}  // namespace

TEST_CASE("awkward strings come through JSON unchanged") {
  const auto path = testing::test_data("blns.json");
  if (!path) return;
  for (const Json& value : awkward_strings(*path).root) {
    const auto again = parse_json(Json{{"text", value}}.dump(), "x");
    REQUIRE(again);
    CHECK(JsonReader(*again).string("text") == value.get<std::string>());
  }
}

TEST_CASE("awkward strings fall apart into characters and back") {
  const auto path = testing::test_data("blns.json");
  if (!path) return;
  for (const Json& value : awkward_strings(*path).root) {
    const auto text = value.get<std::string>();
    INFO(text);
    REQUIRE(is_utf8(text));
    const std::size_t count = grapheme_count(text);
    CHECK(grapheme_prefix(text, count) == text);
    if (count > 0) {
      CHECK(grapheme_prefix(text, count - 1) == without_last_grapheme(text));
      CHECK(grapheme_count(without_last_grapheme(text)) == count - 1);
    }
    CHECK(trimmed(trimmed(text)) == trimmed(text));
  }
}
