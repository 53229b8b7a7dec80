#include "core/base/json.h"

#include <catch2/catch.hpp>
#include <string>

using namespace farewell;

namespace {

/// What parsing says is wrong, as a person reads it; empty if nothing is.
std::string fault_of(std::string_view text, JsonLimits limits = {}) {
  const auto document = parse_json(text, "x.json", limits);
  return document ? "" : document.error().text();
}

}  // namespace

TEST_CASE("an object is parsed with all its types") {
  const auto document = parse_json(R"({"a":[1,-2,3.5,true,null,"ø"]})", "x.json");
  REQUIRE(document);
  CHECK(document->root.dump() == R"({"a":[1,-2,3.5,true,null,"ø"]})");
}

TEST_CASE("a key that is there twice is named with its line") {
  CHECK(fault_of("{\n\"a\":1,\n\"b\":{\"c\":1,\n\"c\":2}}") ==
        "x.json:4: b.c is there twice in one object, remove one");
}
TEST_CASE("a hundred thousand brackets are refused at the limit, without deep recursion") {
  CHECK(fault_of(std::string(100'000, '[')).find("lies deeper than 16 brackets") != std::string::npos);
}
