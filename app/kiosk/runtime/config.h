// What a technician sets for one terminal: `--config FILE`, JSON, strict. Not the survey, which is the
// shop's, and not the enrolment. Values; drawing thread, at start.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "app/kiosk/runtime/cues.h"
#include "core/base/result.h"
#include "core/base/sun.h"

namespace farewell::kiosk {

struct Config {
  std::string hub;                ///< "hub": URL; empty: none
  bool allow_plain_http = false;  ///< "allow_plain_http": HTTP to other machines, for a closed network
  std::string name;               ///< "name": this terminal's, at enrolment
  std::string language;           ///< "language": to begin in; empty: the survey's
  std::string theme = "auto";     ///< "theme": "auto" follows the sun; "day", "dusk", "night"
  std::string theme_folder;       ///< "theme_folder": the shop's own theme; empty: the data folder's, if any
  std::optional<Place> place;     ///< "latitude" and "longitude": the site's; else its time zone's city
  std::string garden =
      "auto";  ///< "garden": "auto" follows the seasons where winters are dark; "flowers", "lanterns"
  bool reduced_motion = false;                ///< "reduced_motion": nothing moves, pictures cross-fade
  double panel_mm = 0;                        ///< "panel_mm": the panel's diagonal; 0: not known
  SoundSetting sound = SoundSetting::by_day;  ///< "sound": "off" or "soft"; "sound_at_night": soft then, too
  bool fullscreen = true;                     ///< "fullscreen"
  bool one_switch = false;           ///< "one_switch": every visit begins with the choices lit one by one
  std::int64_t scan_step_ms = 1500;  ///< "scan_step_ms": how long each is lit
  std::optional<std::int64_t>
      sync_spread_ms;  ///< "sync_spread_ms": the first upload falls within; 300,000 if absent
};

/// Errors: invalid, with path and line; unknown keys are errors. `name` is what errors call the text.
Result<Config> parse_config(std::string_view text, std::string name);

/// The configuration to start with, and what to tell the technician about it.
struct LoadedConfig {
  Config config;
  std::string complaint;  ///< why `file` is not in use; empty: it is, or none was given
};

/// Reads `file` and keeps a good one as `kept`. A broken one is not used: the kept one is, and the complaint
/// says so. Errors: the file's fault, if there is no kept one.
Result<LoadedConfig> load_config(const std::filesystem::path& file, const std::filesystem::path& kept);

}  // namespace farewell::kiosk
