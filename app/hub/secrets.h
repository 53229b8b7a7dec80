// Secrets made and compared: random texts, their hashes, equality in constant time. Any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/wire/messages.h"

namespace farewell::hub {

using Hash = std::array<std::uint8_t, 32>;  ///< SHA-256

/// 32 random bytes as base64url.
std::string new_secret();
wire::Key new_key();
/// SHA-256.
Hash hash_of(std::string_view text);
bool same(const Hash& a, const Hash& b);

}  // namespace farewell::hub
