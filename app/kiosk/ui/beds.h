// Beds of the land: hills with grass, and the day's guests in rows upon them. Inside ui/; drawing thread
// only.
#pragma once

#include <cstdint>
#include <vector>

#include "app/kiosk/ui/garden.h"
#include "app/kiosk/ui/sky.h"

namespace farewell::kiosk {

enum class Vigour {
  awake,
  asleep,  ///< closed and dim: nobody is there to see them
};

void paint_hill(const LandCanvas& canvas, const Ridgeline& ridge, Colour top, Colour foot,
                const Grass& grass);

kiosk::Ridge row_on(const Ridgeline& ridge, float scale, float share, float depth);

/// Lanterns stand scattered over the snow, through so many pixels below their ridge, and most of them far
/// off: they are as wide as they are high.
void scatter(Bed& bed, float pixels);

/// Those of one ridge, the farthest first.
void paint_row(const LandCanvas& canvas, std::vector<Flower>& flowers, std::size_t ridge,
               Vigour vigour = Vigour::awake);

/// Guests beyond what the garden holds: dots along the far hill.
void paint_far_guests(const LandCanvas& canvas, const std::vector<std::uint32_t>& guests,
                      const Ridgeline& ridge);

/// Where words and controls stand low in the sky, dusk ends before it glows.
Rgb calm_foot(const LandCanvas& canvas);

/// Goodbye's land, and that of a closed shop (garden_land.cpp).
void paint_garden(const LandCanvas& canvas, const Background& background);
void paint_asleep(const LandCanvas& canvas, const Background& background);

}  // namespace farewell::kiosk
