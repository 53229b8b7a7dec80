// Finds rows in the raw bytes of a SQLite file, whatever has become of its header, schema and trees. It knows
// the file format's pages and records and nothing of the journal; callers recognise their rows by shape and
// checksum. Private to this folder. Any thread.
//
// A record may begin anywhere in a page: no cell pointer or page header is trusted, so that only damage to a
// row's own bytes loses it. Source: sqlite.org/fileformat2.html, 1.5 to 2.1.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/result.h"

namespace farewell::journal {

inline constexpr std::size_t kScanPageBytes = 4096;

using Value = std::variant<std::monostate, std::int64_t, std::string>;  ///< null, integer, text
using Record = std::vector<Value>;

/// Where a record was found. `is_live`: a cell of a table's leaf leads to it; otherwise it may be what a
/// rearranged page left behind.
struct Location {
  std::uint64_t page = 0;  ///< from 0
  std::uint32_t offset = 0;
  std::int64_t rowid = 0;  ///< as the bytes before the record have it; only a checksum can tell whether it is
  bool is_live = false;
};

class PageScan {
 public:
  /// Errors: unavailable.
  static Result<PageScan> open(const std::filesystem::path& file);
  ~PageScan();
  PageScan(PageScan&& other) noexcept;
  PageScan(const PageScan&) = delete;
  PageScan& operator=(const PageScan&) = delete;

  /// Calls `visit` with everything that has the form of a row with `min_columns` to `max_columns` columns
  /// whose first is null (SQLite keeps an INTEGER PRIMARY KEY beside the record). Much of it is not a row.
  void each(std::size_t min_columns, std::size_t max_columns,
            const std::function<void(const Location&, const Record&)>& visit) const;
  /// The record there; empty if there is none.
  Record at(const Location& location, std::size_t max_columns) const;

 private:
  PageScan() = default;
  int fd_ = -1;
  std::uint64_t pages_ = 0;
};

}  // namespace farewell::journal
