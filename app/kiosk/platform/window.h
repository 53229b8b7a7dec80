// The window and its renderer: full screen without a pointer, or windowed. No events (input.h) and no
// pictures (ui/painter.h). Drawing thread only.
#pragma once

#include <memory>
#include <optional>

#include "app/kiosk/runtime/options.h"
#include "core/base/result.h"

struct SDL_Window;
struct SDL_Renderer;
struct SDL_Texture;

namespace farewell::kiosk {

class Window {
 public:
  /// `windowed` nothing: the full screen. Without a GPU the software renderer is chosen, which starts sooner,
  /// needs less and draws faster than Mesa's. Errors: unavailable, saying what a technician would look at.
  static Result<std::unique_ptr<Window>> open(std::optional<Size> windowed);
  ~Window();

  SDL_Renderer* renderer() const { return renderer_; }
  Size size() const;
  /// The diagonal of the panel that the window fills, by the panel's own word (EDID); 0: it has none, or does
  /// not fill it.
  double panel_mm() const;
  /// Before each picture: it is drawn on a canvas of the window's size.
  void begin();
  void present();

 private:
  enum class Fills { panel, part };
  Window(SDL_Window* window, SDL_Renderer* renderer, Fills fills)
      : window_(window), renderer_(renderer), fills_(fills) {}
  SDL_Window* window_;
  SDL_Renderer* renderer_;
  Fills fills_;
  SDL_Texture* canvas_ = nullptr;
  Size canvas_size_{0, 0};
};

}  // namespace farewell::kiosk
