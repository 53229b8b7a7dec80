#include "core/treat/code.h"

#include <sodium.h>

#include <array>
#include <cassert>

#include "core/base/printable.h"

namespace farewell::treat {
namespace {

constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kLength = 8;  // two of the serial, five of the proof, one that checks
constexpr std::size_t kProofAt = 2, kCheckAt = 7;
constexpr std::size_t kHyphenAt = 4;

using Symbols = std::array<std::uint8_t, kLength>;

/// The first 64 bits of HMAC-SHA-256.
std::uint64_t proof(const Key& key, const std::string& message) {
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> mac{};
  static_assert(crypto_auth_hmacsha256_KEYBYTES == sizeof(Key));
  crypto_auth_hmacsha256(mac.data(), reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                         key.data());
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 8; ++i) bits = bits << 8 | mac[i];
  return bits;
}

std::uint64_t mask_of(const Key& key, const Day& day) {
  return proof(key, "farewell treat 1 mask " + to_text(day)) >> 54;
}

std::uint64_t proof_of(const Key& key, const Day& day, int serial) {
  return proof(key, "farewell treat 1 " + to_text(day) + " " + std::to_string(serial)) >> 39;
}

/// x times the field's generator. The field has 32 elements, modulo x^5 + x^2 + 1.
std::uint8_t doubled(std::uint8_t x) {
  return static_cast<std::uint8_t>((x & 16) != 0 ? (x << 1) ^ 0x25 : x << 1);
}

/// Each place counts with another power of the generator, so that one wrong letter, or two swapped, do not
/// come out even.
std::uint8_t check_of(const Symbols& symbols) {
  std::uint8_t sum = 0;
  for (std::size_t i = 0; i < kCheckAt; ++i) sum = doubled(sum ^ symbols[i]);
  return sum;
}

void put(Symbols& symbols, std::size_t from, std::size_t count, std::uint64_t bits) {
  for (std::size_t i = 0; i < count; ++i) {
    symbols[from + i] = static_cast<std::uint8_t>(bits >> (5 * (count - 1 - i)) & 31);
  }
}

std::uint64_t taken(const Symbols& symbols, std::size_t from, std::size_t count) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < count; ++i) bits = bits << 5 | symbols[from + i];
  return bits;
}

std::string written(const Symbols& symbols) {
  std::string code;
  for (const std::uint8_t symbol : symbols) {
    if (code.size() == kHyphenAt) code += '-';
    code += kLetters[symbol];
  }
  return code;
}

/// The letter's number, or nothing for what is no letter of ours.
std::optional<std::uint8_t> symbol_of(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'O') c = '0';
  if (c == 'I' || c == 'L') c = '1';
  const auto at = kLetters.find(c);
  if (at == kLetters.npos) return std::nullopt;
  return static_cast<std::uint8_t>(at);
}

Error not_a_code(std::string_view typed, const char* why) {
  return {ErrorCode::invalid, why, short_and_printable(typed)};
}

Result<Symbols> read(std::string_view typed) {
  static constexpr const char* kNoCode = "is no treat's code, which has eight letters and digits";
  Symbols symbols{};
  std::size_t count = 0;
  for (const char c : typed) {
    if (c == ' ' || c == '-') continue;
    const auto symbol = symbol_of(c);
    if (!symbol || count == kLength) return not_a_code(typed, kNoCode);
    symbols[count++] = *symbol;
  }
  if (count < kLength) return not_a_code(typed, kNoCode);
  return symbols;
}

}  // namespace

std::string make_code(const Key& key, const Day& day, int serial) {
  assert(serial >= 1 && serial <= kMostSerial);
  Symbols symbols{};
  put(symbols, 0, kProofAt, static_cast<std::uint64_t>(serial) ^ mask_of(key, day));
  put(symbols, kProofAt, kCheckAt - kProofAt, proof_of(key, day, serial));
  symbols[kCheckAt] = check_of(symbols);
  return written(symbols);
}

Result<std::string> normalise_code(std::string_view typed) {
  const auto symbols = read(typed);
  if (!symbols) return symbols.error();
  if ((*symbols)[kCheckAt] != check_of(*symbols)) {
    return not_a_code(typed, "has a letter wrong; read it once more");
  }
  return written(*symbols);
}

std::optional<int> serial_of(std::string_view code, const Key& key, const Day& day) {
  const auto symbols = read(code);
  if (!symbols) return std::nullopt;
  const auto serial = static_cast<int>(taken(*symbols, 0, kProofAt) ^ mask_of(key, day));
  if (serial < 1 || taken(*symbols, kProofAt, kCheckAt - kProofAt) != proof_of(key, day, serial)) {
    return std::nullopt;
  }
  return serial;
}

}  // namespace farewell::treat
