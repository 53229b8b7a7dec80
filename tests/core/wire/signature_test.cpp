#include "core/wire/signature.h"

#include <catch2/catch.hpp>

using namespace farewell;
using namespace farewell::wire;

// The expected values of the three worked examples were computed apart from this code, with Python's hmac.
namespace {

const std::string kKeyid = "0f8b5b0e-3c0a-4a54-9f7e-2f6d3c1b5a90";
const std::string kNonce = "AAECAwQFBgcICQoLDA0ODw";
const std::string kBody = R"({"format":1,"stream":"7d1f4a3e-52c8-4d0b-8a6f-1c9e7b2d4f60","responses":[]})";
const std::string kReplyBody =
    R"({"config_version":7,"epoch":"b7c1e2d4-6f58-4c3a-9d0e-8a1b2c3d4e5f","have_upto":1041,)"
    R"("rejected":[],"time":"2026-11-21T16:00:01Z"})";
constexpr std::int64_t kCreated = 1'795'276'800;

Key key() {
  Key out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<std::uint8_t>(i);
  return out;
}

RequestParts request() {
  return {"POST", "/v1/batches", "", kBody};
}
Signed signed_request() {
  return sign_request(request(), key(), kKeyid, kCreated, kNonce);
}
Signed signed_reply() {
  return sign_reply(200, kReplyBody, key(), kKeyid, kCreated + 1, kNonce);
}

Status verified(const RequestParts& parts) {
  return verify_request(parts, signed_request(), key());
}
Status verified(const Signed& fields) {
  return verify_request(request(), fields, key());
}
Status reply_verified(const Signed& fields) {
  return verify_reply(200, kReplyBody, fields, key(), kKeyid, kNonce);
}

void check_refused(const Status& status, const std::string& word) {
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().code == ErrorCode::unauthorised);
  CHECK_THAT(status.error().message, Catch::Contains(word));
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("a request is signed as the worked example says") {
  const Signed fields = signed_request();
  CHECK(fields.content_digest == "sha-256=:U/4x8W/5GxK5zQCZ9dBs8pF0Z/8hE7PT5dKiJSmYjEA=:");
  CHECK(fields.signature_input ==
        R"(farewell=("@method" "@path" "@query" "content-digest");created=1795276800;)"
        R"(nonce="AAECAwQFBgcICQoLDA0ODw";keyid="0f8b5b0e-3c0a-4a54-9f7e-2f6d3c1b5a90";alg="hmac-sha256")");
  CHECK(fields.signature == "farewell=:h5p18CnGQFMcB1ZQXgDmdUZ/OeTLhzogj7jmnwQHV3U=:");
}

TEST_CASE("a reply is signed as the worked example says") {
  const Signed fields = signed_reply();
  CHECK(fields.content_digest == "sha-256=:8wAZMmokGNkv2me2vnAvv7JPTa29f20xY0uCCt/QLbE=:");
  CHECK(fields.signature_input ==
        R"(farewell=("@status" "content-digest");created=1795276801;)"
        R"(nonce="AAECAwQFBgcICQoLDA0ODw";keyid="0f8b5b0e-3c0a-4a54-9f7e-2f6d3c1b5a90";alg="hmac-sha256")");
  CHECK(fields.signature == "farewell=:Al0eh4CYnJGQhLdQtvPHxGFPoHJAkqjC3O3E3LLzLSI=:");
}

TEST_CASE("an empty body has a digest too, and a query stands with its question mark") {
  const Signed fields =
      sign_request({"GET", "/v1/help-calls/x", "wait=25", ""}, key(), kKeyid, kCreated, kNonce);
  CHECK(fields.content_digest == "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:");
  CHECK(fields.signature == "farewell=:Gm0guM85kRC1UyTv6s7QHGGZkexXPNRaEh1W8fvmVX8=:");
}

TEST_CASE("a signed request verifies") {
  CHECK(verified(request()).ok());
}

TEST_CASE("a signed reply verifies") {
  CHECK(reply_verified(signed_reply()).ok());
}

TEST_CASE("a request with another method does not verify") {
  check_refused(verified(RequestParts{"GET", "/v1/batches", "", kBody}), "Signature");
}

TEST_CASE("a request with another path does not verify") {
  check_refused(verified(RequestParts{"POST", "/v1/batches/", "", kBody}), "Signature");
}

TEST_CASE("a request with another query does not verify") {
  check_refused(verified(RequestParts{"POST", "/v1/batches", "a=1", kBody}), "Signature");
}

TEST_CASE("a request with another body does not verify") {
  check_refused(verified(RequestParts{"POST", "/v1/batches", "", "{}"}), "Content-Digest");
}

TEST_CASE("a request with another body and its digest does not verify") {
  Signed fields = signed_request();
  fields.content_digest = sign_request({"POST", "/", "", "{}"}, key(), kKeyid, 1, kNonce).content_digest;
  check_refused(verify_request({"POST", "/v1/batches", "", "{}"}, fields, key()), "Signature");
}

TEST_CASE("a request does not verify with another key") {
  Key other = key();
  other[31] ^= 1;
  check_refused(verify_request(request(), signed_request(), other), "Signature");
}

TEST_CASE("a request with any signed parameter changed does not verify") {
  for (const auto& [what, by] : {std::pair{"created=1795276800", "created=1795276801"},
                                 {"nonce=\"AAEC", "nonce=\"BAEC"},
                                 {"keyid=\"0f8b", "keyid=\"1f8b"}}) {
    Signed fields = signed_request();
    fields.signature_input = replaced(fields.signature_input, what, by);
    check_refused(verified(fields), "Signature");
  }
}

TEST_CASE("a request signed with another algorithm is refused") {
  Signed fields = signed_request();
  fields.signature_input = replaced(fields.signature_input, "hmac-sha256", "rsa-pss-sha512");
  check_refused(verified(fields), "alg");
}

TEST_CASE("a request that covers less is refused") {
  for (const char* component : {"\"@method\" ", "\"@path\" ", "\"@query\" ", " \"content-digest\""}) {
    Signed fields = signed_request();
    fields.signature_input = replaced(fields.signature_input, component, "");
    check_refused(verified(fields), "cover");
  }
}

TEST_CASE("a request's parameters may stand in any order") {
  const Result<SignatureParameters> said =
      read_parameters(R"(farewell=("@method");alg="hmac-sha256";keyid="k";nonce="n";created=5)");
  REQUIRE(said.ok());
  CHECK(said->keyid == "k");
  CHECK(said->nonce == "n");
  CHECK(said->created_s == 5);
}

TEST_CASE("what a signature says of itself is read before any key") {
  const Result<SignatureParameters> said = read_parameters(signed_request().signature_input);
  REQUIRE(said.ok());
  CHECK(said->keyid == kKeyid);
  CHECK(said->nonce == kNonce);
  CHECK(said->created_s == kCreated);
}

TEST_CASE("parameters missing, twice, unknown or misshapen are invalid") {
  const std::string sound = signed_request().signature_input;
  for (const std::string& text :
       {std::string(), std::string("farewell"), std::string("farewell=("), replaced(sound, "farewell=", "x="),
        replaced(sound, ";created=1795276800", ""), replaced(sound, ";alg=\"hmac-sha256\"", ""),
        sound + ";created=1", sound + ";tag=\"x\"", sound + ";", sound + " ",
        replaced(sound, "created=1795276800", "created=now"), replaced(sound, kNonce, ""),
        replaced(sound, kNonce, "a\\b"), replaced(sound, kNonce, std::string(65, 'a')),
        sound + ", other=(\"@method\");created=1"}) {
    CHECK_FALSE(read_parameters(text).ok());
  }
}

TEST_CASE("every beginning of a Signature-Input is invalid or incomplete") {
  const std::string sound = signed_request().signature_input;
  for (std::size_t size = 0; size < sound.size(); ++size) {
    CHECK_FALSE(read_parameters(sound.substr(0, size)).ok());
  }
}

TEST_CASE("a request without signature fields is refused") {
  CHECK_FALSE(verified(Signed{}).ok());
}

TEST_CASE("a signature changed at any byte is refused") {
  for (std::size_t at = 0; at < signed_request().signature.size(); ++at) {
    Signed fields = signed_request();
    fields.signature[at] = static_cast<char>(fields.signature[at] ^ 1);
    CHECK_FALSE(verified(fields).ok());
  }
}

TEST_CASE("a reply with another status does not verify") {
  check_refused(verify_reply(201, kReplyBody, signed_reply(), key(), kKeyid, kNonce), "Signature");
}

TEST_CASE("a reply with another body does not verify") {
  check_refused(verify_reply(200, "{}", signed_reply(), key(), kKeyid, kNonce), "Content-Digest");
}

TEST_CASE("a reply to another request does not verify") {
  check_refused(verify_reply(200, kReplyBody, signed_reply(), key(), kKeyid, new_nonce()), "nonce");
}

TEST_CASE("a reply to another terminal does not verify") {
  check_refused(verify_reply(200, kReplyBody, signed_reply(), key(), "other", kNonce), "keyid");
}

TEST_CASE("a reply signed by another hub does not verify") {
  Key other{};
  const Signed fields = sign_reply(200, kReplyBody, other, kKeyid, kCreated, kNonce);
  check_refused(reply_verified(fields), "Signature");
}

TEST_CASE("a request echoed back is not a reply") {
  check_refused(verify_reply(200, kBody, signed_request(), key(), kKeyid, kNonce), "cover");
}

TEST_CASE("a nonce is 22 characters of base64url and never the same") {
  const std::string nonce = new_nonce();
  CHECK(nonce.size() == 22);
  CHECK(nonce.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
        std::string::npos);
  CHECK(nonce != new_nonce());
}
