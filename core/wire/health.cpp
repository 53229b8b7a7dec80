#include "core/wire/batch.h"

namespace farewell::wire {
namespace {

constexpr std::int64_t kMaxExact = 9'007'199'254'740'991;  // 2^53 - 1
constexpr std::int64_t kMaxInt = 2'147'483'647;
constexpr std::size_t kMaxNameBytes = 64;
constexpr std::size_t kMaxFlags = 64;
constexpr std::size_t kMaxHours = 24 * 14;

std::int64_t count_of(JsonReader& reader, const char* key) {
  return reader.optional_integer(key, 0, kMaxExact).value_or(0);
}

std::vector<HourCounts> read_hours(JsonReader& reader) {
  std::vector<HourCounts> out;
  for (JsonReader& hour : reader.objects("hours", kMaxHours)) {
    out.push_back({.hour = hour.string("hour", 1, kMaxNameBytes),
                   .woken = count_of(hour, "woken"),
                   .rated = count_of(hour, "rated"),
                   .answered = count_of(hour, "answered"),
                   .completed = count_of(hour, "completed")});
  }
  return out;
}

}  // namespace

Json to_json(const Health& health) {
  Json out = {{"version", health.version},
              {"uptime_s", health.uptime_s},
              {"unsent", health.unsent},
              {"dead", health.dead},
              {"config_version", health.config_version},
              {"flags", health.flags},
              {"hours", Json::array()}};
  if (!health.oldest_unsent.empty()) out["oldest_unsent"] = health.oldest_unsent;
  if (health.disk_free_bytes) out["disk_free_bytes"] = *health.disk_free_bytes;
  if (health.clock_offset_ms) out["clock_offset_ms"] = *health.clock_offset_ms;
  if (health.battery_percent) out["battery_percent"] = *health.battery_percent;
  if (!health.screen.empty()) out["screen"] = health.screen;
  if (!health.last_touch.empty()) out["last_touch"] = health.last_touch;
  for (const HourCounts& hour : health.hours) {
    out["hours"].push_back({{"hour", hour.hour},
                            {"woken", hour.woken},
                            {"rated", hour.rated},
                            {"answered", hour.answered},
                            {"completed", hour.completed}});
  }
  for (const auto& [key, value] : health.unknown.items()) {
    if (!out.contains(key)) out[key] = value;
  }
  return out;
}

Result<Health> parse_health(JsonReader reader) {
  Health out;
  out.version = reader.string("version", 0, kMaxNameBytes);
  out.uptime_s = count_of(reader, "uptime_s");
  out.unsent = count_of(reader, "unsent");
  out.oldest_unsent = reader.optional_string("oldest_unsent", 0, kMaxNameBytes).value_or("");
  out.dead = count_of(reader, "dead");
  out.disk_free_bytes = reader.optional_integer("disk_free_bytes", 0, kMaxExact);
  out.clock_offset_ms = reader.optional_integer("clock_offset_ms", -kMaxExact, kMaxExact);
  if (const auto percent = reader.optional_integer("battery_percent", 0, 100)) {
    out.battery_percent = static_cast<int>(*percent);
  }
  out.screen = reader.optional_string("screen", 0, kMaxNameBytes).value_or("");
  out.last_touch = reader.optional_string("last_touch", 0, kMaxNameBytes).value_or("");
  out.config_version = static_cast<int>(reader.optional_integer("config_version", 0, kMaxInt).value_or(0));
  out.flags = reader.strings("flags", kMaxFlags);
  out.hours = read_hours(reader);
  out.unknown = reader.unread();
  if (const Status status = reader.status(); !status.ok()) return status.error();
  return out;
}

}  // namespace farewell::wire
