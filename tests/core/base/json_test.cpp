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

JsonDocument parsed(std::string_view text) {
  auto document = parse_json(text, "x.json");
  INFO((document ? "" : document.error().text()));
  REQUIRE(document);
  return *std::move(document);
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != text.npos;
}

std::string nested(int depth) {
  return std::string(static_cast<std::size_t>(depth), '[') +
         std::string(static_cast<std::size_t>(depth), ']');
}

}  // namespace

TEST_CASE("all of JSON's types are parsed") {
  const char* text = R"({"a":[1,-2,3.5,1e3,true,false,null,"ø",{},[]],"b":{"c":""}})";
  CHECK(parsed(text).root == Json::parse(text));
}

TEST_CASE("a document may be a lone value") {
  CHECK(parsed("7").root == 7);
  CHECK(parsed(" \"a\" ").root == "a");
}

TEST_CASE("the greatest whole numbers of 64 bits are kept to the last digit") {
  CHECK(parsed("18446744073709551615").root.get<std::uint64_t>() == UINT64_MAX);
  CHECK(parsed("-9223372036854775808").root.get<std::int64_t>() == INT64_MIN);
}

TEST_CASE("a whole number of more than 64 bits is refused, since it would be rounded") {
  CHECK(fault_of("{\"n\":18446744073709551616}") ==
        "x.json:1: n is a whole number of more than 64 bits, write a smaller one");
  CHECK_FALSE(fault_of("-9223372036854775809").empty());
}

TEST_CASE("a number that would become infinite is refused") {
  CHECK(fault_of("{\n\"n\":\n1e999}") == "x.json:3: n is a number too large to hold, write a smaller one");
  CHECK_FALSE(fault_of("-1e309").empty());
}

TEST_CASE("an escaped pair of surrogates is one character") {
  CHECK(parsed(R"("\ud83d\udc4d")").root == "👍");
}

TEST_CASE("a lone surrogate is refused") {
  const auto text = GENERATE(as<std::string>{}, R"("\ud83d")", R"("\udc4d")", R"("\ud83dx")",
                             R"("\ud83d\ud83d")", R"({"\ud83d":1})");
  CHECK(has(fault_of(text), "is not JSON here: invalid string: surrogate"));
}

TEST_CASE("text that is not well-formed UTF-8 is refused") {
  const auto bytes = GENERATE(as<std::string>{}, "\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80",
                              "\xF4\x90\x80\x80", "\xFF", "\xC3");
  CHECK(has(fault_of("\"" + bytes + "\""), "is not JSON here: invalid string: ill-formed UTF-8 byte"));
  CHECK(has(fault_of("{\"" + bytes + "\":1}"), "ill-formed UTF-8 byte"));
}

TEST_CASE("a key that is there twice is named with its line") {
  CHECK(fault_of("{\n\"a\":1,\n\"b\":{\"c\":1,\n\"c\":2}}") ==
        "x.json:4: b.c is there twice in one object, remove one");
}

TEST_CASE("a key that is there twice is found though one is escaped") {
  CHECK(has(fault_of(R"({"a":1,"\u0061":2})"), "is there twice"));
}

TEST_CASE("the same key in two objects is no fault") {
  CHECK(fault_of(R"([{"a":1},{"a":2}])").empty());
}

TEST_CASE("a NUL in a key is refused, in a text it is not") {
  CHECK(has(fault_of(R"({"a\u0000b":1})"), "has a NUL in its name, remove it"));
  CHECK(parsed(R"(["a\u0000b"])").root[0].get<std::string>() == std::string("a\0b", 3));
}

TEST_CASE("a NUL byte is refused, and does not end the text") {
  CHECK(fault_of(std::string_view("{}\n\0 and more", 14)) == "x.json:2: has a NUL byte in it, remove it");
}

TEST_CASE("a byte order mark is refused") {
  CHECK(fault_of("\xEF\xBB\xBF{}") ==
        "x.json:1: begins with a byte order mark, save it as UTF-8 without one");
}

TEST_CASE("nesting is refused from one level over the limit") {
  CHECK(fault_of(nested(16)).empty());
  CHECK(fault_of(nested(17)) ==
        "x.json:1: 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 lies deeper than 16 brackets, make it flatter");
  CHECK(fault_of(nested(3), {.max_depth = 2}) ==
        "x.json:1: 0.0 lies deeper than 2 brackets, make it flatter");
}

TEST_CASE("a hundred thousand brackets are refused at the limit, without deep recursion") {
  CHECK(has(fault_of(std::string(100'000, '[')), "lies deeper than 16 brackets"));
  std::string objects;
  for (int i = 0; i < 20'000; ++i) objects += "{\"a\":";
  CHECK(has(fault_of(objects), "lies deeper than 16 brackets"));
}

TEST_CASE("a text over the limit is refused before it is parsed") {
  CHECK(fault_of("[1,2]", {.max_bytes = 5}).empty());
  const auto document = parse_json("[1,2 ]", "x.json", {.max_bytes = 5});
  CHECK(document.error().code == ErrorCode::too_large);
  CHECK(document.error().text() == "x.json: is over 5 bytes, make it shorter");
}

TEST_CASE("text after the value is refused") {
  CHECK(has(fault_of("{}\n{}"), "x.json:2: is not JSON here: unexpected"));
  CHECK_FALSE(fault_of("1 2").empty());
}

TEST_CASE("what JSON has not is refused") {
  const auto text = GENERATE(as<std::string>{}, "", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "{'a':1}",
                             "// x\n1", "/* x */1", "01", "+1", ".5", "1.", "0x1", "NaN", "Infinity", "-",
                             "True", "nul", "\"a\nb\"", "\"\t\"", R"("\x41")", "\"a", "[1 2]", "{\"a\" 1}",
                             "\xE2\x80\xA8"
                             "1");
  CHECK(has(fault_of(text), "is not JSON here: "));
}

TEST_CASE("a fault does not repeat the text, which may be secret") {
  CHECK_FALSE(has(fault_of("{\"key\": \"hunter2\xFF\"}"), "hunter2"));
}

TEST_CASE("a fault is named by the way to it") {
  CHECK(has(fault_of("{\"a\":[{},\n{\"b\":[0,1,nope]}]}"),
            "x.json:2: a.1.b.2 is not JSON here: invalid literal"));
}

TEST_CASE("a very long key is shortened in a fault, and its control characters shown") {
  const std::string key = std::string(70'000, 'k');
  CHECK(fault_of("{\"" + key + "\":1,\"" + key + "\":2}").size() < 200);
  CHECK(has(fault_of(R"({"a\nb":1,"a\nb":2})"), "a\\nb is there twice"));
}

TEST_CASE("each value's line is known") {
  const JsonDocument document = parsed(R"({
  "number": 1
  ,
  "text": "a", "list": [
    10,
    20
  ],
  "object":
  {
    "inside": true
  }
})");
  CHECK(document.line({}) == 1);
  CHECK(document.line({"number"}) == 2);  // though a newline was read behind it
  CHECK(document.line({"text"}) == 4);
  CHECK(document.line({"list"}) == 4);
  CHECK(document.line({"list", "0"}) == 5);
  CHECK(document.line({"list", "1"}) == 6);
  CHECK(document.line({"object"}) == 9);
  CHECK(document.line({"object", "inside"}) == 10);
}

TEST_CASE("what is not there is said to be on the first line") {
  CHECK(parsed("\n[1]").line({"7"}) == 1);
}

TEST_CASE("carriage returns before newlines do not count") {
  CHECK(parsed("{\r\n\"a\":1,\r\n\"b\":2}").line({"b"}) == 3);
}
