// The limit that a hub on SQLite can reach: the same rows into the same table with the same settings and as
// many commits, by nothing but SQLite. One thread.
#pragma once

#include <cstdint>
#include <filesystem>

namespace farewell::bench {

struct RawRun {
  std::int64_t rows = 0;
  std::int64_t commits = 0;
  double seconds = 0;
};

/// Reads the responses and their table out of `hub_database`, writes them to a new one in `folder` in groups
/// of `rows_per_commit`, and times the writing.
RawRun insert_bare(const std::filesystem::path& hub_database, const std::filesystem::path& folder,
                   std::int64_t rows_per_commit);

}  // namespace farewell::bench
