// What happens on a disk of four megabytes that is really full. Each function takes an empty folder on it and
// throws Broken. For a process of their own.
#pragma once

#include <filesystem>

namespace farewell::testing {

/// Throws Skipped where this machine does not allow it.
void mount_small_disk(const std::filesystem::path& folder);

void fill_the_terminals_disk(const std::filesystem::path& folder);
void show_a_full_disk(const std::filesystem::path& folder);
void fill_the_hubs_disk(const std::filesystem::path& folder);

}  // namespace farewell::testing
