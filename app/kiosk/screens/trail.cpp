#include "app/kiosk/screens/trail.h"

#include <algorithm>
#include <array>

namespace farewell::kiosk {
namespace {

/// Cubic curves one after the other, each beginning where the one before ends.
using Curves = std::array<Point, 10>;

constexpr Curves kAcross = {{{676, 344},
                             {712, 306},
                             {744, 352},
                             {710, 368},
                             {676, 382},
                             {682, 322},
                             {750, 318},
                             {820, 316},
                             {850, 350},
                             {888, 372}}};
constexpr Curves kDown = {{{116, 556},
                           {152, 518},
                           {184, 564},
                           {150, 580},
                           {116, 594},
                           {122, 534},
                           {190, 530},
                           {260, 528},
                           {300, 590},
                           {356, 664}}};
/// The curves' lengths differ: so much of the flight is over when each ends.
constexpr std::array<double, 3> kFlown = {.26, .56, 1};

Point between(const Point& a, const Point& b, double t) {
  return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

/// By de Casteljau.
Point on_cubic(const Point* at, double t) {
  const Point a = between(at[0], at[1], t), b = between(at[1], at[2], t), c = between(at[2], at[3], t);
  return between(between(a, b, t), between(b, c, t), t);
}

}  // namespace

Point on_trail(Trail trail, double share) {
  const Curves& curves = trail == Trail::down ? kDown : kAcross;
  const double t = std::clamp(share, 0., 1.);
  const double flown = t * t * (3 - 2 * t);
  std::size_t curve = 0;
  while (curve + 1 < kFlown.size() && flown > kFlown[curve]) ++curve;
  const double from = curve == 0 ? 0 : kFlown[curve - 1];
  const Point at = on_cubic(&curves[3 * curve], (flown - from) / (kFlown[curve] - from));
  return {at.x - curves.back().x, at.y - curves.back().y};
}

}  // namespace farewell::kiosk
