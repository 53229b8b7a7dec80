#include "core/base/base64.h"

#include <sodium.h>

namespace farewell {
namespace {

std::string encoded(std::span<const std::uint8_t> bytes, int variant) {
  std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
  text.pop_back();  // the terminating zero that libsodium counts in
  return text;
}

}  // namespace

std::string to_base64(std::span<const std::uint8_t> bytes) {
  return encoded(bytes, sodium_base64_VARIANT_ORIGINAL);
}

std::string to_base64url(std::span<const std::uint8_t> bytes) {
  return encoded(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

Result<std::vector<std::uint8_t>> from_base64(std::string_view text) {
  std::vector<std::uint8_t> bytes(text.size() / 4 * 3 + 3);
  std::size_t size = 0;
  if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size, nullptr,
                        sodium_base64_VARIANT_ORIGINAL) != 0) {
    return Error{ErrorCode::invalid, "not base64 with padding and without spaces (RFC 4648, 4)", ""};
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace farewell
