// Bytes as letters: base64 (RFC 4648, 4) with padding, base64url (RFC 4648, 5) without. In constant time for
// a given length, so that keys may pass through. Not hexadecimal (ids.h). Any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace farewell {

std::string to_base64(std::span<const std::uint8_t> bytes);
std::string to_base64url(std::span<const std::uint8_t> bytes);
/// Strict: padding required, no white space. Errors: invalid.
Result<std::vector<std::uint8_t>> from_base64(std::string_view text);

}  // namespace farewell
