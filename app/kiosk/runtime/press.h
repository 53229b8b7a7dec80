// One finger (or the mouse) on a scene: pressed on touching down, meant on lifting inside the same target,
// and let go of when it leaves. Held long enough, some targets mean something more, or the same again and
// again. A second finger is not followed; the second half of a double tap is not meant for what has come
// under it since, nor is a finger that was on its way when the screen changed by itself. Pure; drawing
// thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

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

/// What repeats while it is held does not do so for ever: it may be a bag that leans there.
inline constexpr int kMostRepeats = 40;

class Press {
 public:
  Meant feel(const Touch& touch, const Scene& scene);
  /// `before` gave way to another scene, and no touch had asked for it.
  void scene_changed(const Scene& before, std::int64_t now_ms);
  /// When the finger that is down will have been held long enough; nothing: it holds nothing.
  std::optional<std::int64_t> due_ms() const;
  /// What it means that it is held still. `now_ms` is monotonic, as Touch::at_ms.
  Meant pass_time(std::int64_t now_ms);
  /// The target that is held down in `scene`, by its place in Scene::targets; nothing: none.
  std::optional<std::size_t> pressed(const Scene& scene) const;

 private:
  struct Held {
    std::string label;
    Rect rect;
    bool is(const Target& target) const;
  };
  struct Tapped {
    Held target;
    std::int64_t at_ms = 0;
    bool typed = false;  ///< it was a key of the on-screen keyboard
  };
  Meant down(const Touch& touch, const Scene& scene);
  void move(const Touch& touch, const Scene& scene);
  Meant lift(const Touch& touch, const Scene& scene);
  bool is_echo(const Touch& touch, const Scene& scene) const;
  bool comes_too_late(const Touch& touch) const;

  std::optional<std::int64_t> finger_;
  std::optional<Held> held_;      ///< what is pressed now
  std::optional<Held> first_;     ///< where the finger came down
  std::optional<Tapped> tapped_;  ///< the last target that was meant
  std::vector<Rect> gone_;  ///< the targets of what gave way by itself; no labels, which tell what was typed
  std::int64_t gone_at_ms_ = 0;
  bool echo_ = false;  ///< the finger that is down was not meant for what is there
  std::optional<Holding> holding_;
  std::int64_t due_ms_ = 0;
  int fired_ = 0;  ///< how often the holding has been meant
};

/// The uppermost target there; nothing: none.
std::optional<std::size_t> target_at(const Scene& scene, float x, float y);

}  // namespace farewell::kiosk
