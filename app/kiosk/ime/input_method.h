// Composed letters in, what they may become out: pinyin into hanzi, kana into kanji. Learns nothing and
// writes nothing: no dictionary of a user's words is read or made. No drawing, and no memory from one call to
// the next. One thread at a time.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/kiosk/ime/candidate.h"
#include "core/base/result.h"

namespace farewell::kiosk {

inline constexpr std::size_t kMostCandidates = 40;

class InputMethod {
 public:
  virtual ~InputMethod() = default;
  /// Best first, at most kMostCandidates; none for letters that are not its own. The first one stands for all
  /// of the letters.
  virtual std::vector<Candidate> candidates(const std::string& composing) = 0;
};

/// "zh" (libpinyin) or "ja" (anthy). Errors: not_found (no other language needs one), unavailable (its
/// dictionary cannot be read).
Result<std::unique_ptr<InputMethod>> open_input_method(std::string_view language);

/// Errors: unavailable. Once a program.
Result<std::unique_ptr<InputMethod>> open_pinyin();
Result<std::unique_ptr<InputMethod>> open_kana_kanji();

}  // namespace farewell::kiosk
