// Which of espeak-ng's voices speaks a language, and which languages none speaks well enough to be
// understood. Measured with Debian 12's espeak-ng 1.51; that a voice is there to be loaded is
// platform/speech.h's. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace farewell::kiosk {

/// How a text is written before it is spoken.
enum class Reading {
  as_written,
  kana,  ///< Japanese: the voice knows no kanji, so words are put in the kana they are pronounced as
};

struct Voice {
  std::string name;  ///< espeak-ng's
  Reading reading = Reading::as_written;
  bool operator==(const Voice&) const = default;
};

/// The voice for a language by its BCP 47 tag ("zh-Hans", "pt-BR"): the nearest there is. Nothing: there is
/// none that a listener would understand. So it is in Thai, where 1.51 leaves out vowels and spells, in
/// Hebrew, whose writing leaves out vowels that the voice does not put back, and in languages not known here.
std::optional<Voice> voice_for(std::string_view tag);

}  // namespace farewell::kiosk
