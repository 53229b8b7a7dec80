#include "app/kiosk/ui/canvas.h"

#include <SDL.h>

#include <algorithm>
#include <iterator>

namespace farewell::kiosk {

void Canvas::End::operator()(SDL_Surface* surface) const {
  SDL_FreeSurface(surface);
}
void Canvas::End::operator()(SDL_Renderer* renderer) const {
  SDL_DestroyRenderer(renderer);
}

Result<Canvas> Canvas::make(int width, int height) {
  Canvas canvas;
  canvas.surface_.reset(SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888));
  if (canvas.surface_ != nullptr) canvas.renderer_.reset(SDL_CreateSoftwareRenderer(canvas.surface_.get()));
  if (canvas.renderer_ == nullptr)
    return Error{ErrorCode::internal, SDL_GetError(), "SDL's software renderer"};
  return canvas;
}

Pixels Canvas::pixels() const {
  SDL_RenderFlush(renderer_.get());
  const SDL_Surface& surface = *surface_;
  Pixels pixels;
  pixels.width = surface.w;
  pixels.height = surface.h;
  pixels.argb.reserve(static_cast<std::size_t>(surface.w) * static_cast<std::size_t>(surface.h));
  for (int y = 0; y < surface.h; ++y) {
    const auto* row = reinterpret_cast<const std::uint32_t*>(static_cast<const char*>(surface.pixels) +
                                                             static_cast<std::ptrdiff_t>(y) * surface.pitch);
    std::transform(row, row + surface.w, std::back_inserter(pixels.argb),
                   [](std::uint32_t pixel) { return pixel | 0xFF000000u; });
  }
  return pixels;
}

}  // namespace farewell::kiosk
