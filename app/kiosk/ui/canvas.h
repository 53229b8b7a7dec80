// A picture in memory that a painter can draw on without a display: the same pixels every time. Drawing
// thread.
#pragma once

#include <memory>

#include "app/kiosk/ui/type.h"
#include "core/base/result.h"

struct SDL_Renderer;
struct SDL_Surface;

namespace farewell::kiosk {

class Canvas {
 public:
  /// Errors: internal (SDL's software renderer did not start).
  static Result<Canvas> make(int width, int height);

  SDL_Renderer* renderer() const { return renderer_.get(); }
  /// What was drawn, opaque.
  Pixels pixels() const;

 private:
  struct End {
    void operator()(SDL_Surface* surface) const;
    void operator()(SDL_Renderer* renderer) const;
  };
  std::unique_ptr<SDL_Surface, End> surface_;
  std::unique_ptr<SDL_Renderer, End> renderer_;
};

}  // namespace farewell::kiosk
