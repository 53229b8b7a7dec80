// Faces are told apart by what they do, not by their hues: in grey, and by eyes that lack one kind of cone,
// their features keep their outlines, and no two faces have the same.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>

#include "app/kiosk/ui/art.h"
#include "app/kiosk/ui/contrast.h"
#include "core/base/assets.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

constexpr int kSide = 160, kFaces = 5;
constexpr double kFeaturesRadius = .36 * kSide;  // within the ring

using Matrix = std::array<double, 9>;
struct Vision {
  const char* name;
  Matrix of_linear_rgb;
};

/// Source: Machado, Oliveira and Fernandes 2009, table 1, severity 1.0; grey by WCAG's luminance.
constexpr std::array kVisions = {
    Vision{"usual", {1, 0, 0, 0, 1, 0, 0, 0, 1}},
    Vision{"grey", {.2126, .7152, .0722, .2126, .7152, .0722, .2126, .7152, .0722}},
    Vision{"protanopia",
           {.152286, 1.052583, -.204868, .114503, .786281, .099216, -.003882, -.048116, 1.051998}},
    Vision{"deuteranopia",
           {.367322, .860646, -.227968, .280085, .672501, .047413, -.011820, .042940, .968881}},
    Vision{"tritanopia",
           {1.255528, -.076749, -.178779, -.078411, .930809, .147602, .004733, .691367, .303900}},
};

double to_linear(std::uint32_t channel) {
  const double share = channel / 255.0;
  return share <= .04045 ? share / 12.92 : std::pow((share + .055) / 1.055, 2.4);
}

std::uint8_t from_linear(double light) {
  light = std::clamp(light, 0.0, 1.0);
  const double share = light <= .0031308 ? light * 12.92 : 1.055 * std::pow(light, 1 / 2.4) - .055;
  return static_cast<std::uint8_t>(std::lround(share * 255));
}

Rgb seen(const Vision& vision, std::uint32_t argb) {
  const std::array light = {to_linear(argb >> 16 & 255), to_linear(argb >> 8 & 255), to_linear(argb & 255)};
  std::array<std::uint8_t, 3> colour{};
  for (std::size_t row = 0; row < 3; ++row) {
    double sum = 0;
    for (std::size_t i = 0; i < 3; ++i) sum += vision.of_linear_rgb[row * 3 + i] * light[i];
    colour[row] = from_linear(sum);
  }
  return {colour[0], colour[1], colour[2]};
}

Pixels drawn(const Theme& theme, int face) {
  const auto drawing =
      Drawing::load(assets_folder(), "faces/face-" + std::to_string(face), theme, Colour::ink);
  REQUIRE(drawing);
  const Surface surface = new_surface(kSide, kSide);
  drawing->paint(new_cairo(surface), 0, 0, kSide, kSide);
  return to_pixels(surface);
}

/// Where a face's features stand out from its fill as shapes must: eyes, brows and mouth, as those eyes see.
std::vector<bool> features(const Pixels& face, const Vision& vision) {
  // Between the eyes there is nothing but the fill.
  const Rgb fill = seen(vision, face.argb[static_cast<std::size_t>(kSide * 9 / 20 * kSide + kSide / 2)]);
  std::vector<bool> mask(face.argb.size());
  for (int y = 0; y < kSide; ++y)
    for (int x = 0; x < kSide; ++x) {
      const auto at = static_cast<std::size_t>(y * kSide + x);
      const bool inside = std::hypot(x - kSide / 2, y - kSide / 2) < kFeaturesRadius;
      mask[at] = inside && contrast(seen(vision, face.argb[at]), fill) >= kShapeContrast;
    }
  return mask;
}

/// What both have over what either has: 1, the same; 0, nothing in common.
double likeness(const std::vector<bool>& one, const std::vector<bool>& other) {
  int both = 0, either = 0;
  for (std::size_t i = 0; i < one.size(); ++i) {
    both += one[i] && other[i];
    either += one[i] || other[i];
  }
  return either == 0 ? 1 : static_cast<double>(both) / either;
}

Theme theme_for(Mood mood) {
  auto theme = load_theme(assets_folder(), mood);
  REQUIRE(theme);
  return *std::move(theme);
}

}  // namespace

TEST_CASE("a face keeps its expression in grey and without any one kind of cone") {
  for (const Mood mood : {Mood::day, Mood::night, Mood::contrast})
    for (int face = 1; face <= kFaces; ++face) {
      const Pixels pixels = drawn(theme_for(mood), face);
      const std::vector<bool> usual = features(pixels, kVisions[0]);
      for (const Vision& vision : kVisions) {
        INFO(to_text(mood) << ", face " << face << ", " << vision.name);
        CHECK(std::ranges::count(usual, true) > kSide);
        CHECK(likeness(usual, features(pixels, vision)) > .85);
      }
    }
}

TEST_CASE("no two faces have the same expression, whoever looks") {
  for (const Mood mood : {Mood::day, Mood::night, Mood::contrast})
    for (const Vision& vision : kVisions) {
      const Theme theme = theme_for(mood);
      std::vector<std::vector<bool>> faces;
      for (int face = 1; face <= kFaces; ++face) faces.push_back(features(drawn(theme, face), vision));
      for (std::size_t one = 0; one < faces.size(); ++one)
        for (std::size_t other = one + 1; other < faces.size(); ++other) {
          INFO(to_text(mood) << ", " << vision.name << ", faces " << one + 1 << " and " << other + 1);
          CHECK(likeness(faces[one], faces[other]) < .7);
        }
    }
}
