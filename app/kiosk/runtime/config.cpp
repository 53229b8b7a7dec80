#include "app/kiosk/runtime/config.h"

#include <algorithm>
#include <vector>

#include "core/base/file.h"
#include "core/base/json.h"

namespace farewell::kiosk {
namespace {

constexpr std::int64_t kMaxSpreadMs = 3'600'000;
constexpr std::int64_t kMaxScanStepMs = 15'000;

/// One of `known`, the first of which is meant where nothing is said.
std::string read_choice(JsonReader& reader, const char* key, const std::vector<std::string>& known) {
  const std::string chosen = reader.optional_string(key, 1, 32).value_or(known.front());
  if (std::ranges::find(known, chosen) != known.end()) return chosen;
  std::string all;
  for (const std::string& choice : known)
    all += (all.empty() ? "" : &choice == &known.back() ? " or " : ", ") + choice;
  reader.fault(key, "is '" + chosen + "', must be " + all);
  return known.front();
}

SoundSetting read_sound(JsonReader& reader) {
  const std::string sound = read_choice(reader, "sound", {"soft", "off"});
  const bool at_night = reader.boolean_or("sound_at_night", false);
  if (sound == "off") return SoundSetting::off;
  return at_night ? SoundSetting::day_and_night : SoundSetting::by_day;
}

std::optional<Place> read_place(JsonReader& reader) {
  const auto latitude = reader.optional_number("latitude", -90, 90);
  const auto longitude = reader.optional_number("longitude", -180, 180);
  if (latitude && longitude) return Place{*latitude, *longitude};
  if (latitude || longitude)
    reader.fault(latitude ? "latitude" : "longitude", "is alone, must come with the other of the two");
  return std::nullopt;
}

}  // namespace

Result<Config> parse_config(std::string_view text, std::string name) {
  const auto document = parse_json(text, std::move(name));
  if (!document) return document.error();
  JsonReader reader(*document);
  Config config;
  config.hub = reader.optional_string("hub", 1, 512).value_or("");
  if (!config.hub.empty() && !config.hub.starts_with("https://") && !config.hub.starts_with("http://")) {
    reader.fault("hub", "is '" + config.hub + "', must begin with https:// or http://");
  }
  config.allow_plain_http = reader.boolean_or("allow_plain_http", false);
  config.name = reader.optional_string("name", 1, 128).value_or("");
  config.language = reader.optional_string("language", 2, 64).value_or("");
  config.theme = read_choice(reader, "theme", {"auto", "day", "dusk", "night"});
  config.garden = read_choice(reader, "garden", {"auto", "flowers", "lanterns"});
  config.theme_folder = reader.optional_string("theme_folder", 1, 1024).value_or("");
  config.place = read_place(reader);
  config.reduced_motion = reader.boolean_or("reduced_motion", false);
  config.panel_mm = reader.optional_number("panel_mm", 50, 3000).value_or(0);
  config.sound = read_sound(reader);
  config.fullscreen = reader.boolean_or("fullscreen", true);
  config.one_switch = reader.boolean_or("one_switch", false);
  config.scan_step_ms =
      reader.optional_integer("scan_step_ms", 300, kMaxScanStepMs).value_or(config.scan_step_ms);
  config.sync_spread_ms = reader.optional_integer("sync_spread_ms", 0, kMaxSpreadMs);
  if (const Status status = reader.done(); !status) return status.error();
  return config;
}

namespace {

Result<Config> read_config(const std::filesystem::path& file) {
  const auto text = read_file(file, 64u << 10);
  if (!text) return text.error();
  return parse_config(*text, file.string());
}

}  // namespace

Result<LoadedConfig> load_config(const std::filesystem::path& file, const std::filesystem::path& kept) {
  if (file.empty()) return LoadedConfig{};
  const auto given = read_config(file);
  if (given) {
    const auto text = read_file(file, 64u << 10);
    if (text) {
      if (const Status status = write_file(kept, *text); !status) return status.error();
    }
    return LoadedConfig{*given, {}};
  }
  const auto last_good = read_config(kept);
  if (!last_good) return given.error();
  return LoadedConfig{*last_good, given.error().text() + "; using the last good one, " + kept.string()};
}

}  // namespace farewell::kiosk
