// Scenes onto a renderer: Dear ImGui's draw lists over textures of type, art, shapes and land, each made once
// and kept. Moves what moves (screens, presses) and says whether anything still does. Drawing thread only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "app/kiosk/ui/land.h"
#include "app/kiosk/ui/scene.h"
#include "app/kiosk/ui/shapes.h"
#include "app/kiosk/ui/theme.h"
#include "app/kiosk/ui/type.h"

struct SDL_Renderer;
struct SDL_Texture;
struct ImDrawList;

namespace farewell::kiosk {

/// One picture to be drawn.
struct Frame {
  const Scene& scene;
  const Theme& theme;
  const Metrics& metrics;
  std::string screen;    ///< what it is called; another name than before is a screen change
  std::string language;  ///< BCP 47
  int pressed = -1;      ///< the target held down, as an index; -1: none
  std::int64_t now_ms = 0;
};

class Painter {
 public:
  Painter(SDL_Renderer* renderer, std::filesystem::path assets, Type& type, Motion motion = Motion::full);
  ~Painter();

  /// Draws; the caller presents. True while something still moves and another picture is due.
  bool draw(const Frame& frame);
  /// Forgets all textures: the renderer lost them, or the theme is another.
  void forget();
  /// Nobody is here and nothing moves: keeps only what the last picture was made of.
  void rest();

 private:
  struct Kept {
    SDL_Texture* texture = nullptr;
    int width = 0, height = 0, left = 0, top = 0;  ///< left, top as Pixels; for shapes: margin, end
    float middle_x = 0, middle_y = 0;  ///< of a text, before it was turned, from its rect's corner
    std::uint64_t used = 0;            ///< in which frame
    bool typed = false;                ///< not kept beyond the frames that show it
  };
  struct KeptLand {
    std::string key;
    Background background;
    SDL_Texture* texture = nullptr;
  };

  Kept keep(const Pixels& pixels) const;
  const Kept& text(const Frame& frame, const Text& text);
  const Kept& picture(const Frame& frame, const Picture& picture);
  const Kept& shape(const Frame& frame, const Box& box);
  const Kept& ring(const Frame& frame, const Ring& ring);
  const Kept& matrix(const Matrix& matrix);
  SDL_Texture* land(const Frame& frame);

  void paint(const Frame& frame, const Box& box, float dy, float alpha);
  void paint(const Frame& frame, const Text& text, float dy, float alpha);
  void paint(const Frame& frame, const Picture& picture, float dy, float alpha);
  /// Three columns of a shape's texture: the ends as they are, the middle stretched to `width`.
  void paint_columns(const Kept& kept, float x, float y, float width, float alpha);
  void paint(const Frame& frame, const Matrix& matrix, float dy, float alpha);
  void paint_elements(const Frame& frame);
  void paint_ring(const Frame& frame);
  void drop_typed();
  void drop_unused();
  void drop_lands(std::size_t but);  ///< but for the latest so many
  void drop_unless(bool (*keeps)(const Kept& kept, std::uint64_t frame));
  /// 0 to 1, eased; 1 when nothing moves.
  float entered(const Frame& frame);
  float sunk(const Frame& frame, int element);

  SDL_Renderer* renderer_;
  std::filesystem::path assets_;
  Type& type_;
  Motion motion_;
  ImDrawList* list_ = nullptr;
  SDL_Texture* font_ = nullptr;
  std::map<std::string, Kept> kept_;
  std::list<KeptLand> lands_;  ///< the latest first
  std::unique_ptr<FlowerPress> press_;
  std::string theme_key_;
  std::uint64_t frame_ = 0;
  std::string screen_;
  std::int64_t screen_since_ms_ = 0;
  int pressed_ = -1;
  std::int64_t pressed_since_ms_ = 0;
  std::optional<Rect> ring_from_, ring_to_;
  std::int64_t ring_since_ms_ = 0;
  bool moving_ = false;
};

}  // namespace farewell::kiosk
