#include "app/kiosk/ui/pixels.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace farewell::kiosk {
namespace {

std::uint32_t straight(std::uint32_t premultiplied) {
  const std::uint32_t alpha = premultiplied >> 24;
  if (alpha == 0 || alpha == 255) return premultiplied;
  const auto channel = [&](int shift) {
    const std::uint32_t value = (premultiplied >> shift) & 255;
    return std::min<std::uint32_t>(255, (value * 255 + alpha / 2) / alpha) << shift;
  };
  return alpha << 24 | channel(16) | channel(8) | channel(0);
}

std::uint32_t premultiplied(std::uint32_t straight_) {
  const std::uint32_t alpha = straight_ >> 24;
  const auto channel = [&](int shift) { return (((straight_ >> shift) & 255) * alpha + 127) / 255 << shift; };
  return alpha << 24 | channel(16) | channel(8) | channel(0);
}

}  // namespace

Surface new_surface(int width, int height) {
  return Surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, std::max(width, 1), std::max(height, 1)));
}

Cairo new_cairo(const Surface& surface) {
  return Cairo(cairo_create(surface.get()));
}

Pixels to_pixels(const Surface& surface) {
  cairo_surface_flush(surface.get());
  Pixels pixels;
  pixels.width = cairo_image_surface_get_width(surface.get());
  pixels.height = cairo_image_surface_get_height(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  const unsigned char* data = cairo_image_surface_get_data(surface.get());
  pixels.argb.resize(static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height));
  auto out = pixels.argb.begin();
  for (int y = 0; y < pixels.height; ++y) {
    const auto* row = reinterpret_cast<const std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride);
    out = std::transform(row, row + pixels.width, out, straight);
  }
  return pixels;
}

Pixels turned(const Pixels& pixels, float degrees) {
  const Surface upright = new_surface(pixels.width, pixels.height);
  const int stride = cairo_image_surface_get_stride(upright.get());
  unsigned char* data = cairo_image_surface_get_data(upright.get());
  for (int y = 0; y < pixels.height; ++y) {
    auto* row = reinterpret_cast<std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride);
    const auto from = pixels.argb.begin() + static_cast<std::ptrdiff_t>(y) * pixels.width;
    std::transform(from, from + pixels.width, row, premultiplied);
  }
  cairo_surface_mark_dirty(upright.get());
  const double angle = degrees * std::numbers::pi / 180;
  const double across = std::abs(std::cos(angle)), along = std::abs(std::sin(angle));
  const double width = std::ceil(pixels.width * across + pixels.height * along) + 2;
  const double height = std::ceil(pixels.width * along + pixels.height * across) + 2;
  const Surface surface = new_surface(static_cast<int>(width), static_cast<int>(height));
  const Cairo cairo = new_cairo(surface);
  cairo_translate(cairo.get(), width / 2, height / 2);
  cairo_rotate(cairo.get(), angle);
  cairo_set_source_surface(cairo.get(), upright.get(), -pixels.width / 2.0, -pixels.height / 2.0);
  cairo_paint(cairo.get());
  return to_pixels(surface);
}

void set_colour(const Cairo& cairo, Rgb colour, double alpha) {
  cairo_set_source_rgba(cairo.get(), colour.r / 255.0, colour.g / 255.0, colour.b / 255.0, alpha);
}

void rounded_rect(const Cairo& cairo, double x, double y, double w, double h, double radius) {
  const double r = std::min({radius, w / 2, h / 2});
  constexpr double kQuarter = std::numbers::pi / 2;
  cairo_new_sub_path(cairo.get());
  cairo_arc(cairo.get(), x + w - r, y + r, r, -kQuarter, 0);
  cairo_arc(cairo.get(), x + w - r, y + h - r, r, 0, kQuarter);
  cairo_arc(cairo.get(), x + r, y + h - r, r, kQuarter, 2 * kQuarter);
  cairo_arc(cairo.get(), x + r, y + r, r, 2 * kQuarter, 3 * kQuarter);
  cairo_close_path(cairo.get());
}

}  // namespace farewell::kiosk
