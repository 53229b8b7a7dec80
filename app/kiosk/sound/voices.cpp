#include "app/kiosk/sound/voices.h"

#include <algorithm>
#include <array>

namespace farewell::kiosk {
namespace {

struct Known {
  std::string_view tag;
  std::string_view voice;
};

/// Narrower tags before wider ones. The Mandarin voice called "cmn" reads its own pinyin as English.
constexpr std::array kKnown = {
    Known{"ar", "ar"},
    Known{"da", "da"},
    Known{"de", "de"},
    Known{"en-US", "en-us"},
    Known{"en", "en"},
    Known{"es-419", "es-419"},
    Known{"es", "es"},
    Known{"fi", "fi"},
    Known{"fr", "fr"},
    Known{"hi", "hi"},
    Known{"it", "it"},
    Known{"ja", "ja"},
    Known{"ko", "ko"},
    Known{"nb", "nb"},
    Known{"nl", "nl"},
    Known{"no", "nb"},
    Known{"pl", "pl"},
    Known{"pt-BR", "pt-br"},
    Known{"pt", "pt"},
    Known{"sv", "sv"},
    Known{"tr", "tr"},
    Known{"uk", "uk"},
    Known{"zh", "cmn-latn-pinyin"},
};

bool covers(std::string_view wide, std::string_view tag) {
  return tag.starts_with(wide) && (tag.size() == wide.size() || tag[wide.size()] == '-');
}

}  // namespace

std::optional<Voice> voice_for(std::string_view tag) {
  const auto known = std::ranges::find_if(kKnown, [&](const Known& it) { return covers(it.tag, tag); });
  if (known == kKnown.end()) return std::nullopt;
  return Voice{std::string(known->voice), known->tag == "ja" ? Reading::kana : Reading::as_written};
}

}  // namespace farewell::kiosk
