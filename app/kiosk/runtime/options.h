// The words on farewell-kiosk's command line. Not its configuration (config.h). Drawing thread, before
// anything.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace farewell::kiosk {

struct Size {
  int width = 1280;
  int height = 800;
  bool operator==(const Size&) const = default;
};

/// `--render`: draw one screen without a display, and exit.
struct RenderOptions {
  std::string screen;  ///< "list" names them
  std::string language = "en";
  Size size;
  float panel_mm = 0;  ///< the panel's diagonal; 0: not known
  std::string theme = "day";
  bool winter = false;
  std::vector<std::string> ease;  ///< "large", "reach", "focus"
  std::filesystem::path out;
};

/// A terminal that runs.
struct RunOptions {
  std::filesystem::path data;
  std::filesystem::path config;  ///< empty: none given
  std::string hub;               ///< URL; empty: as configured, or none
  std::string code;              ///< a pairing code, of use until enrolled
  std::string name;              ///< this terminal's, at enrolment; empty: the machine's
  std::optional<Size> windowed;  ///< nothing: full screen
  std::string language;          ///< empty: the survey's
};

/// Nothing to do but exit: after --help and --version (0), or wrong usage (2), already said.
struct Leave {
  int exit_code = 0;
};

std::variant<RunOptions, RenderOptions, Leave> read_options(int argc, char** argv);

}  // namespace farewell::kiosk
