// How this terminal is, as the hub is told with each batch. Gathers; judges nothing. Any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "core/base/clock.h"
#include "core/journal/writer.h"
#include "core/wire/batch.h"

namespace farewell::kiosk {

class Health {
 public:
  Health(const Clock& clock, std::filesystem::path data);

  void note_touch();
  void note_config(int version);
  void note_clock_offset(std::optional<std::int64_t> offset_ms);
  /// "journal-recovered", "config-rolled-back" …, until the program ends.
  void raise(const std::string& flag);

  /// Asks the journal and waits for it: not on the drawing thread.
  wire::Health report(journal::Writer& journal) const;

 private:
  const Clock& clock_;
  std::filesystem::path data_;
  std::int64_t started_ms_;
  mutable std::mutex mutex_;
  std::int64_t last_touch_utc_ms_ = 0;
  int config_version_ = 0;
  std::optional<std::int64_t> clock_offset_ms_;
  std::set<std::string> flags_;
};

}  // namespace farewell::kiosk
