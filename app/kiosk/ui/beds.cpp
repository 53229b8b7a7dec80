#include "app/kiosk/ui/beds.h"

#include <algorithm>
#include <string>

#include "app/kiosk/ui/winter.h"
#include "core/visit/draw.h"

namespace farewell::kiosk {
namespace {

/// The day's flowers close for the night, those that do.
std::string flower_in(bool asleep, std::uint32_t guest) {
  if (!asleep || !closes(guest)) return flower_drawing(guest);
  return closed_drawing(guest, Closed::muted);
}

double vigour_of(const LandCanvas& canvas, Vigour vigour) {
  if (vigour == Vigour::asleep) return .55;
  return canvas.dusk() ? .84 : canvas.dark() ? .8 : 1;
}

void paint_flower(const LandCanvas& canvas, const Flower& flower, Vigour vigour) {
  const Point foot{flower.x, flower.y};
  if (canvas.winter()) return paint_plant(canvas, far_lantern(), foot, lantern_scale(flower.scale), 1);
  paint_plant(canvas, {.drawing = flower_in(canvas.dusk() || vigour == Vigour::asleep, flower.guest)}, foot,
              flower.scale, vigour_of(canvas, vigour), flower.turn, flower.flipped);
}

}  // namespace

void paint_hill(const LandCanvas& canvas, const Ridgeline& ridge, Colour top, Colour foot,
                const Grass& grass) {
  ridge.trace_hill(canvas.cairo, canvas.height);
  fill_downwards(canvas.cairo, ridge.y(canvas.width / 2) - 30, canvas.height, canvas.theme[top],
                 canvas.theme[foot]);
  if (grass.blades > 0 && !canvas.winter())
    paint_grass(canvas.cairo, ridge, canvas.width, grass, canvas.theme[Colour::grass]);
}

void paint_row(const LandCanvas& canvas, std::vector<Flower>& flowers, std::size_t ridge, Vigour vigour) {
  std::vector<Flower> row;
  std::ranges::copy_if(flowers, std::back_inserter(row),
                       [&](const Flower& flower) { return flower.ridge == ridge && flower.scale > 0; });
  std::ranges::stable_sort(row, {}, &Flower::y);
  for (const Flower& flower : row) paint_flower(canvas, flower, vigour);
}

void paint_far_guests(const LandCanvas& canvas, const std::vector<std::uint32_t>& guests,
                      const Ridgeline& ridge) {
  for (std::size_t i = 0; i + kMostFlowers < guests.size(); ++i) {
    std::uint64_t random = guests[i];
    const double x = visit::draw_share(random) * canvas.width;
    const Rgb inks[] = {{0xC4, 0x47, 0x2F}, {0xED, 0xAE, 0x3F}, {0x4C, 0x72, 0xAE}, {0x9A, 0x6A, 0x93}};
    const Rgb ink = canvas.winter() ? inks[1] : inks[guests[i] % 4];
    paint_disc(canvas, {x, ridge.y(x) + 4 + 14 * visit::draw_share(random)}, 2, ink);
  }
}

kiosk::Ridge row_on(const Ridgeline& ridge, float scale, float share, float depth) {
  return {[ridge](float x) { return static_cast<float>(ridge.y(x)); }, scale, share, depth};
}

void scatter(Bed& bed, float pixels) {
  const float rows = static_cast<float>(bed.ridges.size());
  float share = 2 / (rows + 1);
  for (kiosk::Ridge& ridge : bed.ridges) {
    ridge.spread = pixels / ridge.scale;
    ridge.share = share;
    share -= 2 / (rows * (rows + 1));
  }
}

Rgb calm_foot(const LandCanvas& canvas) {
  return canvas.theme[canvas.dusk() ? Colour::sky_low : Colour::sky2];
}

}  // namespace farewell::kiosk
