#include "app/kiosk/ui/land.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

#include "app/kiosk/ui/art.h"
#include "app/kiosk/ui/garden.h"
#include "app/kiosk/ui/sky.h"
#include "app/kiosk/ui/winter.h"
#include "core/visit/draw.h"

namespace farewell::kiosk {
namespace {

using Canvas = LandCanvas;

constexpr float kBloomTop = 300;  // the highest that a bloom reaches over its foot, in its drawing's units

void paint_hill(const Canvas& canvas, const Ridgeline& ridge, Colour top, Colour foot, const Grass& grass) {
  ridge.trace_hill(canvas.cairo, canvas.height);
  fill_downwards(canvas.cairo, ridge.y(canvas.width / 2) - 30, canvas.height, canvas.theme[top],
                 canvas.theme[foot]);
  if (grass.blades > 0 && !canvas.winter())
    paint_grass(canvas.cairo, ridge, canvas.width, grass, canvas.theme[Colour::grass]);
}

/// At dusk the day's flowers close for the night, those that do.
std::string flower_in(Mood mood, std::uint32_t guest) {
  if (mood != Mood::dusk || !closes(guest)) return flower_drawing(guest);
  return closed_drawing(guest, Closed::muted);
}

void paint_flower(const Canvas& canvas, const Flower& flower) {
  const Point foot{flower.x, flower.y};
  if (canvas.winter()) return paint_plant(canvas, far_lantern(), foot, lantern_scale(flower.scale), 1);
  paint_plant(canvas, {.drawing = flower_in(canvas.theme.mood, flower.guest)}, foot, flower.scale,
              canvas.dusk()   ? .84
              : canvas.dark() ? .8
                              : 1,
              flower.turn, flower.flipped);
}

void paint_row(const Canvas& canvas, std::vector<Flower>& flowers, std::size_t ridge) {
  std::vector<Flower> row;
  std::ranges::copy_if(flowers, std::back_inserter(row),
                       [&](const Flower& flower) { return flower.ridge == ridge && flower.scale > 0; });
  std::ranges::stable_sort(row, {}, &Flower::y);
  for (const Flower& flower : row) paint_flower(canvas, flower);
}

/// Guests beyond what the garden holds: dots along the far hill.
void paint_far_guests(const Canvas& canvas, const std::vector<std::uint32_t>& guests,
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

/// Lanterns stand scattered over the snow, through so many pixels below their ridge, and most of them far
/// off: they are as wide as they are high.
void scatter(Bed& bed, float pixels) {
  const float rows = static_cast<float>(bed.ridges.size());
  float share = 2 / (rows + 1);
  for (kiosk::Ridge& ridge : bed.ridges) {
    ridge.spread = pixels / ridge.scale;
    ridge.share = share;
    share -= 2 / (rows * (rows + 1));
  }
}

/// Where words and controls stand low in the sky, dusk ends before it glows.
Rgb calm_foot(const Canvas& canvas) {
  return canvas.theme[canvas.dusk() ? Colour::sky_low : Colour::sky2];
}

void paint_meadow(const Canvas& canvas, const std::vector<std::uint32_t>& guests) {
  const bool tall = canvas.portrait();
  const bool small = canvas.small();
  const double amp = tall ? 1.7 : small ? .48 : 1;
  if (canvas.dark()) {
    paint_sky(canvas, 0, canvas.ground + 20, small ? calm_foot(canvas) : canvas.theme[Colour::sky2]);
    const double words_end = canvas.width - (tall ? 130 : 190), faces_y = tall ? .5 * canvas.height : 334;
    // The header, and thanks with the question.
    paint_stars(canvas, faces_y - 10, [=](Point at) {
      const bool words = at.x < words_end && at.y < (tall ? 560 : faces_y);
      return small || at.y < 146 || words;
    });
    paint_moon(canvas,
               {canvas.start(canvas.width - (tall    ? 44
                                             : small ? 38
                                                     : 124)),
                tall    ? 330.0
                : small ? 50.0
                        : 212.0},
               small ? 32 : 62);
  } else {
    paint_sky(canvas, canvas.ground - 330, canvas.ground + 70, canvas.theme[Colour::sky2]);
    paint_disc(canvas,
               {canvas.start(canvas.width), tall    ? 330.0
                                            : small ? 80.0
                                                    : 226.0},
               tall    ? 112
               : small ? 61
                       : 100,
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
  if (canvas.winter() && !small) paint_wood(canvas, far, tall ? .5 : .35, 0, 0);
  paint_far_guests(canvas, guests, far);
  paint_row(canvas, flowers, 0);
  paint_hill(canvas, mid, Colour::mid, Colour::mid2, {.blades = 90, .seed = 12, .height = 11});
  paint_row(canvas, flowers, 1);
  paint_hill(canvas, near, Colour::near, Colour::near2, {.blades = 70, .seed = 13, .height = 14});
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

/// One for every eighty pixels or so, over the hills and away from the guest's sign.
void paint_fireflies(const Canvas& canvas, double guest_x) {
  std::uint64_t random = 12;
  for (int i = 0; i < static_cast<int>(canvas.width / 80); ++i) {
    const Point at{visit::draw_share(random) * canvas.width,
                   canvas.ground + 20 + visit::draw_share(random) * (canvas.height - canvas.ground - 140)};
    const double scale = .75 + .5 * visit::draw_share(random);
    const double x = canvas.start(at.x);
    const bool on_sign = x > guest_x - 60 && at.y > canvas.ground + 100;
    const bool on_button = x < 340 && at.y > canvas.height - 170;
    if (!on_sign && !on_button) paint_glow(canvas, at, scale);
  }
}

void paint_garden(const Canvas& canvas, const Background& background) {
  const std::vector<std::uint32_t>& guests = background.flowers;
  const double words_end = background.words_end / canvas.scale;
  const bool calm = canvas.small() || words_end > .84 * (canvas.ground + 16);
  paint_sky(canvas, canvas.ground - 384, canvas.ground + 16,
            calm ? calm_foot(canvas) : canvas.theme[Colour::sky2]);
  const bool tall = canvas.portrait();
  const bool small = canvas.small();
  // A picture that wants more sky has flatter hills and smaller flowers.
  const double usual = tall ? 558 : small ? 250 : 356;
  const double flat = std::clamp((canvas.height - canvas.ground) / usual, .5, 1.);
  const double amp = (tall ? 1.42 : 1) * flat;
  const float grown = (tall ? 1.12f : 1) * static_cast<float>(std::sqrt(flat));
  const double guest_x = background.guest_x > 0 ? background.guest_x / canvas.scale
                         : tall                 ? canvas.width * .65
                                                : canvas.width - (small ? 190 : 264);
  const double words_w = tall ? canvas.width : small ? .7 * canvas.width : .66 * canvas.width;
  // Where no guest's flower stands, the words have the whole width.
  const auto written = [=, wide = !background.guest_stands](Point at) {
    return (wide && at.y < words_end) || (at.x < words_w && (!tall || at.y < canvas.ground - 100));
  };
  if (canvas.dark())
    paint_stars(canvas, canvas.ground, written);
  else if (canvas.winter())
    paint_snowflakes(canvas, canvas.ground, written);
  if (background.guest_stands) {
    const double radius = tall ? 230 : small ? 128 : canvas.winter() ? 170 : 210;
    // Light words need the dark: where they reach down over it, the moon has not risen so far.
    const double risen = tall && canvas.dark() ? words_end + radius : 0;
    // A lantern stands nearer to the words than a flower.
    const double aside = canvas.winter() && canvas.dark() && !tall ? 96 : 0;
    paint_low_sun(canvas, {canvas.start(guest_x + aside), std::max(canvas.ground - 24, risen)}, radius);
  }

  const Ridgeline r0 = canvas.ridge({{0, 6}, {.2, -20}, {.46, 14}, {.74, -26}, {1, 4}}, amp);
  const Ridgeline r1 = canvas.ridge({{0, 70}, {.26, 46}, {.55, 84}, {.82, 44}, {1, 66}}, amp);
  const Ridgeline r2 = canvas.ridge({{0, 152}, {.3, 170}, {.6, 138}, {.86, 160}, {1, 140}}, amp);
  const Ridgeline r3 = canvas.ridge({{0, 268}, {.25, 244}, {.55, 280}, {.82, 252}, {1, 262}}, amp);
  const double ground = canvas.ground, width = canvas.width;
  const bool mirrored = canvas.right_to_left;
  // Words, the guest's own flower with its sign, and the way out stay clear.
  const bool guest_stands = background.guest_stands;
  const double wide = canvas.winter() ? 1.5 : 1;  // so much wider than a flower is a lantern
  const auto reach = [winter = canvas.winter()](float bloom, float scale) {
    return winter ? 44 * static_cast<float>(lantern_scale(scale)) : bloom * scale;
  };
  const auto avoid = [=, winter = canvas.winter()](float px, float y, float scale) {
    const double x = mirrored ? width - px : px;
    if (winter && !small && guest_stands && under_trees(x, y, width, ground)) return true;
    if (!guest_stands) {
      if (y - reach(262, scale) < ground - 46 || y - reach(kBloomTop, scale) < words_end) return true;
      if (tall) return x < 330 && y > ground + 388;
      return (x > width - 490 && x < width - 30) || (x < 330 && y > ground + 86);
    }
    if (tall) {
      if (y - reach(262, scale) < ground - 122 || y - reach(kBloomTop, scale) < words_end) return true;
      if (std::abs(x - guest_x) < 130 * wide && y > ground + 158) return true;
      return (x < 330 && y > ground + 388) || (x > guest_x && y > ground + 338);
    }
    if (small) {
      if (winter && y > ground + 96) return true;
      const bool too_high =
          y - reach(262, scale) < ground + (winter ? -20 : 56) || y - reach(kBloomTop, scale) < words_end;
      const bool under_words = x < width * .74 && too_high;
      const bool at_guest = std::abs(x - guest_x) < 84 * wide && y > ground + 60;
      return under_words || at_guest || (y > ground + 96 && (x < 430 || x > guest_x));
    }
    const bool too_high = y - reach(262, scale) < ground - 46 || y - reach(kBloomTop, scale) < words_end;
    if (x < width * .6 && too_high) return true;
    if (std::abs(x - guest_x) < 120 * wide * (.55 + .6 * (y - ground + 44) / 330) && y > ground + 116)
      return true;
    if (x > guest_x - 326 && y > ground + 216) return std::abs(x - guest_x) < 210 * wide;
    return x < 520 && y > ground + 224;
  };
  Bed bed{-10,
          static_cast<float>(width) + 10,
          {row_on(r0, .20f * grown, .22f, 4), row_on(r1, .30f * grown, .24f, 2),
           row_on(r1, .37f * grown, .18f, 44), row_on(r2, .46f * grown, .20f, 0),
           row_on(r2, .58f * grown, .16f, 62)},
          avoid};
  if (canvas.winter()) scatter(bed, 48 * grown);
  std::vector<Flower> flowers = plant(guests, bed);
  paint_hill(canvas, r0, Colour::far, Colour::far2, {.blades = 0});
  if (canvas.winter()) paint_wood(canvas, r0, grown, words_w, words_end + 8);
  paint_far_guests(canvas, guests, r0);
  paint_row(canvas, flowers, 0);
  paint_hill(canvas, r1, Colour::mid, Colour::mid2, {.blades = 80, .seed = 2, .height = 10});
  paint_row(canvas, flowers, 1);
  paint_row(canvas, flowers, 2);
  const bool trees = canvas.winter() && !small && guest_stands;
  if (trees) paint_left_spruces(canvas, r2, words_end);
  paint_hill(canvas, r2, Colour::mid2, Colour::near, {.blades = 80, .seed = 3, .height = 14});
  paint_row(canvas, flowers, 3);
  paint_row(canvas, flowers, 4);
  if (trees) paint_right_trees(canvas, r2);
  paint_hill(canvas, r3, Colour::near, Colour::near2, {.blades = 90, .seed = 5, .height = 16});
  if (canvas.dusk() && !canvas.winter()) paint_fireflies(canvas, guest_x);
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
        paint_meadow(canvas, background.flowers);
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
      case Land::garden:
        paint_garden(canvas, background);
        break;
    }
  }
  return to_pixels(surface);
}

}  // namespace farewell::kiosk
