#include "tests/golden/pictures.h"

#include <algorithm>
#include <cstdlib>

#include "app/kiosk/ui/pixels.h"

namespace farewell::kiosk::golden {
namespace {

constexpr int kSmallDelta = 24;  // of 255, in any channel
constexpr int kStep = 17;        // sixteen shades of a channel

int channel(std::uint32_t pixel, int shift) {
  return static_cast<int>(pixel >> shift & 255);
}

bool differ(std::uint32_t one, std::uint32_t other) {
  for (const int shift : {0, 8, 16})
    if (std::abs(channel(one, shift) - channel(other, shift)) > kSmallDelta) return true;
  return false;
}

}  // namespace

Pixels halved(const Pixels& pixels) {
  Pixels small;
  small.width = pixels.width / 2;
  small.height = pixels.height / 2;
  small.argb.reserve(static_cast<std::size_t>(small.width * small.height));
  for (int y = 0; y < small.height; ++y)
    for (int x = 0; x < small.width; ++x) {
      const std::uint32_t* row = &pixels.argb[static_cast<std::size_t>(2 * y * pixels.width + 2 * x)];
      std::uint32_t mean = 0xFF000000u;
      for (const int shift : {0, 8, 16}) {
        const int sum = channel(row[0], shift) + channel(row[1], shift) + channel(row[pixels.width], shift) +
                        channel(row[pixels.width + 1], shift);
        mean |= static_cast<std::uint32_t>((sum / 4 + kStep / 2) / kStep * kStep) << shift;
      }
      small.argb.push_back(mean);
    }
  return small;
}

Pixels read_png(const std::filesystem::path& path) {
  const Surface surface(cairo_image_surface_create_from_png(path.c_str()));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return {};
  // Onto a surface of our own, whatever the file's format.
  const Surface copy = new_surface(cairo_image_surface_get_width(surface.get()),
                                   cairo_image_surface_get_height(surface.get()));
  const Cairo cairo = new_cairo(copy);
  cairo_set_source_surface(cairo.get(), surface.get(), 0, 0);
  cairo_paint(cairo.get());
  return to_pixels(copy);
}

double difference(const Pixels& one, const Pixels& other) {
  if (one.width != other.width || one.height != other.height || one.argb.empty()) return 1;
  std::size_t count = 0;
  for (std::size_t i = 0; i < one.argb.size(); ++i) count += differ(one.argb[i], other.argb[i]);
  return static_cast<double>(count) / static_cast<double>(one.argb.size());
}

}  // namespace farewell::kiosk::golden
