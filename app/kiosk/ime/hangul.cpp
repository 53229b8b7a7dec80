#include "app/kiosk/ime/hangul.h"

#include <hangul.h>

#include <array>
#include <cstddef>
#include <memory>

namespace farewell::kiosk {
namespace {

struct KeyOfJamo {
  std::string_view jamo;
  char key;  ///< where it stands on a QWERTY keyboard, which is how libhangul knows it
};
constexpr std::array<KeyOfJamo, 33> kTwoSet = {{
    {"ㅂ", 'q'}, {"ㅈ", 'w'}, {"ㄷ", 'e'}, {"ㄱ", 'r'}, {"ㅅ", 't'}, {"ㅛ", 'y'}, {"ㅕ", 'u'},
    {"ㅑ", 'i'}, {"ㅐ", 'o'}, {"ㅔ", 'p'}, {"ㅁ", 'a'}, {"ㄴ", 's'}, {"ㅇ", 'd'}, {"ㄹ", 'f'},
    {"ㅎ", 'g'}, {"ㅗ", 'h'}, {"ㅓ", 'j'}, {"ㅏ", 'k'}, {"ㅣ", 'l'}, {"ㅋ", 'z'}, {"ㅌ", 'x'},
    {"ㅊ", 'c'}, {"ㅍ", 'v'}, {"ㅠ", 'b'}, {"ㅜ", 'n'}, {"ㅡ", 'm'}, {"ㅃ", 'Q'}, {"ㅉ", 'W'},
    {"ㄸ", 'E'}, {"ㄲ", 'R'}, {"ㅆ", 'T'}, {"ㅒ", 'O'}, {"ㅖ", 'P'},
}};
constexpr std::size_t kJamoBytes = 3;

char key_of(std::string_view jamo) {
  for (const KeyOfJamo& one : kTwoSet)
    if (one.jamo == jamo) return one.key;
  return 0;
}

struct DeleteContext {
  void operator()(HangulInputContext* context) const { hangul_ic_delete(context); }
};
using Context = std::unique_ptr<HangulInputContext, DeleteContext>;

/// Everything libhangul gives back lies between U+0800 and U+FFFF: three bytes of UTF-8 each.
std::string to_utf8(const ucschar* text) {
  std::string utf8;
  for (; *text != 0; ++text) {
    utf8 += static_cast<char>(0xE0 | (*text >> 12));
    utf8 += static_cast<char>(0x80 | ((*text >> 6) & 0x3F));
    utf8 += static_cast<char>(0x80 | (*text & 0x3F));
  }
  return utf8;
}

struct Made {
  std::string finished, syllable;
};

Made typed(std::string_view jamo) {
  const Context context(hangul_ic_new("2"));
  Made made;
  for (; jamo.size() >= kJamoBytes; jamo.remove_prefix(kJamoBytes)) {
    hangul_ic_process(context.get(), key_of(jamo.substr(0, kJamoBytes)));
    made.finished += to_utf8(hangul_ic_get_commit_string(context.get()));
  }
  made.syllable = to_utf8(hangul_ic_get_preedit_string(context.get()));
  return made;
}

}  // namespace

bool is_jamo(std::string_view letter) {
  return key_of(letter) != 0;
}

Composed compose_hangul(std::string_view jamo) {
  const Made all = typed(jamo);
  if (all.finished.empty()) return {{}, all.syllable, std::string(jamo)};
  // What is in progress was made by the last letters alone: as few as make the same.
  for (std::size_t bytes = kJamoBytes; bytes < jamo.size(); bytes += kJamoBytes) {
    const std::string_view last = jamo.substr(jamo.size() - bytes);
    const Made alone = typed(last);
    if (alone.finished.empty() && alone.syllable == all.syllable)
      return {all.finished, all.syllable, std::string(last)};
  }
  return {all.finished + all.syllable, {}, {}};
}

}  // namespace farewell::kiosk
