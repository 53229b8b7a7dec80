#include "app/kiosk/ui/phrases.h"

#include <algorithm>

namespace farewell::kiosk {
namespace {

constexpr std::string_view kBreakHere = "\u200B", kJoiner = "\u2060";
constexpr char32_t kFirstEastAsian = 0x1100;  ///< what comes before in Unicode is not torn apart

struct Letter {
  std::string_view bytes;
  char32_t code = 0;
};

/// The first of `text`, which is valid UTF-8 and not empty.
Letter first_letter(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t code = size == 1 ? lead : lead & (0x7Fu >> size);
  const std::string_view bytes = text.substr(0, size);
  for (const char next : bytes.substr(1)) code = code << 6 | (static_cast<unsigned char>(next) & 0x3Fu);
  return {bytes, code};
}

bool is_space(const Letter& letter) {
  return letter.code == ' ' || letter.code == '\n' || letter.code == 0x3000 || letter.bytes == kBreakHere;
}

/// Joined to the letter before it already.
bool is_mark(const Letter& letter) {
  return letter.code == 0x3099 || letter.code == 0x309A || letter.code == 0x200D || letter.bytes == kJoiner ||
         (letter.code >= 0xFE00 && letter.code <= 0xFE0F);
}

bool would_be_torn(const Letter& before, const Letter& letter) {
  return !is_space(before) && !is_space(letter) && !is_mark(letter) && before.bytes != kJoiner &&
         std::max(before.code, letter.code) >= kFirstEastAsian;
}

void add_joined(std::string_view line, std::string& kept) {
  Letter before{" ", ' '};
  for (; !line.empty(); line.remove_prefix(before.bytes.size())) {
    const Letter letter = first_letter(line);
    if (would_be_torn(before, letter)) kept += kJoiner;
    kept += letter.bytes;
    before = letter;
  }
}

}  // namespace

std::string kept_together(const std::string& text, std::string_view language) {
  const bool by_words = language.starts_with("ko");
  if (!by_words && text.find(kBreakHere) == std::string::npos) return text;
  std::string kept;
  for (std::string_view left = text; !left.empty();) {
    const std::size_t end = left.find('\n');
    const std::string_view line = end == std::string_view::npos ? left : left.substr(0, end + 1);
    const bool joined = by_words || line.find(kBreakHere) != std::string_view::npos;
    joined ? add_joined(line, kept) : void(kept += line);
    left.remove_prefix(line.size());
  }
  return kept;
}

}  // namespace farewell::kiosk
