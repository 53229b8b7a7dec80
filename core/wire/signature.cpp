#include "core/wire/signature.h"

#include <sodium.h>

#include <array>
#include <charconv>

#include "core/base/base64.h"
#include "core/base/ids.h"

namespace farewell::wire {
namespace {

constexpr std::string_view kLabel = "farewell=";
constexpr std::string_view kRequestComponents = R"(("@method" "@path" "@query" "content-digest"))";
constexpr std::string_view kReplyComponents = R"(("@status" "content-digest"))";
constexpr std::string_view kAlgorithm = "hmac-sha256";
constexpr std::size_t kMaxParameterBytes = 64;

std::span<const std::uint8_t> as_bytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string content_digest(std::string_view body) {
  std::array<std::uint8_t, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), as_bytes(body).data(), body.size());
  return "sha-256=:" + to_base64(hash) + ":";
}

void add_line(std::string& base, std::string_view name, std::string_view value) {
  base.append("\"").append(name).append("\": ").append(value).append("\n");
}

/// Source: RFC 9421, 2.5. The last line has no line feed.
std::string request_base(const RequestParts& request, std::string_view digest, std::string_view parameters) {
  std::string base;
  add_line(base, "@method", request.method);
  add_line(base, "@path", request.path);
  add_line(base, "@query", "?" + std::string(request.query));
  add_line(base, "content-digest", digest);
  return base.append("\"@signature-params\": ").append(parameters);
}

std::string reply_base(int status, std::string_view digest, std::string_view parameters) {
  std::string base;
  add_line(base, "@status", std::to_string(status));
  add_line(base, "content-digest", digest);
  return base.append("\"@signature-params\": ").append(parameters);
}

std::string parameters_text(std::string_view components, std::int64_t created_s, std::string_view nonce,
                            std::string_view keyid) {
  std::string text(components);
  text.append(";created=").append(std::to_string(created_s));
  text.append(";nonce=\"").append(nonce).append("\";keyid=\"").append(keyid);
  return text.append("\";alg=\"").append(kAlgorithm).append("\"");
}

/// Source: RFC 9421, 3.3.3.
std::string signature_of(std::string_view base, const Key& key) {
  std::array<std::uint8_t, crypto_auth_hmacsha256_BYTES> mac{};
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, key.data(), key.size());
  crypto_auth_hmacsha256_update(&state, as_bytes(base).data(), base.size());
  crypto_auth_hmacsha256_final(&state, mac.data());
  sodium_memzero(&state, sizeof state);
  return std::string(kLabel) + ":" + to_base64(mac) + ":";
}

bool same_text(std::string_view left, std::string_view right) {
  return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

/// What stands after the label, split at the end of the component list.
struct Input {
  std::string_view all;         ///< "(…);created=…", what was signed
  std::string_view components;  ///< "(…)"
  std::string_view parameters;  ///< ";created=…"
};

std::optional<Input> split(std::string_view signature_input) {
  if (!signature_input.starts_with(kLabel)) return std::nullopt;
  const std::string_view all = signature_input.substr(kLabel.size());
  const std::size_t end = all.find(')');
  if (!all.starts_with('(') || end == std::string_view::npos) return std::nullopt;
  return Input{all, all.substr(0, end + 1), all.substr(end + 1)};
}

/// Takes `"…"` off the front of `rest`: printable ASCII without quotes or backslashes.
std::optional<std::string> take_string(std::string_view& rest) {
  const std::size_t end = rest.find('"', 1);
  if (!rest.starts_with('"') || end == std::string_view::npos) return std::nullopt;
  const std::string_view value = rest.substr(1, end - 1);
  if (value.empty() || value.size() > kMaxParameterBytes) return std::nullopt;
  for (const char each : value) {
    if (each < 0x20 || each > 0x7e || each == '\\') return std::nullopt;
  }
  rest.remove_prefix(end + 1);
  return std::string(value);
}

std::optional<std::int64_t> take_integer(std::string_view& rest) {
  std::int64_t value = 0;
  const auto [end, fault] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
  if (fault != std::errc()) return std::nullopt;
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  return value;
}

/// The four parameters, each once and in any order.
struct Parameters {
  std::optional<std::int64_t> created_s;
  std::optional<std::string> nonce, keyid, alg;

  bool take(std::string_view name, std::string_view& rest) {
    if (name == "created") return !created_s && (created_s = take_integer(rest));
    auto* const slot = name == "nonce" ? &nonce : name == "keyid" ? &keyid : name == "alg" ? &alg : nullptr;
    return slot != nullptr && !*slot && (*slot = take_string(rest));
  }
  bool complete() const { return created_s && nonce && keyid && alg == kAlgorithm; }
};

std::optional<Parameters> read_all(std::string_view rest) {
  Parameters out;
  while (!rest.empty()) {
    const std::size_t equals = rest.find('=');
    if (!rest.starts_with(';') || equals == std::string_view::npos) return std::nullopt;
    const std::string_view name = rest.substr(1, equals - 1);
    rest.remove_prefix(equals + 1);
    if (!out.take(name, rest)) return std::nullopt;
  }
  return out.complete() ? std::optional(out) : std::nullopt;
}

Error refused(std::string message) {
  return {ErrorCode::unauthorised, std::move(message), ""};
}

/// What request and reply have in common, up to the signature itself.
Status check_fields(const Signed& fields, std::string_view body, std::string_view components) {
  if (!same_text(fields.content_digest, content_digest(body))) {
    return refused("Content-Digest does not fit the body");
  }
  const std::optional<Input> input = split(fields.signature_input);
  if (!input || input->components != components) {
    return refused("Signature-Input does not cover exactly " + std::string(components));
  }
  if (!read_all(input->parameters)) {
    return refused("Signature-Input lacks one of created, nonce, keyid and alg=\"hmac-sha256\"");
  }
  return {};
}

std::string_view signed_parameters(const Signed& fields) {
  return std::string_view(fields.signature_input).substr(kLabel.size());
}

Status check_signature(const Signed& fields, std::string_view base, const Key& key) {
  if (!same_text(fields.signature, signature_of(base, key))) return refused("Signature does not fit");
  return {};
}

}  // namespace

std::string new_nonce() {
  std::array<std::uint8_t, 16> bytes{};
  fill_random(bytes);
  return to_base64url(bytes);
}

Signed sign_request(const RequestParts& request, const Key& key, std::string_view keyid,
                    std::int64_t created_s, std::string_view nonce) {
  const std::string parameters = parameters_text(kRequestComponents, created_s, nonce, keyid);
  const std::string digest = content_digest(request.body);
  return {digest, std::string(kLabel) + parameters,
          signature_of(request_base(request, digest, parameters), key)};
}

Signed sign_reply(int status, std::string_view body, const Key& key, std::string_view keyid,
                  std::int64_t created_s, std::string_view nonce) {
  const std::string parameters = parameters_text(kReplyComponents, created_s, nonce, keyid);
  const std::string digest = content_digest(body);
  return {digest, std::string(kLabel) + parameters,
          signature_of(reply_base(status, digest, parameters), key)};
}

Result<SignatureParameters> read_parameters(std::string_view signature_input) {
  const std::optional<Input> input = split(signature_input);
  const std::optional<Parameters> parameters = input ? read_all(input->parameters) : std::nullopt;
  if (!parameters) return Error{ErrorCode::invalid, "Signature-Input is not one of ours", ""};
  return SignatureParameters{*parameters->keyid, *parameters->nonce, *parameters->created_s};
}

Status verify_request(const RequestParts& request, const Signed& fields, const Key& key) {
  if (Status status = check_fields(fields, request.body, kRequestComponents); !status.ok()) return status;
  return check_signature(fields, request_base(request, fields.content_digest, signed_parameters(fields)),
                         key);
}

Status verify_reply(int status, std::string_view body, const Signed& fields, const Key& key,
                    std::string_view keyid, std::string_view nonce) {
  if (Status fit = check_fields(fields, body, kReplyComponents); !fit.ok()) return fit;
  const Result<SignatureParameters> said = read_parameters(fields.signature_input);
  if (!said.ok()) return refused(said.error().message);
  if (said->nonce != nonce) return refused("nonce is not the request's");
  if (said->keyid != keyid) return refused("keyid is not this terminal's");
  return check_signature(fields, reply_base(status, fields.content_digest, signed_parameters(fields)), key);
}

}  // namespace farewell::wire
