// Small whole files, read and written so that a power cut leaves the old one or the new one, never half.
// Not for databases. Any thread, one writer a file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace farewell {

/// Errors: not_found, too_large (over `max_bytes`), unavailable; context is the path.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t max_bytes = 16u << 20);

/// Writes beside the file, fsyncs, renames over it, fsyncs the folder. Mode 0600.
/// Errors: unavailable (with errno's words); the old file is then untouched.
Status write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace farewell
