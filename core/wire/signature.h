// HTTP Message Signatures between a terminal and its hub: hmac-sha256 over the covered components, and
// Content-Digest. Source: RFC 9421 (2.5, 3.3.3, 4), RFC 9530, 2. Pure; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace farewell::wire {

using Key = std::array<std::uint8_t, 32>;

/// The three header fields that a signed message carries, as they stand after the colon.
struct Signed {
  std::string content_digest;   ///< "sha-256=:…:"
  std::string signature_input;  ///< "farewell=(…);created=…;nonce=…;keyid=…;alg=…"
  std::string signature;        ///< "farewell=:…:"
};

struct RequestParts {
  std::string_view method;  ///< "POST"
  std::string_view path;    ///< "/v1/batches"
  std::string_view query;   ///< without "?"; may be empty
  std::string_view body;    ///< as sent, after gzip
};

/// 16 random bytes, base64url without padding.
std::string new_nonce();

Signed sign_request(const RequestParts& request, const Key& key, std::string_view keyid,
                    std::int64_t created_s, std::string_view nonce);

Signed sign_reply(int status, std::string_view body, const Key& key, std::string_view keyid,
                  std::int64_t created_s, std::string_view nonce);

/// What a signature says of itself, before any key is looked up. Errors: invalid.
struct SignatureParameters {
  std::string keyid;
  std::string nonce;
  std::int64_t created_s = 0;
};
Result<SignatureParameters> read_parameters(std::string_view signature_input);

/// Errors: unauthorised, saying which of digest, components, parameters or signature did not fit. Compares in
/// constant time. `created` is not held against any clock.
Status verify_request(const RequestParts& request, const Signed& fields, const Key& key);
/// As above; also the nonce must be the request's and the keyid the terminal's.
Status verify_reply(int status, std::string_view body, const Signed& fields, const Key& key,
                    std::string_view keyid, std::string_view nonce);

}  // namespace farewell::wire
