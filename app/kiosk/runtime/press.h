// One finger (or the mouse) on a scene: pressed on touching down, meant on lifting inside the same target,
// and let go of when it leaves. A second finger is not followed, and the second half of a double tap is not
// meant for what has come under it since. Pure; drawing thread.
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
  float x = 0, y = 0;      ///< pixels of the window
  std::int64_t at_ms = 0;  ///< monotonic; 0: not known
};

/// So soon after a tap another one in its place is the same hand still. People double-tap within this.
inline constexpr std::int64_t kEchoMs = 300;

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
    /// The scene may have been made anew since: the same target stands where it stood and is called the same.
    bool is(const Target& target) const {
      return target.label == label && target.rect.x == rect.x && target.rect.y == rect.y;
    }
  };
  struct Tapped {
    Held target;
    std::int64_t at_ms = 0;
  };
  Meant down(const Touch& touch, const Scene& scene);
  Meant up(const Touch& touch, const Scene& scene);
  bool is_echo(const Touch& touch, const Scene& scene) const;
  std::optional<std::int64_t> finger_;
  std::optional<Held> held_;
  std::optional<Tapped> tapped_;  ///< the last target that was meant
  bool echo_ = false;             ///< the finger that is down is a double tap's second half
};

/// The uppermost target there; nothing: none.
std::optional<std::size_t> target_at(const Scene& scene, float x, float y);

}  // namespace farewell::kiosk
