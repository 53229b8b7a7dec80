#include "app/kiosk/runtime/cues.h"

#include <utility>

namespace farewell::kiosk {

std::optional<Tone> Cues::look(const visit::State& state) {
  if (!state.visit || state.screen != visit::Screen::goodbye) return std::nullopt;
  const std::uint64_t number = state.visit->number;
  if (state.visit->help_call == visit::HelpCall::unavailable && std::exchange(chimed_, number) != number)
    return Tone::chime;
  if (visit::is_festive(visit::farewell(state)) && std::exchange(thanked_, number) != number)
    return Tone::thanks;
  return std::nullopt;
}

bool is_heard(Tone tone, SoundSetting setting, bool night) {
  if (setting == SoundSetting::off) return false;
  return tone == Tone::chime || !night || setting == SoundSetting::day_and_night;
}

}  // namespace farewell::kiosk
