// Colours, type roles and sizes: assets/themes/*.json, and a shop's own over them, made into values
// (assets/themes/README.md is the format). All lengths of the design are at the reference (1280×800 at
// 149 dpi); Metrics turns them into this panel's pixels. Values; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

#include "app/kiosk/ui/contrast.h"
#include "core/base/result.h"

namespace farewell::kiosk {

enum class Mood { day, dusk, night, contrast };
inline constexpr std::array kMoods = {Mood::day, Mood::dusk, Mood::night, Mood::contrast};
/// "day", "dusk", "night", "contrast".
const char* to_text(Mood mood);
/// Light words on a dark land.
constexpr bool is_dark(Mood mood) {
  return mood == Mood::dusk || mood == Mood::night;
}

/// What the day's guests leave in the garden: flowers, or in winter lanterns of snow.
enum class Season { flowering, winter };

enum class Colour {
  paper,
  sky1,
  sky_low,
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

struct TypeStyle {
  std::string family;
  int weight = 500;
  float px = 40;         ///< at the reference
  float line = 1.25f;    ///< line height over size
  bool display = false;  ///< speaks rather than labels: headlines and figures
};

struct Theme {
  Mood mood = Mood::day;
  Season season = Season::flowering;
  std::string shop;           ///< the theme's name for the shop; empty: the survey's
  std::filesystem::path art;  ///< looked in before assets/art; empty: nothing of the shop's own
  std::array<Rgb, static_cast<std::size_t>(Colour::count_)> colours;
  std::array<TypeStyle, static_cast<std::size_t>(Role::count_)> styles;

  Rgb operator[](Colour colour) const { return colours[static_cast<std::size_t>(colour)]; }
  const TypeStyle& operator[](Role role) const { return styles[static_cast<std::size_t>(role)]; }
};

/// Ours, with winter's colours over it in winter, and over all what the shop's own theme in `shop_folder`
/// says; empty: ours alone. Errors: not_found, invalid (path and line; or two colours that cannot be told
/// apart, with the figures).
Result<Theme> load_theme(const std::filesystem::path& assets, Mood mood,
                         const std::filesystem::path& shop_folder = {}, Season season = Season::flowering);

/// Whether all that is read stands out 4.5:1, and all that is seen 3:1. Errors: invalid, such as "ink on tile
/// is 3.9:1; 4.5:1 is needed; darken ink".
Status check_contrasts(const Theme& theme);

/// The panel: how many pixels, and how large.
struct Metrics {
  int width = 1280;
  int height = 800;
  float scale = 1;  ///< reference pixels → this panel's pixels
  float pixels_per_mm = 5.866f;

  bool portrait() const { return height > width; }
  /// 7–8": short in reference pixels, so screens drop what they can do without.
  bool small() const { return static_cast<float>(height < width ? height : width) / scale < 780; }
  float px(float reference) const { return reference * scale; }
  float mm(float pixels) const { return pixels / pixels_per_mm; }
};

/// Up to the design's own ten inches a millimetre is a millimetre; beyond, things grow with the square root
/// of the diagonal, and the rest of the panel is room. `panel_mm_diagonal` 0: not known, and the design's
/// 1280×800 is made to fit the window.
Metrics metrics_for(int width, int height, float panel_mm_diagonal = 0);

}  // namespace farewell::kiosk
