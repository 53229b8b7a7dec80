// One screen drawn without a display, by the painter that draws on tablets, into a PNG.
#pragma once

#include <filesystem>
#include <string>

#include "app/kiosk/render/examples.h"
#include "app/kiosk/ui/type.h"
#include "core/base/result.h"

namespace farewell::kiosk {

struct RenderRequest {
  std::string screen;
  std::string language = "en";
  int width = 1280;
  int height = 800;
  Mood mood = Mood::day;
  bool large = false;  ///< large text
  bool reach = false;  ///< all controls in the lower half
  bool focus = false;  ///< as after the first key
};

/// Errors: not_found (no such screen, language or theme), internal (SDL). Opaque pixels.
Result<Pixels> render(const std::filesystem::path& assets, const RenderRequest& request);

/// Errors: unavailable.
Status write_png(const Pixels& pixels, const std::filesystem::path& path);

}  // namespace farewell::kiosk
