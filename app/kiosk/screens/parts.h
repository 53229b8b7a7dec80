// The parts that several screens share, each with its target: the round Back, buttons with a word and an
// icon, the check badge. Built on layout.h; drawing thread only.
#pragma once

#include <string>

#include "app/kiosk/screens/layout.h"

namespace farewell::kiosk {

/// Every target is at least this high and wide, in reference pixels (20 mm).
inline constexpr float kTarget = 118;

/// Between any two targets (3 mm).
inline constexpr float kGap = 18;

/// The icon of a button; empty: none.
struct Icon {
  std::string name;
  float px = 50;
};

/// A sign alone; its name is spoken.
void add_disc(Sketch& sketch, float x, float y, const Icon& icon, Intent intent, const std::string& label,
              Shape shape = Shape::disc);
void add_back(Sketch& sketch, float x, float y, Intent intent);

/// A word with an icon before or after it, the two together in the middle of `rect`.
struct Button {
  Rect rect;
  Shape shape = Shape::pill;
  std::string word;
  Icon before = {};
  Icon after = {};
  float px = 40;
  int weight = 0;  ///< 0: the role's
  float foot = 0;  ///< what the middle leaves out below: the tile's edge
};
void add_button(Sketch& sketch, const Button& button, Intent intent, const std::string& label);

/// What a button of one line needs: word, icon and 40 on either side.
float button_width(const Sketch& sketch, const std::string& word, float icon_px);

/// On the outer top corner of a chosen tile.
void add_badge(Sketch& sketch, const Rect& tile);
/// How far words move down in a chosen tile, so that they are clear of its badge, which hangs into it at the
/// window's edge.
float under_badge(const Rect& tile);

}  // namespace farewell::kiosk
