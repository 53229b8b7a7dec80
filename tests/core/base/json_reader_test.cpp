#include <catch2/catch.hpp>
#include <string>

#include "core/base/json.h"

using namespace farewell;

namespace {

JsonDocument parsed(std::string_view text) {
  auto document = parse_json(text, "x.json");
  REQUIRE(document);
  return *std::move(document);
}

/// The first fault when `read` reads the object `text`.
template <class Read>
std::string fault_of(std::string_view text, Read read) {
  const JsonDocument document = parsed(text);
  JsonReader reader(document);
  read(reader);
  return reader.status() ? "" : reader.status().error().text();
}

}  // namespace

TEST_CASE("fields are read with their types") {
  const JsonDocument document = parsed(
      R"({"text":"a","number":-3,"share":0.25,"yes":true,"list":["a","b"],"object":{"inside":1},"objects":[{"n":1},{"n":2}]})");
  JsonReader reader(document);
  CHECK(reader.string("text") == "a");
  CHECK(reader.integer("number", -5, 5) == -3);
  CHECK(reader.optional_number("share", 0, 1) == 0.25);
  CHECK(reader.boolean("yes"));
  CHECK(reader.strings("list", 2) == std::vector<std::string>{"a", "b"});
  CHECK(reader.object("object").integer("inside", 0, 9) == 1);
  auto objects = reader.objects("objects", 2);
  REQUIRE(objects.size() == 2);
  CHECK(objects[1].integer("n", 0, 9) == 2);
  CHECK(reader.done().ok());
}

TEST_CASE("what may be absent reads as nothing, and that is no fault") {
  const JsonDocument document = parsed("{}");
  JsonReader reader(document);
  CHECK_FALSE(reader.has("a"));
  CHECK_FALSE(reader.optional_string("a"));
  CHECK_FALSE(reader.optional_integer("a", 0, 1));
  CHECK_FALSE(reader.optional_number("a", 0, 1));
  CHECK_FALSE(reader.optional_object("a"));
  CHECK(reader.boolean_or("a", true));
  CHECK(reader.strings("a", 3).empty());
  CHECK(reader.objects("a", 3).empty());
  CHECK(reader.raw("a") == nullptr);
  CHECK(reader.done().ok());
}

TEST_CASE("what must be there is missed by name") {
  CHECK(fault_of("{}", [](JsonReader& r) { r.string("id"); }) == "x.json:1: id is missing");
  CHECK(fault_of("{}", [](JsonReader& r) { r.integer("id", 1, 2); }) == "x.json:1: id is missing");
  CHECK(fault_of("{}", [](JsonReader& r) { r.boolean("id"); }) == "x.json:1: id is missing");
  CHECK(fault_of("{\"a\":\n{}}", [](JsonReader& r) { r.object("a").object("b").string("c"); }) ==
        "x.json:2: a.b is missing");
}

TEST_CASE("a value of another type is refused, and what it is said") {
  CHECK(fault_of(R"({"a":1})", [](JsonReader& r) { r.string("a"); }) == "x.json:1: a is 1, must be text");
  CHECK(fault_of(R"({"a":null})", [](JsonReader& r) { r.optional_string("a"); }) ==
        "x.json:1: a is null, must be text");
  CHECK(fault_of(R"({"a":"1"})", [](JsonReader& r) { r.integer("a", 0, 9); }) ==
        "x.json:1: a is text, must be a whole number");
  CHECK(fault_of(R"({"a":1.0})", [](JsonReader& r) { r.integer("a", 0, 9); }) ==
        "x.json:1: a is 1.0, must be a whole number");
  CHECK(fault_of(R"({"a":[]})", [](JsonReader& r) { r.optional_number("a", 0, 9); }) ==
        "x.json:1: a is a list, must be a number");
  CHECK(fault_of(R"({"a":0})", [](JsonReader& r) { r.boolean_or("a", false); }) ==
        "x.json:1: a is 0, must be true or false");
  CHECK(fault_of(R"({"a":[]})", [](JsonReader& r) { r.object("a"); }) ==
        "x.json:1: a is a list, must be an object");
  CHECK(fault_of(R"({"a":{}})", [](JsonReader& r) { r.objects("a", 1); }) ==
        "x.json:1: a is an object, must be a list");
  CHECK(fault_of(R"({"a":["b",2]})", [](JsonReader& r) { r.strings("a", 9); }) ==
        "x.json:1: a.1 is 2, must be text");
  CHECK(fault_of(R"({"a":[{},2]})", [](JsonReader& r) { r.objects("a", 9); }) ==
        "x.json:1: a.1 is 2, must be an object");
  CHECK(fault_of("[]", [](JsonReader&) {}) == "x.json:1: is a list, must be an object");
}

TEST_CASE("a value out of its range is refused with the range") {
  const auto reads = [](JsonReader& r) { r.integer("a", 1, 5); };
  CHECK(fault_of(R"({"a":0})", reads) == "x.json:1: a is 0, must be 1 to 5");
  CHECK(fault_of(R"({"a":6})", reads) == "x.json:1: a is 6, must be 1 to 5");
  CHECK(fault_of(R"({"a":18446744073709551615})", reads) ==
        "x.json:1: a is 18446744073709551615, must be 1 to 5");
  CHECK(fault_of(R"({"a":1})", reads).empty());
  CHECK(fault_of(R"({"a":5})", reads).empty());
  CHECK(fault_of(R"({"a":1.5})", [](JsonReader& r) { r.optional_number("a", 0, 1); }) ==
        "x.json:1: a is 1.5, must be 0.0 to 1.0");
}

TEST_CASE("a whole number beyond 63 bits is out of even the widest range") {
  CHECK_FALSE(
      fault_of(R"({"a":9223372036854775808})", [](JsonReader& r) { r.integer("a", 0, INT64_MAX); }).empty());
  CHECK(
      fault_of(R"({"a":9223372036854775807})", [](JsonReader& r) { r.integer("a", 0, INT64_MAX); }).empty());
}

TEST_CASE("a text too short or too long is refused without repeating it") {
  CHECK(fault_of(R"({"a":""})", [](JsonReader& r) { r.string("a", 1); }) == "x.json:1: a is empty");
  CHECK(fault_of(R"({"a":"secret"})", [](JsonReader& r) { r.string("a", 0, 5); }) ==
        "x.json:1: a is 6 bytes long, must be 0 to 5");
}

TEST_CASE("a list with too many elements is too large") {
  const JsonDocument document = parsed(R"({"a":["b","c"]})");
  JsonReader reader(document);
  reader.strings("a", 1);
  CHECK(reader.status().error().code == ErrorCode::too_large);
  CHECK(reader.status().error().message == "a has 2 elements, at most 1");
}

TEST_CASE("the first fault is kept, and later reads go on") {
  const JsonDocument document = parsed("{\"a\":1,\n\"b\":2,\"c\":3}");
  JsonReader reader(document);
  CHECK(reader.string("a").empty());
  CHECK(reader.string("b").empty());
  CHECK(reader.integer("c", 0, 9) == 3);
  CHECK(reader.status().error().text() == "x.json:1: a is 1, must be text");
}

TEST_CASE("a refused value reads as the least allowed") {
  const JsonDocument document = parsed(R"({"a":99})");
  JsonReader reader(document);
  CHECK(reader.integer("a", 4, 5) == 4);
}

TEST_CASE("a fault in a nested object is its outermost reader's too") {
  const JsonDocument document = parsed("{\"a\":[{\"b\":1},\n{\"b\":\"x\"}]}");
  JsonReader reader(document);
  for (JsonReader& item : reader.objects("a", 9)) item.integer("b", 0, 9);
  CHECK(reader.status().error().text() == "x.json:2: a.1.b is text, must be a whole number");
}

TEST_CASE("a caller's own fault is placed at its key, or at the object") {
  CHECK(fault_of("{\"a\":{\n\"b\":9}}", [](JsonReader& r) { r.object("a").fault("b", "is 9, of is 5"); }) ==
        "x.json:2: a.b is 9, of is 5");
  CHECK(fault_of("{\n\"a\":\n{\"b\":9}}", [](JsonReader& r) {
          r.object("a").fault(nullptr, "is of no use");
        }) == "x.json:3: a is of no use");
}

TEST_CASE("a key that nobody asked for is named with the nearest known one") {
  const auto reads = [](JsonReader& r) {
    r.optional_integer("idle_after_ms", 0, 99);
    r.optional_integer("home_after_ms", 0, 99);
    (void)r.done();
  };
  CHECK(fault_of("{\n\"idle_afer_ms\":1}", reads) ==
        "x.json:2: unknown key \"idle_afer_ms\"; did you mean \"idle_after_ms\"?");
  CHECK(fault_of("{\n\"colour\":1}", reads) == "x.json:2: unknown key \"colour\"; remove it");
}

TEST_CASE("an unknown key in a nested object says where it is") {
  CHECK(fault_of("{\"a\":{\"b\":1}}", [](JsonReader& r) { (void)r.object("a").done(); }) ==
        "x.json:1: unknown key \"b\" in a; remove it");
}

TEST_CASE("a fault found before is not hidden by an unknown key") {
  CHECK(fault_of(R"({"a":1,"b":2})", [](JsonReader& r) {
          r.string("a");
          (void)r.done();
        }) == "x.json:1: a is 1, must be text");
}

TEST_CASE("keys that nobody asked for can be kept with their values") {
  const JsonDocument document = parsed(R"({"a":1,"new":{"deep":[1,2]},"raw":3})");
  JsonReader reader(document);
  reader.integer("a", 0, 9);
  CHECK(*reader.raw("raw") == 3);
  CHECK(reader.unread() == Json::parse(R"({"new":{"deep":[1,2]}})"));
}

TEST_CASE("an object whose keys are data lists them") {
  const JsonDocument document = parsed(R"({"nb":"a","en":"b"})");
  CHECK(JsonReader(document).keys() == std::vector<std::string>{"en", "nb"});
}

TEST_CASE("a fault that repeats what was written is one line") {
  CHECK(fault_of("{\"a\":\"x\\ny\"}", [](JsonReader& r) {
          r.fault("a", "is '" + r.string("a") + "', must be z");
        }) == "x.json:1: a is 'x\\x0ay', must be z");
}
