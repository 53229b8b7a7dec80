// SDL's events in the terminal's own words: touches (finger or mouse), typed text, and what befalls the
// window. Which target was meant is settled in runtime/press.h. Drawing thread only, but for wake().
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "app/kiosk/runtime/attention.h"
#include "app/kiosk/runtime/options.h"
#include "app/kiosk/runtime/press.h"

namespace farewell::kiosk {

struct TypedText {
  std::string utf8;
};
struct DeletePressed {};
struct KeyDown {
  Key key = Key::other;
};
struct SpeechPressed {};  ///< F1: reads aloud, or says it again
struct PausePressed {};   ///< F2: pauses the voice, or lets it go on
struct VolumePressed {    ///< a volume key
  bool louder = true;
};
struct WindowChanged {};  ///< uncovered or another size: draw again
struct TexturesLost {};
struct Woken {};
struct Ended {};  ///< the window is to be closed

using Input = std::variant<Touch, TypedText, DeletePressed, KeyDown, SpeechPressed, PausePressed,
                           VolumePressed, WindowChanged, TexturesLost, Woken, Ended>;

/// Waits for input for up to `timeout_ms` (negative: as long as it takes) and returns all there is. A
/// finger's place is given as a share of the window, `size` makes pixels of it.
std::vector<Input> wait_for_input(std::int64_t timeout_ms, Size size);

/// Makes wait_for_input return with Woken. Any thread, once the window is open.
void wake();
/// Makes wait_for_input return with Ended. Any thread, once the window is open.
void ask_to_end();

/// Between these, key presses arrive as TypedText.
void start_typing();
void stop_typing();

}  // namespace farewell::kiosk
