// Golden pictures: small ones of what a screen showed when somebody looked at it and was content. Reading,
// writing and comparing them. For tests.
#pragma once

#include <filesystem>
#include <string>

#include "app/kiosk/render/render.h"

namespace farewell::kiosk::golden {

/// Every second pixel across and down, each the mean of four, in sixteen shades a channel: a small file, and
/// what was read again is what was written.
Pixels halved(const Pixels& pixels);

/// Nothing (width 0) if it is not there.
Pixels read_png(const std::filesystem::path& path);

/// The share of pixels that differ by more than a rounding of fonts or of a blend would, 0 to 1; 1 if the
/// sizes differ.
double difference(const Pixels& one, const Pixels& other);

}  // namespace farewell::kiosk::golden
