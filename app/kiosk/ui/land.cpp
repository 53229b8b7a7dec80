#include "app/kiosk/ui/land.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

#include "app/kiosk/ui/art.h"
#include "app/kiosk/ui/beds.h"
#include "app/kiosk/ui/sky.h"
#include "app/kiosk/ui/winter.h"
#include "core/visit/draw.h"

namespace farewell::kiosk {
namespace {

using Canvas = LandCanvas;

/// Sun or moon, by its distance from the end of the window.
struct Disc {
  double from_end, y, radius;
};

void paint_meadow(const Canvas& canvas, const Background& background) {
  const std::vector<std::uint32_t>& guests = background.flowers;
  const bool written = background.words_end > 0;  // words reach across the sky: it holds no lights
  const bool tall = canvas.portrait();
  const bool small = canvas.small();
  const double amp = tall ? 1.7 : small ? .48 : 1;
  if (canvas.dark()) {
    paint_sky(canvas, 0, canvas.ground + 20,
              small || written ? calm_foot(canvas) : canvas.theme[Colour::sky2]);
    const double words_end = canvas.width - (tall ? 130 : 190), faces_y = tall ? .5 * canvas.height : 334;
    // The header, and thanks with the question.
    if (!written)
      paint_stars(canvas, faces_y - 10, [=](Point at) {
        const bool words = at.x < words_end && at.y < (tall ? 560 : faces_y);
        return small || at.y < 146 || words;
      });
    const Disc moon = tall ? Disc{44, 330, 62} : small ? Disc{38, 50, 32} : Disc{124, 212, 62};
    if (!written) paint_moon(canvas, {canvas.start(canvas.width - moon.from_end), moon.y}, moon.radius);
  } else {
    paint_sky(canvas, canvas.ground - 330, canvas.ground + 70, canvas.theme[Colour::sky2]);
    const Disc sun = canvas.narrow() ? Disc{0, 76, 64}
                     : tall          ? Disc{0, 330, 112}
                     : small         ? Disc{0, 80, 61}
                                     : Disc{0, 226, 100};
    paint_disc(canvas, {canvas.start(canvas.width - sun.from_end), sun.y}, sun.radius,
               canvas.theme[Colour::sun]);
  }
  const Ridgeline far =
      canvas.ridge({{0, -6}, {.2, -26 * amp}, {.45, -8 * amp}, {.72, -34 * amp}, {1, -12 * amp}});
  const Ridgeline mid =
      canvas.ridge({{0, 20 * amp}, {.25, 6 * amp}, {.55, 24 * amp}, {.8, 8 * amp}, {1, 18 * amp}});
  const Ridgeline near =
      canvas.ridge({{0, 42 * amp}, {.3, 44 * amp}, {.6, 31 * amp}, {.85, 34 * amp}, {1, 26 * amp}});
  const auto size = [&](float landscape, float portrait) {
    return tall ? portrait : small ? landscape * .44f : landscape;
  };
  const auto highest = static_cast<float>(canvas.ground - (tall ? 116 : small ? 28 : 62));
  const auto lowest = static_cast<float>(canvas.ground + (tall    ? (canvas.winter() ? 60 : 74)
                                                          : small ? 26
                                                                  : 39));
  Bed bed{-6, static_cast<float>(canvas.width) + 6, {}, [=](float, float y, float scale) {
            return y - 235 * scale < highest || y > lowest;
          }};
  bed.ridges = {row_on(far, size(.185f, .25f), .46f, 4), row_on(mid, size(.23f, .33f), .37f, 2),
                row_on(near, size(.30f, .44f), .17f, 0)};
  if (canvas.winter()) scatter(bed, tall ? 40 : small ? 10 : 20);
  std::vector<Flower> flowers = plant(guests, bed);
  paint_hill(canvas, far, Colour::far, Colour::far2, {.blades = 0});
  if (canvas.winter() && !small && !written) paint_wood(canvas, far, tall ? .5 : .35, 0, 0);
  paint_far_guests(canvas, guests, far);
  paint_row(canvas, flowers, 0);
  paint_hill(canvas, mid, Colour::mid, Colour::mid2, {.blades = written ? 0 : 90, .seed = 12, .height = 11});
  paint_row(canvas, flowers, 1);
  paint_hill(canvas, near, Colour::near, Colour::near2,
             {.blades = written ? 0 : 70, .seed = 13, .height = 14});
  paint_row(canvas, flowers, 2);
}

void paint_clearing(const Canvas& canvas) {
  paint_sky(canvas, canvas.ground - 380, canvas.ground + 40, calm_foot(canvas));
  const Ridgeline far = canvas.ridge({{0, -8}, {.22, -26}, {.5, -6}, {.76, -30}, {1, -10}});
  const Ridgeline near = canvas.ridge({{0, 26}, {.3, 10}, {.6, 28}, {.85, 14}, {1, 24}});
  paint_hill(canvas, far, Colour::far, Colour::far2, {.blades = 0});
  paint_hill(canvas, near, Colour::mid, Colour::near, {.blades = 70, .seed = 4, .height = 12});
}

void paint_keyboard_hill(const Canvas& canvas) {
  fill_all(canvas, Colour::paper);
  const Ridgeline hill = canvas.ridge({{0, 10}, {.2, -4}, {.4, 4}, {.62, -2}, {.82, -8}, {1, 6}});
  paint_hill(canvas, hill, Colour::far, Colour::mid, {.blades = 0});
}

void paint_grain(const Canvas& canvas) {
  const double y = canvas.ground, w = canvas.width;
  const struct { double x0, x1, below; } lines[] = {{.03, .47, 54}, {.59, .93, 108}, {.125, .41, 90}};
  for (const auto& line : lines) {
    const double x0 = canvas.start(line.x0 * w), x1 = canvas.start(line.x1 * w);
    cairo_move_to(canvas.cairo.get(), x0, y + line.below + 4);
    cairo_curve_to(canvas.cairo.get(), x0 + (x1 - x0) * .33, y + line.below - 2, x0 + (x1 - x0) * .66,
                   y + line.below, x1, y + line.below - 4);
  }
  set_colour(canvas.cairo, canvas.dark() ? Rgb{0x4A, 0x3F, 0x33} : Rgb{0xCD, 0xB2, 0x83});
  cairo_set_line_width(canvas.cairo.get(), 2.6);
  cairo_set_line_cap(canvas.cairo.get(), CAIRO_LINE_CAP_ROUND);
  cairo_stroke(canvas.cairo.get());
}

void paint_table(const Canvas& canvas) {
  const Rgb sky_foot = canvas.dark() ? canvas.theme[Colour::sky1] : Rgb{0xEB, 0xEB, 0xDD};
  paint_sky(canvas, canvas.ground - 420, canvas.ground + 20, sky_foot);
  const Ridgeline edge = canvas.ridge({{0, 6}, {.28, -4}, {.62, -5}, {1, 2}});
  edge.trace_hill(canvas.cairo, canvas.height);
  const Rgb top = canvas.dark() ? Rgb{0x3A, 0x32, 0x2A} : Rgb{0xEA, 0xD7, 0xB0};
  const Rgb foot = canvas.dark() ? Rgb{0x2C, 0x27, 0x22} : Rgb{0xDF, 0xC7, 0x99};
  fill_downwards(canvas.cairo, canvas.ground, canvas.height, top, foot);
  paint_grain(canvas);
}

/// High contrast has no land: white, and a line where the ground would begin.
void paint_plain(const Canvas& canvas, Land land) {
  fill_all(canvas, Colour::paper);
  if (land == Land::keyboard || canvas.small()) return;
  const bool words_above = land == Land::garden || land == Land::table;
  const bool at_foot = words_above && (land == Land::garden || !canvas.portrait());
  const double y = at_foot ? canvas.height - (canvas.portrait() ? 166 : 150) : canvas.ground - 24;
  cairo_rectangle(canvas.cairo.get(), 0, y, canvas.width, 4);
  set_colour(canvas.cairo, canvas.theme[Colour::ink]);
  cairo_fill(canvas.cairo.get());
}

double usual_ground(Land land, double width, double height) {
  const bool tall = height > width;
  switch (land) {
    case Land::meadow:
      return tall ? height - 234 : height - 138;
    case Land::clearing:
      return height - 84;
    case Land::keyboard:
      return 286;
    case Land::table:
      return height - 160;
    case Land::asleep:
      return height * .7;
    case Land::garden:
      return tall ? height - 558 : height - 356;
  }
  return height;
}

}  // namespace

cairo_surface_t* FlowerPress::pressed(const Plant& plant) {
  if (const auto found = kept_.find(plant.drawing); found != kept_.end()) return found->second.get();
  const auto loaded = Drawing::load(assets_, plant.drawing, theme_);
  if (!loaded) return nullptr;
  const int width = static_cast<int>(std::lround(plant.pressed * plant.width / plant.height));
  Surface surface = new_surface(width, plant.pressed);
  loaded->paint(new_cairo(surface), 0, 0, width, plant.pressed);
  return kept_.emplace(plant.drawing, std::move(surface)).first->second.get();
}

Pixels paint_land(const Background& background, const Theme& theme, const Metrics& metrics,
                  bool right_to_left, FlowerPress& flowers) {
  const Surface surface = new_surface(metrics.width, metrics.height);
  const Cairo cairo = new_cairo(surface);
  cairo_scale(cairo.get(), metrics.scale, metrics.scale);
  const double width = metrics.width / static_cast<double>(metrics.scale);
  const double height = metrics.height / static_cast<double>(metrics.scale);
  const double ground = background.ground_y > 0 ? background.ground_y / static_cast<double>(metrics.scale)
                                                : usual_ground(background.land, width, height);
  const Canvas canvas{cairo, theme, width, height, ground, metrics.scale, right_to_left, flowers};
  if (theme.mood == Mood::contrast) {
    paint_plain(canvas, background.land);
  } else {
    switch (background.land) {
      case Land::meadow:
        paint_meadow(canvas, background);
        break;
      case Land::clearing:
        paint_clearing(canvas);
        break;
      case Land::keyboard:
        paint_keyboard_hill(canvas);
        break;
      case Land::table:
        paint_table(canvas);
        break;
      case Land::asleep:
        paint_asleep(canvas, background);
        break;
      case Land::garden:
        paint_garden(canvas, background);
        break;
    }
  }
  return to_pixels(surface);
}

}  // namespace farewell::kiosk
