// One finger (or the mouse) on a scene: pressed on touching down, meant on lifting inside the same target,
// and let go of when it leaves. A second finger is not followed. Pure; drawing thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/kiosk/ui/scene.h"

namespace farewell::kiosk {

/// What a finger did. `finger` tells fingers apart; the mouse is one too.
struct Touch {
  enum class Kind { down, moved, up, lost };
  Kind kind = Kind::down;
  std::int64_t finger = 0;
  float x = 0, y = 0;  ///< pixels of the window
};

/// What it means.
struct Meant {
  std::optional<Intent> intent;  ///< a target was tapped
  bool nothing = false;          ///< a touch came to an end, or began, without meeting a target
};

class Press {
 public:
  Meant feel(const Touch& touch, const Scene& scene);
  /// The target that is held down in `scene`, by its place in Scene::targets; nothing: none.
  std::optional<std::size_t> pressed(const Scene& scene) const;

 private:
  struct Held {
    std::string label;
    Rect rect;
  };
  Meant down(const Touch& touch, const Scene& scene);
  std::optional<std::int64_t> finger_;
  std::optional<Held> held_;
};

/// The uppermost target there; nothing: none.
std::optional<std::size_t> target_at(const Scene& scene, float x, float y);

}  // namespace farewell::kiosk
