// What today has come to beside the answers: how many guests have left one, and how many treats were given.
// One page, for one local day, in a small file, so that the garden and the budget outlive a restart; the next
// day begins with an empty page. The journal counts guests too, and the higher count holds: a journal that
// was damaged and set aside takes no flower along. The journal's thread only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/time_zone.h"

namespace farewell::kiosk {

/// `{"day":"2026-11-21","guests":148,"treats":3}`
struct DayPage {
  Day day;
  std::uint32_t guests = 0;
  std::uint32_t treats = 0;
  bool operator==(const DayPage&) const = default;
};
Result<DayPage> parse_day_page(std::string_view text, std::string name);

class DayBook {
 public:
  /// `file` empty: nothing is kept.
  explicit DayBook(std::filesystem::path file) : file_(std::move(file)) {}

  /// The page of `day`: the one in the file, or an empty one. A file that cannot be read as a page is set
  /// aside beside itself, as ".damaged", and the log says so.
  const DayPage& turn_to(const Day& day);
  /// The journal has this many guests on `day`, the page's.
  const DayPage& has_at_least(const Day& day, std::uint32_t guests);
  /// A guest who came on `day`; nothing to note if the page is a later day's.
  Status add_guest(const Day& day);
  /// Counts a treat on `day` and returns which of the day's it is, from 1; nothing if `at_most` were given.
  /// Durable on return, so that no number is given twice. Errors: unavailable.
  Result<std::optional<int>> give_treat(const Day& day, int at_most);

 private:
  void read_once();
  Status keep() const;

  std::filesystem::path file_;
  std::optional<DayPage> page_;
};

}  // namespace farewell::kiosk
