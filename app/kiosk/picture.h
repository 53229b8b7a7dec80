// `--render`: one screen into a PNG, or the list of their names. No display, no terminal. Drawing thread.
#pragma once

#include <filesystem>

#include "app/kiosk/runtime/options.h"

namespace farewell::kiosk {

/// Returns the program's exit code; what went wrong has been said on stderr.
int make_picture(const RenderOptions& options, const std::filesystem::path& assets);

}  // namespace farewell::kiosk
