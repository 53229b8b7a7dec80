// Curves of the land: a ridge through a few points, its height anywhere, its hill as a path, grass upon it.
// Inside ui/; drawing thread only.
#pragma once

#include <cstdint>
#include <vector>

#include "app/kiosk/ui/pixels.h"

namespace farewell::kiosk {

struct Point {
  double x = 0, y = 0;
};

/// A smooth open curve (Catmull and Rom) through points from left to right.
class Ridgeline {
 public:
  explicit Ridgeline(std::vector<Point> points) : points_(std::move(points)) {}
  double y(double x) const;
  /// The curve, closed along the foot at `bottom`, as Cairo's current path.
  void trace_hill(const Cairo& cairo, double bottom) const;
  /// The curve alone.
  void trace(const Cairo& cairo) const;
  /// Left and right exchanged about the middle of `width`.
  Ridgeline mirrored(double width) const;

 private:
  std::vector<Point> points_;
};

struct Grass {
  int blades = 80;
  std::uint64_t seed = 1;
  double height = 12;
};
void paint_grass(const Cairo& cairo, const Ridgeline& ridge, double width, const Grass& grass, Rgb colour);

/// Fills the current path from `top` down to `bottom`, from one colour into the other.
void fill_downwards(const Cairo& cairo, double top, double bottom, Rgb from, Rgb to);

}  // namespace farewell::kiosk
