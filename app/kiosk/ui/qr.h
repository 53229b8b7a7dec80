// A text as a QR code, and its picture in whole pixels. Not where it stands (scene.h). Pure; any thread.
// Source: ISO/IEC 18004, by libqrencode, at the level that survives the most damage (H) while it stays small.
#pragma once

#include <string>
#include <vector>

#include "app/kiosk/ui/type.h"
#include "core/base/result.h"

namespace farewell::kiosk {

/// The quiet zone on each side that a reader needs, in modules (ISO/IEC 18004, 6.3.8).
inline constexpr int kQuietModules = 4;

struct QrCode {
  int side = 0;            ///< modules along an edge, without the quiet zone
  std::vector<bool> dark;  ///< row by row, side × side
  int side_with_quiet() const { return side + 2 * kQuietModules; }
};

/// Errors: too_large, internal.
Result<QrCode> qr_of(const std::string& text);

/// Ink upon tile colour by day, its quiet zone about it, each module as many whole pixels as fit `edge`.
Pixels draw_qr(const QrCode& code, int edge);

}  // namespace farewell::kiosk
