// Text into speech, by the espeak-ng library: nothing is played here (sound.h). The one file that calls
// espeak. The library keeps its state in globals, so there is one Speech at a time; one thread makes and uses
// it.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "app/kiosk/sound/voices.h"
#include "core/base/result.h"

namespace farewell::kiosk {

class Speech {
 public:
  /// Takes what has been synthesised so far, kSampleRateHz; false: no more is wanted.
  using Take = std::function<bool(std::span<const std::int16_t>)>;

  /// Says `text` (UTF-8) by `voice`; a single character by its name. Returns once `take` has had all of it.
  /// Errors: unavailable (no such voice, no data), saying what to install.
  Status say(const std::string& text, const Voice& voice, const Take& take);

  /// Overwrites what the library remembers of the texts it has said.
  void forget();

 private:
  Status begin();
  std::size_t longest_bytes_ = 0;
};

}  // namespace farewell::kiosk
