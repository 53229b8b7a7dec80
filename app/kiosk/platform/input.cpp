#include "app/kiosk/platform/input.h"

#include <SDL.h>

#include <algorithm>
#include <limits>
#include <optional>

namespace farewell::kiosk {
namespace {

constexpr std::int64_t kMouse = std::numeric_limits<std::int64_t>::min();  // no finger has this number

std::optional<Input> read_button(const SDL_MouseButtonEvent& event) {
  if (event.which == SDL_TOUCH_MOUSEID || event.button != SDL_BUTTON_LEFT) return std::nullopt;
  const auto kind = event.type == SDL_MOUSEBUTTONDOWN ? Touch::Kind::down : Touch::Kind::up;
  return Touch{kind, kMouse, static_cast<float>(event.x), static_cast<float>(event.y)};
}

std::optional<Input> read_motion(const SDL_MouseMotionEvent& event) {
  if (event.which == SDL_TOUCH_MOUSEID || (event.state & SDL_BUTTON_LMASK) == 0) return std::nullopt;
  return Touch{Touch::Kind::moved, kMouse, static_cast<float>(event.x), static_cast<float>(event.y)};
}

Input read_finger(const SDL_TouchFingerEvent& event, Size size) {
  const auto kind = event.type == SDL_FINGERDOWN ? Touch::Kind::down
                    : event.type == SDL_FINGERUP ? Touch::Kind::up
                                                 : Touch::Kind::moved;
  return Touch{kind, event.fingerId, event.x * static_cast<float>(size.width),
               event.y * static_cast<float>(size.height)};
}

/// Tactile keypads send arrows and Enter, or the figures' block with its lock off.
Key key_of(const SDL_Keysym& keysym) {
  const bool figures = (keysym.mod & KMOD_NUM) != 0;
  switch (keysym.sym) {
    case SDLK_LEFT:
      return Key::left;
    case SDLK_RIGHT:
      return Key::right;
    case SDLK_UP:
      return Key::up;
    case SDLK_DOWN:
      return Key::down;
    case SDLK_KP_4:
      return figures ? Key::other : Key::left;
    case SDLK_KP_6:
      return figures ? Key::other : Key::right;
    case SDLK_KP_8:
      return figures ? Key::other : Key::up;
    case SDLK_KP_2:
      return figures ? Key::other : Key::down;
    case SDLK_KP_5:
      return figures ? Key::other : Key::enter;
    case SDLK_TAB:
      return (keysym.mod & KMOD_SHIFT) != 0 ? Key::previous : Key::next;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
    case SDLK_SELECT:
      return Key::enter;
    case SDLK_SPACE:
      return Key::space;
    case SDLK_ESCAPE:
    case SDLK_AC_BACK:
      return Key::back;
    default:
      return Key::other;
  }
}

std::optional<Input> read_key(const SDL_KeyboardEvent& event) {
  if (event.keysym.sym == SDLK_BACKSPACE) return DeletePressed{};
  if (event.repeat == 0 && event.keysym.sym == SDLK_F1) return SpeechPressed{};
  if (event.repeat == 0 && event.keysym.sym == SDLK_F2) return PausePressed{};
  if (event.keysym.sym == SDLK_VOLUMEUP) return VolumePressed{true};
  if (event.keysym.sym == SDLK_VOLUMEDOWN) return VolumePressed{false};
  const Key key = key_of(event.keysym);
  const bool moves = key != Key::enter && key != Key::space && key != Key::back && key != Key::other;
  if (event.repeat != 0 && !moves) return std::nullopt;
  return KeyDown{key};
}

std::optional<Input> read_window(const SDL_WindowEvent& event) {
  switch (event.event) {
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_RESTORED:
      return WindowChanged{};
    default:
      return std::nullopt;
  }
}

std::optional<Input> read(const SDL_Event& event, Size size) {
  switch (event.type) {
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
      return read_button(event.button);
    case SDL_MOUSEMOTION:
      return read_motion(event.motion);
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION:
      return read_finger(event.tfinger, size);
    case SDL_TEXTINPUT:
      return TypedText{event.text.text};
    case SDL_KEYDOWN:
      return read_key(event.key);
    case SDL_WINDOWEVENT:
      return read_window(event.window);
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
      return TexturesLost{};
    case SDL_USEREVENT:
      return Woken{};
    case SDL_QUIT:
      return Ended{};
    default:
      return std::nullopt;
  }
}

int as_timeout(std::int64_t ms) {
  return static_cast<int>(std::clamp<std::int64_t>(ms, 0, std::numeric_limits<int>::max()));
}

void push(std::uint32_t type) {
  SDL_Event event{};
  event.type = type;
  SDL_PushEvent(&event);
}

}  // namespace

std::vector<Input> wait_for_input(std::int64_t timeout_ms, Size size) {
  std::vector<Input> inputs;
  SDL_Event event;
  int got = timeout_ms < 0 ? SDL_WaitEvent(&event) : SDL_WaitEventTimeout(&event, as_timeout(timeout_ms));
  for (; got != 0; got = SDL_PollEvent(&event)) {
    if (auto input = read(event, size)) inputs.push_back(std::move(*input));
  }
  return inputs;
}

void wake() {
  push(SDL_USEREVENT);
}
void ask_to_end() {
  push(SDL_QUIT);
}
void start_typing() {
  SDL_StartTextInput();
}
void stop_typing() {
  SDL_StopTextInput();
}

}  // namespace farewell::kiosk
