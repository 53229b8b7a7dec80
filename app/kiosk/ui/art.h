// The drawings of assets/art, in the theme's colours, by librsvg. Keeps nothing (the painter keeps textures,
// land.h its surfaces). Drawing thread only.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/kiosk/ui/pixels.h"
#include "app/kiosk/ui/theme.h"
#include "core/base/result.h"

namespace farewell::kiosk {

/// One drawing, parsed.
class Drawing {
 public:
  /// `name` is the path under `assets`/art without ".svg". "faces/face-4" is the theme's own face, with its
  /// eyes shut if kEyesShut follows; in other
  /// drawings the day's ink becomes `ink`, its spruce and tile the theme's. Errors: not_found, corrupt.
  static Result<Drawing> load(const std::filesystem::path& assets, const std::string& name,
                              const Theme& theme, Colour ink = Colour::ink);

  /// Painted to fit the box, whole and undistorted.
  void paint(const Cairo& cairo, double x, double y, double w, double h) const;

 private:
  struct Free {
    void operator()(void* handle) const;
  };
  std::unique_ptr<void, Free> handle_;
};

}  // namespace farewell::kiosk
