// Japanese as it is pronounced, in katakana, by MeCab and the IPA dictionary: espeak-ng's voice knows no
// kanji. The one file that calls MeCab. The thread that speaks.
#pragma once

#include <string>

#include "core/base/result.h"

namespace farewell::kiosk {

/// Words parted by spaces, punctuation kept: "本日は3分です。" becomes "ホンジツ ワ サン フン デス 。". What
/// the dictionary does not know stays as it is written. Errors: unavailable (no dictionary in UTF-8), saying
/// what to install.
Result<std::string> in_kana(const std::string& text);

}  // namespace farewell::kiosk
