#include "app/kiosk/runtime/health.h"

#include <utility>

#include "core/base/time_zone.h"

namespace farewell::kiosk {
namespace {

constexpr std::size_t kHours = 48;
constexpr std::uintmax_t kNearlyFullBytes = 64u << 20;

}  // namespace

Health::Health(const Clock& clock, std::filesystem::path data)
    : clock_(clock), data_(std::move(data)), started_ms_(clock.monotonic_ms()) {}

void Health::note_touch() {
  const std::scoped_lock lock(mutex_);
  last_touch_utc_ms_ = clock_.utc_ms();
}

void Health::note_config(int version) {
  const std::scoped_lock lock(mutex_);
  config_version_ = version;
}

void Health::note_clock_offset(std::optional<std::int64_t> offset_ms) {
  const std::scoped_lock lock(mutex_);
  clock_offset_ms_ = offset_ms;
}

void Health::raise(const std::string& flag) {
  const std::scoped_lock lock(mutex_);
  flags_.insert(flag);
}

wire::Health Health::report(journal::Writer& journal) const {
  wire::Health health;
  health.version = FAREWELL_VERSION;
  health.uptime_s = (clock_.monotonic_ms() - started_ms_) / 1000;
  if (const auto unsent = journal.ask([](journal::Journal& owned) { return owned.unsent(); })) {
    health.unsent = unsent->count;
    health.dead = unsent->dead;
    if (unsent->count > 0) health.oldest_unsent = to_rfc3339_utc(unsent->oldest_started_at_utc_ms);
  }
  if (auto hours = journal.ask([](journal::Journal& owned) { return owned.hours(kHours); })) {
    health.hours = std::move(*hours);
  }
  const bool is_full = journal.ask([](journal::Journal& owned) { return owned.has_given_up_reserve(); });
  std::error_code failed;
  const auto space = std::filesystem::space(data_, failed);
  const std::scoped_lock lock(mutex_);
  health.flags.assign(flags_.begin(), flags_.end());
  if (is_full) health.flags.push_back("disk-full");
  if (!failed) {
    health.disk_free_bytes = static_cast<std::int64_t>(space.available);
    if (space.available < kNearlyFullBytes) health.flags.push_back("disk-nearly-full");
  }
  if (last_touch_utc_ms_ != 0) health.last_touch = to_rfc3339_utc(last_touch_utc_ms_);
  health.config_version = config_version_;
  health.clock_offset_ms = clock_offset_ms_;
  return health;
}

}  // namespace farewell::kiosk
