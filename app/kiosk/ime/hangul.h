// Korean: jamo into syllables, by libhangul and the two-set keyboard (KS X 5002). Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace farewell::kiosk {

/// One of the 33 letters on a two-set keyboard: "ㅎ", "ㅏ", "ㄲ".
bool is_jamo(std::string_view letter);

struct Composed {
  std::string finished;  ///< syllables to which nothing more can join
  std::string syllable;  ///< the one in progress
  std::string jamo;      ///< the letters it was composed of
};

/// What the letters in `jamo` make, typed one after the other: "ㅎㅏㄴㅏ" finishes 하 and goes on with 나.
Composed compose_hangul(std::string_view jamo);

}  // namespace farewell::kiosk
