// Goodbye's garden, and the same flowers asleep while the shop is closed.

#include <algorithm>
#include <cmath>

#include "app/kiosk/ui/beds.h"
#include "app/kiosk/ui/winter.h"
#include "core/visit/draw.h"

namespace farewell::kiosk {
namespace {

constexpr float kBloomTop = 300;  // the highest that a bloom reaches over its foot, in its drawing's units

/// One for every eighty pixels or so, over the hills and away from the guest's sign.
void paint_fireflies(const LandCanvas& canvas, double guest_x) {
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

}  // namespace

void paint_garden(const LandCanvas& canvas, const Background& background) {
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
  if (canvas.winter())
    paint_wood(canvas, r0, grown, background.guest_stands ? words_w : canvas.width + 100, words_end + 8);
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

void paint_asleep(const LandCanvas& canvas, const Background& background) {
  const bool tall = canvas.portrait(), small = canvas.small();
  const double ground = canvas.ground, width = canvas.width;
  paint_night(canvas, ground + 40);
  const double words_w = tall ? width : .66 * width, words_end = background.words_end / canvas.scale;
  paint_stars(canvas, ground - 20, [=](Point at) { return at.x < words_w && at.y < words_end; });
  const double radius = small ? 52 : 84;
  paint_moon(canvas,
             {canvas.start(width - (tall    ? 190
                                    : small ? 150
                                            : 280)),
              tall ? ground - 190 : ground * .45},
             radius);
  const float grown = tall ? 1.2f : small ? .62f : 1;
  const double amp = grown;
  const Ridgeline r0 = canvas.ridge({{0, 6}, {.2, 16}, {.46, 34}, {.74, 4}, {1, 30}}, amp);
  const Ridgeline r1 = canvas.ridge({{0, 84}, {.26, 72}, {.55, 92}, {.82, 66}, {1, 84}}, amp);
  const Ridgeline r2 = canvas.ridge({{0, 166}, {.3, 178}, {.6, 158}, {.86, 166}, {1, 154}}, amp);
  Bed bed{-10, static_cast<float>(width) + 10, {}, [=](float x, float y, float scale) {
            return canvas.start(x) < words_w && y - kBloomTop * scale < words_end;
          }};
  bed.ridges = {row_on(r0, .24f * grown, .3f, 30), row_on(r1, .36f * grown, .3f, 0),
                row_on(r1, .42f * grown, .25f, 40), row_on(r2, .5f * grown, .15f, -8)};
  if (canvas.winter()) scatter(bed, 60 * grown);
  std::vector<Flower> flowers = plant(background.flowers, bed);
  paint_hill(canvas, r0, Colour::far, Colour::far2, {.blades = 0});
  paint_row(canvas, flowers, 0, Vigour::asleep);
  paint_hill(canvas, r1, Colour::mid, Colour::mid2, {.blades = 0});
  for (const std::size_t row : {1u, 2u, 3u}) paint_row(canvas, flowers, row, Vigour::asleep);
  paint_hill(canvas, r2, Colour::near, Colour::near2, {.blades = 90, .seed = 5, .height = 16});
  if (canvas.winter()) return;
  for (const auto& [x, y] : {Point{.69, 6}, Point{.25, 44}, Point{.875, 80}})
    paint_glow(canvas, {canvas.start(x * width), ground + y * amp}, 1);
}

}  // namespace farewell::kiosk
