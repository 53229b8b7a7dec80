// What must be so of every scene, whatever the screen, the language, the panel and the theme: said as the
// faults it finds. Lays out with Pango and paints only small pictures of what lies behind words. For tests.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/kiosk/ui/scene.h"
#include "app/kiosk/ui/theme.h"
#include "app/kiosk/ui/type.h"

namespace farewell::kiosk::proof {

/// A scene as a panel would show it.
struct Shown {
  const Scene& scene;
  const Theme& theme;
  const Metrics& metrics;
  std::string language;
  Type& type;
  bool reach = false;  ///< all controls are in the lower half
  bool large = false;  ///< larger text was asked for: capitals of 7.3 mm
};

using Tell = std::function<void(const std::string& fault)>;

/// Everything stands within the window, every text within its rect and its box, with all its glyphs and no
/// smaller than it may be.
void check_room(const Shown& shown, const Tell& tell);
/// No text lies on another, on a picture or across a box's line.
void check_overlaps(const Shown& shown, const Tell& tell);
/// What can be touched is large enough, apart from the next, and has a name.
void check_targets(const Shown& shown, const Tell& tell);
/// Words, icons and lines stand out from what is behind them.
void check_contrast(const Shown& shown, const Tell& tell);
/// All of these.
void check_all(const Shown& shown, const Tell& tell);

// --- what the checks stand on ---

/// What a text inks, in the window; empty if nothing.
Rect inked(const Shown& shown, const Text& text);
bool overlap(const Rect& one, const Rect& other, float slack);
/// Those over the last scrim: what is below it is proved by its own scene.
std::size_t first_in_sight(const Scene& scene);
std::string name_of(const Element& element);

/// A picture's pixels, or the land's, at a quarter of the panel's; kept for the next who asks.
struct Backdrop {
  Rect rect;  ///< of the window
  int width = 0, height = 0;
  const std::uint32_t* argb = nullptr;
};
Backdrop backdrop_of(const Shown& shown, const Picture& picture);
Backdrop land_of(const Shown& shown);
/// `see` is given each pixel that lies within `rect`.
void look_at(const Backdrop& backdrop, const Rect& rect, const std::function<void(std::uint32_t argb)>& see);
/// How much of `rect` a picture covers, 0 to 1.
float covered(const Backdrop& backdrop, const Rect& rect);

}  // namespace farewell::kiosk::proof
