#include "app/kiosk/platform/window.h"

#include <SDL.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

namespace farewell::kiosk {
namespace {

constexpr double kLeastPanelMm = 120, kMostPanelMm = 1500;

/// A render node of the kernel's: there is a GPU that Mesa does not have to play.
bool has_gpu() {
  std::error_code failed;
  for (const auto& node : std::filesystem::directory_iterator("/dev/dri", failed)) {
    if (node.path().filename().string().starts_with("renderD")) return true;
  }
  return false;
}

/// A display server without a panel makes up 96 dpi; only a panel's EDID is worth believing.
bool a_panel_said_its_size() {
  std::error_code failed;
  for (const auto& connector : std::filesystem::directory_iterator("/sys/class/drm", failed)) {
    std::ifstream edid(connector.path() / "edid", std::ios::binary);
    if (edid.peek() != std::ifstream::traits_type::eof()) return true;
  }
  return false;
}

void hint() {
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS,
              "0");  // one touch is one event: fingers and mouse are told apart here
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
  if (!has_gpu()) {
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, "software");
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  }
}

Error cannot(const std::string& what, const std::string& then) {
  return {ErrorCode::unavailable, what + ": " + SDL_GetError() + "; " + then, "display"};
}

}  // namespace

Result<std::unique_ptr<Window>> Window::open(std::optional<Size> windowed) {
  hint();
  if (SDL_Init(SDL_INIT_VIDEO) != 0) {
    return cannot("there is none to draw on", "check DISPLAY or WAYLAND_DISPLAY, or start it in cage");
  }
  const Size size = windowed.value_or(Size{});
  const std::uint32_t flags = windowed ? SDL_WINDOW_SHOWN : SDL_WINDOW_SHOWN | SDL_WINDOW_FULLSCREEN_DESKTOP;
  const int where = windowed ? SDL_WINDOWPOS_CENTERED : SDL_WINDOWPOS_UNDEFINED;
  SDL_Window* window = SDL_CreateWindow("Farewell", where, where, size.width, size.height, flags);
  if (window == nullptr) {
    const Error error = cannot("no window could be opened", "check the display server's log");
    SDL_Quit();
    return error;
  }
  SDL_Renderer* renderer = SDL_CreateRenderer(window, -1, 0);
  if (renderer == nullptr) {
    const Error error = cannot("nothing can draw in the window", "try SDL_RENDER_DRIVER=software");
    SDL_DestroyWindow(window);
    SDL_Quit();
    return error;
  }
  if (!windowed) SDL_ShowCursor(SDL_DISABLE);
  return std::unique_ptr<Window>(new Window(window, renderer, windowed ? Fills::part : Fills::panel));
}

Window::~Window() {
  if (canvas_ != nullptr) SDL_DestroyTexture(canvas_);
  SDL_DestroyRenderer(renderer_);
  SDL_DestroyWindow(window_);
  SDL_Quit();
}

Size Window::size() const {
  Size size;
  SDL_GetRendererOutputSize(renderer_, &size.width, &size.height);
  return size;
}

double Window::panel_mm() const {
  const int display = SDL_GetWindowDisplayIndex(window_);
  float dpi = 0;
  SDL_DisplayMode mode;
  if (fills_ != Fills::panel || display < 0 || !a_panel_said_its_size()) return 0;
  if (SDL_GetDisplayDPI(display, &dpi, nullptr, nullptr) != 0 || dpi <= 0) return 0;
  if (SDL_GetDesktopDisplayMode(display, &mode) != 0) return 0;
  const double diagonal_mm = std::hypot(mode.w, mode.h) / dpi * 25.4;
  return diagonal_mm >= kLeastPanelMm && diagonal_mm <= kMostPanelMm ? diagonal_mm : 0;
}

// SDL's software renderer stretches translucent pictures rightly onto ARGB only, and a window has no alpha.
void Window::begin() {
  if (const Size now = size(); now != canvas_size_) {
    if (canvas_ != nullptr) SDL_DestroyTexture(canvas_);
    canvas_ = SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_TARGET, now.width,
                                now.height);
    if (canvas_ != nullptr) SDL_SetTextureBlendMode(canvas_, SDL_BLENDMODE_NONE);
    canvas_size_ = now;
  }
  SDL_SetRenderTarget(renderer_, canvas_);
}

void Window::present() {
  SDL_SetRenderTarget(renderer_, nullptr);
  if (canvas_ != nullptr) SDL_RenderCopy(renderer_, canvas_, nullptr, nullptr);
  SDL_RenderPresent(renderer_);
}

}  // namespace farewell::kiosk
