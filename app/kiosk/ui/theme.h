// Colours, type roles and sizes: assets/themes/*.json made into values. All lengths of the design are at the
// reference (1280×800 at 149 dpi); Metrics turns them into this panel's pixels. Values; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

#include "core/base/result.h"

namespace farewell::kiosk {

enum class Mood { day, night, contrast };

enum class Colour {
  paper,
  sky1,
  sky2,
  sun,
  tile,
  edge,
  ink,
  ink2,
  line,
  spruce,
  onspruce,
  far,
  far2,
  mid,
  mid2,
  near,
  near2,
  grass,
  rowan,
  gold,
  path,
  focus,
  key_function,
  field,
  selected,
  sand,
  butter,  ///< behind what is being said
  count_,
};

enum class Role {
  goodbye,
  quiet,
  welcome,
  question,
  sheet,
  small_title,
  lead,
  face_word,
  button,
  body,
  key,
  legal,
  count_,
};

struct Rgb {
  std::uint8_t r = 0, g = 0, b = 0;
  bool operator==(const Rgb&) const = default;
};

struct TypeStyle {
  std::string family;
  int weight = 500;
  float px = 40;       ///< at the reference
  float line = 1.25f;  ///< line height over size
};

struct Theme {
  Mood mood = Mood::day;
  std::array<Rgb, static_cast<std::size_t>(Colour::count_)> colours;
  std::array<TypeStyle, static_cast<std::size_t>(Role::count_)> styles;

  Rgb operator[](Colour colour) const { return colours[static_cast<std::size_t>(colour)]; }
  const TypeStyle& operator[](Role role) const { return styles[static_cast<std::size_t>(role)]; }
};

/// Errors: not_found, invalid (path and line).
Result<Theme> load_theme(const std::filesystem::path& assets, Mood mood);

/// The panel: how many pixels, and how large.
struct Metrics {
  int width = 1280;
  int height = 800;
  float scale = 1;  ///< reference pixels → this panel's pixels

  bool portrait() const { return height > width; }
  /// 7–8": short in reference pixels, so screens drop what they can do without.
  bool small() const { return static_cast<float>(height < width ? height : width) / scale < 700; }
  float px(float reference) const { return reference * scale; }
};

/// `panel_mm_diagonal` 0: not known, and the scale is chosen so that the design's 1280×800 fits the window.
Metrics metrics_for(int width, int height, float panel_mm_diagonal = 0);

}  // namespace farewell::kiosk
