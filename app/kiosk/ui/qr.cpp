#include "app/kiosk/ui/qr.h"

#include <qrencode.h>

#include <algorithm>
#include <cerrno>
#include <memory>

namespace farewell::kiosk {
namespace {

constexpr std::uint32_t kDark = 0xFF1B2E29, kLight = 0xFFFFFCF4;

}  // namespace

Result<QrCode> qr_of(const std::string& text) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(
      QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_H, QR_MODE_8, 1), &QRcode_free);
  if (made == nullptr) {
    const bool too_large = errno == ERANGE;
    return Error{too_large ? ErrorCode::too_large : ErrorCode::internal, "makes no QR code", text};
  }
  QrCode code;
  code.side = made->width;
  const auto count = static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width);
  for (std::size_t i = 0; i < count; ++i) code.dark.push_back((made->data[i] & 1) != 0);
  return code;
}

Pixels draw_qr(const QrCode& code, int edge) {
  const int module_px = std::max(edge / code.side_with_quiet(), 1);
  Pixels pixels;
  pixels.width = pixels.height = module_px * code.side_with_quiet();
  const auto width = static_cast<std::size_t>(pixels.width);
  pixels.argb.assign(width * width, kLight);
  for (std::size_t y = 0; y < width; ++y) {
    for (std::size_t x = 0; x < width; ++x) {
      const int row = static_cast<int>(y) / module_px - kQuietModules;
      const int column = static_cast<int>(x) / module_px - kQuietModules;
      const bool inside = row >= 0 && row < code.side && column >= 0 && column < code.side;
      if (inside && code.dark[static_cast<std::size_t>(row * code.side + column)]) {
        pixels.argb[y * width + x] = kDark;
      }
    }
  }
  return pixels;
}

}  // namespace farewell::kiosk
