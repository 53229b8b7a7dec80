// The key that a terminal signs its treats' codes with, as a file: 32 bytes in base64 on one line, mode 0600.
// A copy lies at the desk that checks them. It opens nothing else: not the hub, not the journal. Any thread.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>

#include "core/base/result.h"

namespace farewell::treat {

using Key = std::array<std::uint8_t, 32>;

/// Errors: not_found, unavailable, corrupt (says what to do).
Result<Key> load_key(const std::filesystem::path& file);

/// Makes one, of the kernel's random bytes, where there is none. Errors: as load_key, or unavailable.
Result<Key> load_or_make_key(const std::filesystem::path& file);

}  // namespace farewell::treat
