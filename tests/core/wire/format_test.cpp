// Holds format.md to the code: its examples are what the code makes, its lists are whole.
#include <catch2/catch.hpp>

#include "core/base/file.h"
#include "core/wire/batch.h"
#include "core/wire/problems.h"
#include "core/wire/signature.h"

using namespace farewell;
using namespace farewell::wire;

namespace {

std::string format() {
  const Result<std::string> text = read_file(FAREWELL_WIRE_FORMAT);
  REQUIRE(text.ok());
  return *text;
}

/// The code block that follows `heading`.
std::string example(const std::string& heading) {
  const std::string text = format();
  const std::size_t at = text.find(heading);
  REQUIRE(at != std::string::npos);
  const std::size_t from = text.find('\n', text.find("```", at)) + 1;
  return text.substr(from, text.find("```", from) - from);
}

}  // namespace

TEST_CASE("the worked example of the format is what the code signs") {
  Key key{};
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<std::uint8_t>(i);
  const std::string body = batch_text("7d1f4a3e-52c8-4d0b-8a6f-1c9e7b2d4f60", {}, {});
  const Signed fields =
      sign_request({"POST", "/v1/batches", "", body}, key, "0f8b5b0e-3c0a-4a54-9f7e-2f6d3c1b5a90",
                   1'795'276'800, "AAECAwQFBgcICQoLDA0ODw");
  CHECK(example("### A worked example") ==
        "POST /v1/batches HTTP/1.1\n"
        "Content-Type: application/json\n"
        "Content-Digest: " +
            fields.content_digest + "\n" + "Signature-Input: " + fields.signature_input + "\n" +
            "Signature: " + fields.signature + "\n\n" + body + "\n");
}

TEST_CASE("the example response of the format is a response and loses nothing") {
  const Json json = Json::parse(example("## A response"));
  const Result<Response> response = parse_response(json.dump(), "response");
  REQUIRE(response.ok());
  CHECK(response->unknown.empty());
  CHECK(to_json(*response) == json);
}

TEST_CASE("the example health of the format is health and loses nothing") {
  const Json json = Json::parse(example("## Health"));
  const JsonDocument document{.name = "health", .text = json.dump(), .root = json};
  const Result<Health> health = parse_health(JsonReader(document));
  REQUIRE(health.ok());
  CHECK(health->unknown.empty());
  CHECK(to_json(*health) == json);
}

TEST_CASE("the example reply of the format is a reply") {
  CHECK(parse_batch_reply(example("### The reply")).ok());
}

TEST_CASE("the format lists every problem with its status") {
  const std::string text = format();
  for (const ProblemKind& kind : problems::kAll) {
    CHECK_THAT(text, Catch::Contains("| `" + std::string(kind.slug) + "` | " + std::to_string(kind.status)));
  }
}
