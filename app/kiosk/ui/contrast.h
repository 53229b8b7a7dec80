// How well one colour stands out from another, as the Web Content Accessibility Guidelines count it. Values;
// any thread.
#pragma once

#include <cstdint>

namespace farewell::kiosk {

struct Rgb {
  std::uint8_t r = 0, g = 0, b = 0;
  bool operator==(const Rgb&) const = default;
};

/// 0 (black) to 1 (white). Source: WCAG 2.2, "relative luminance".
double luminance(Rgb colour);

/// 1 (alike) to 21 (black and white). Source: WCAG 2.2, "contrast ratio".
double contrast(Rgb one, Rgb other);

inline constexpr double kTextContrast = 4.5;  ///< WCAG 2.2, 1.4.3
inline constexpr double kShapeContrast = 3;   ///< WCAG 2.2, 1.4.11

}  // namespace farewell::kiosk
