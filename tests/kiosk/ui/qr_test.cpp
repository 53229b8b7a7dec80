#include "app/kiosk/ui/qr.h"

#include <catch2/catch.hpp>

namespace farewell::kiosk {
namespace {

bool dark(const QrCode& code, int x, int y) {
  return code.dark[static_cast<std::size_t>(y * code.side + x)];
}

std::uint32_t at(const Pixels& pixels, int x, int y) {
  return pixels.argb[static_cast<std::size_t>(y * pixels.width + x)];
}

}  // namespace

TEST_CASE("a treat's code is the smallest QR code there is, at the level that survives most") {
  const auto code = qr_of("K7QM-2RXD");
  REQUIRE(code);
  CHECK(code->side == 21);
  // The level is in the first two format bits, masked by 10 (ISO/IEC 18004, 7.9): H is 10.
  CHECK(dark(*code, 0, 8) == ((0b10 ^ 0b10) & 2));
  CHECK(dark(*code, 1, 8) == ((0b10 ^ 0b10) & 1));
}

TEST_CASE("a QR code has its three finders") {
  const auto code = qr_of("K7QM-2RXD");
  REQUIRE(code);
  for (const auto& [x, y] : {std::pair{0, 0}, {14, 0}, {0, 14}}) {
    for (int i = 0; i < 7; ++i) {
      CHECK(dark(*code, x + i, y));
      CHECK(dark(*code, x, y + i));
    }
    CHECK_FALSE(dark(*code, x + 1, y + 1));
    CHECK(dark(*code, x + 3, y + 3));
  }
}

TEST_CASE("a picture of it has four light modules on every side and whole pixels in each module") {
  const auto code = qr_of("K7QM-2RXD");
  REQUIRE(code);
  const Pixels pixels = draw_qr(*code, 380);
  CHECK(pixels.width == 29 * 13);
  CHECK(pixels.height == pixels.width);
  const std::uint32_t light = at(pixels, 0, 0);
  for (int i = 0; i < pixels.width; ++i) {
    for (int k = 0; k < 4 * 13; ++k) {
      REQUIRE(at(pixels, i, k) == light);
      REQUIRE(at(pixels, k, i) == light);
      REQUIRE(at(pixels, i, pixels.width - 1 - k) == light);
      REQUIRE(at(pixels, pixels.width - 1 - k, i) == light);
    }
  }
  CHECK(at(pixels, 4 * 13, 4 * 13) != light);
  CHECK(at(pixels, 4 * 13 + 12, 4 * 13 + 12) != light);
  CHECK(at(pixels, 4 * 13 + 13, 4 * 13 + 13) == light);
}

TEST_CASE("a text that no QR code holds is refused") {
  CHECK(qr_of(std::string(5000, 'x')).error().code == ErrorCode::too_large);
}

}  // namespace farewell::kiosk
