#include "app/kiosk/platform/speech.h"

#include <espeak-ng/speak_lib.h>

#include <algorithm>

#include "app/kiosk/platform/kana.h"
#include "app/kiosk/sound/tones.h"
#include "core/base/text.h"
#include "core/visit/private_text.h"

namespace farewell::kiosk {
namespace {

constexpr std::size_t kRinseBytes = 256;
constexpr int kWordsPerMinute = 155;  // a little slower than espeak's own: heard once, in a shop

/// espeak's callback is a plain function, called on the thread that speaks.
const Speech::Take* taking = nullptr;

int take_samples(short* samples, int count, espeak_EVENT*) {
  if (taking == nullptr) return 1;
  if (samples == nullptr || count <= 0) return 0;
  return (*taking)({samples, static_cast<std::size_t>(count)}) ? 0 : 1;
}

void synthesise(const std::string& text) {
  if (grapheme_count(text) == 1) {
    espeak_Key(text.c_str());  // by its name, if it has one: a full stop is otherwise silent
  } else {
    espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8 | espeakENDPAUSE,
                 nullptr, nullptr);
  }
}

}  // namespace

Status Speech::begin() {
  // Once a process: 1.51 does not survive being ended and begun again.
  static const int rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, espeakINITIALIZE_DONT_EXIT);
  if (rate != kSampleRateHz)
    return Error{ErrorCode::unavailable, "espeak-ng cannot start; is the package espeak-ng-data installed?",
                 "speech"};
  espeak_SetSynthCallback(take_samples);
  espeak_SetParameter(espeakRATE, kWordsPerMinute, 0);
  return {};
}

Status Speech::say(const std::string& text, const Voice& voice, const Take& take) {
  if (const Status begun = begin(); !begun) return begun;
  if (espeak_SetVoiceByName(voice.name.c_str()) != EE_OK)
    return Error{ErrorCode::unavailable,
                 "espeak-ng has no voice '" + voice.name + "'; is the package espeak-ng-data whole?",
                 "speech"};
  longest_bytes_ = std::max(longest_bytes_, text.size());
  taking = &take;
  if (voice.reading == Reading::kana) {
    auto read = in_kana(text);
    if (read) synthesise(*read);
    if (read) visit::wipe(*read);
    taking = nullptr;
    return read ? Status() : Status(read.error());
  }
  synthesise(text);
  taking = nullptr;
  return {};
}

void Speech::forget() {
  if (longest_bytes_ == 0) return;
  // The library keeps the latest text in several buffers of its own, and the only way into them is to speak.
  const Take unheard = [](auto) { return true; };
  taking = &unheard;
  synthesise(std::string(longest_bytes_ + kRinseBytes, 'a'));
  taking = nullptr;
  longest_bytes_ = 0;
}

}  // namespace farewell::kiosk
