#include "app/kiosk/ui/contrast.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace farewell::kiosk {
namespace {

/// sRGB's transfer function, undone, for each of its 256 values.
std::array<double, 256> linear_light() {
  std::array<double, 256> light{};
  for (std::size_t i = 0; i < light.size(); ++i) {
    const double share = static_cast<double>(i) / 255.0;
    light[i] = share <= .04045 ? share / 12.92 : std::pow((share + .055) / 1.055, 2.4);
  }
  return light;
}

double linear(std::uint8_t channel) {
  static const std::array<double, 256> light = linear_light();
  return light[channel];
}

}  // namespace

double luminance(Rgb colour) {
  return .2126 * linear(colour.r) + .7152 * linear(colour.g) + .0722 * linear(colour.b);
}

double contrast(Rgb one, Rgb other) {
  const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
  return (lighter + .05) / (darker + .05);
}

}  // namespace farewell::kiosk
