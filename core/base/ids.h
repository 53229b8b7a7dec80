// Identities and randomness: UUIDs as RFC 9562 writes them (lower case, 36 characters), random bytes from
// the kernel. Not for secrets at rest. Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace farewell {

/// Fills `bytes` from getrandom(2). Never fails once the kernel's pool is ready; waits until it is.
void fill_random(std::span<std::uint8_t> bytes);

/// A random UUID, version 4. Source: RFC 9562, 5.4.
std::string new_uuid_v4();

/// A UUID, version 7, whose first 48 bits are `utc_ms`. Source: RFC 9562, 5.7.
std::string new_uuid_v7(std::int64_t utc_ms);

/// True for 36 characters of lower-case hexadecimal with hyphens in the four right places (any version).
bool is_uuid(std::string_view text);

std::string to_hex(std::span<const std::uint8_t> bytes);

}  // namespace farewell
