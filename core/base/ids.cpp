#include "core/base/ids.h"

#include <sodium.h>
#include <sys/random.h>

#include <array>
#include <cerrno>
#include <cstdlib>

namespace farewell {
namespace {

using Uuid = std::array<std::uint8_t, 16>;

constexpr bool hyphen_at(std::size_t i) {
  return i == 8 || i == 13 || i == 18 || i == 23;
}

std::string to_text(Uuid bytes, int version) {
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | version << 4);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
  std::string text = to_hex(bytes);
  for (const std::size_t at : {8u, 13u, 18u, 23u}) text.insert(at, 1, '-');
  return text;
}

}  // namespace

void fill_random(std::span<std::uint8_t> bytes) {
  while (!bytes.empty()) {
    const ssize_t got = getrandom(bytes.data(), bytes.size(), 0);
    if (got > 0) {
      bytes = bytes.subspan(static_cast<std::size_t>(got));
    } else if (errno != EINTR) {
      std::abort();  // no kernel randomness: nothing that needs it may go on
    }
  }
}

std::string new_uuid_v4() {
  Uuid bytes;
  fill_random(bytes);
  return to_text(bytes, 4);
}

std::string new_uuid_v7(std::int64_t utc_ms) {
  Uuid bytes;
  fill_random(std::span(bytes).subspan(6));
  for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<std::uint8_t>(utc_ms >> (40 - 8 * i));
  return to_text(bytes, 7);
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    if (hyphen_at(i) ? c != '-' : !hex) return false;
  }
  return true;
}

std::string to_hex(std::span<const std::uint8_t> bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();
  return text;
}

}  // namespace farewell
