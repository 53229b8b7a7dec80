// A terminal that runs: everything that belongs to it, made, joined and ended in order. Drawing thread.
#pragma once

#include <filesystem>

#include "app/kiosk/runtime/options.h"

namespace farewell::kiosk {

/// Until it is stopped (SIGTERM, SIGINT, the window closed). Returns the program's exit code; what went wrong
/// has been said on stderr.
int run(const RunOptions& options, const std::filesystem::path& assets);

}  // namespace farewell::kiosk
