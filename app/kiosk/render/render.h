// Screens drawn without a display, by the painter that draws on tablets, as pixels or into a PNG. Drawing
// thread; one Studio at a time.
#pragma once

#include <filesystem>
#include <memory>
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
  float panel_mm = 0;  ///< the panel's diagonal; 0: not known
  Mood mood = Mood::day;
  Season season = Season::flowering;
  bool large = false;  ///< large text
  bool reach = false;  ///< all controls in the lower half
  bool focus = false;  ///< as after the first key
};

/// Draws many screens: fonts, languages and themes are read once.
class Studio {
 public:
  /// Errors: not_found, invalid (languages).
  static Result<Studio> open(std::filesystem::path assets);
  Studio(Studio&&) noexcept;
  ~Studio();

  /// Errors: not_found (no such screen, language or theme), internal (SDL). Opaque pixels.
  Result<Pixels> draw(const RenderRequest& request);

 private:
  struct Kept;
  explicit Studio(std::unique_ptr<Kept> kept);
  std::unique_ptr<Kept> kept_;
};

/// One of them. Errors: as Studio's.
Result<Pixels> render(const std::filesystem::path& assets, const RenderRequest& request);

/// Errors: unavailable.
Status write_png(const Pixels& pixels, const std::filesystem::path& path);

}  // namespace farewell::kiosk
