// What the keys are at: whether the focus shows and where it stands, from one scene to the next; and, for one
// switch, where the scan rests and when it steps. The rules of moving are screens/focus.h and scan.h. Drawing
// thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "app/kiosk/screens/scan.h"

namespace farewell::kiosk {

/// A key of a keyboard or a tactile keypad.
enum class Key { left, right, up, down, next, previous, enter, space, back, other };

class Attention {
 public:
  /// The scene was made. On another `place` ("change/", "words/languages") the focus starts in the middle and
  /// the scan with the first; on the same one they stay where they were, and back on the one before, too.
  void follow(const Scene& scene, const std::string& place);
  /// A finger touched the glass, or somebody typed.
  void hide() { shown_ = false; }
  /// The visit ended: nothing tells where its guest had been.
  void forget();

  /// A key: the first one only shows the focus. Returns what was selected, as a place in Scene::targets.
  std::optional<std::size_t> take(Key key, const Scene& scene);
  bool shown() const { return shown_; }

  /// Turns scanning on or off; while it is on, a step is due each `step_ms`.
  void scan(bool on, std::int64_t now_ms, std::int64_t step_ms);
  bool scanning() const { return step_due_ms_.has_value(); }
  std::optional<std::int64_t> due_ms() const { return step_due_ms_; }
  /// Steps on, if it is due; who is being spoken to is waited for. True if it stepped.
  bool pass_time(const Scene& scene, std::int64_t now_ms, bool being_spoken_to);
  /// The switch. A second press sooner than a hand can mean it is not heard (a switch that bounces).
  std::optional<std::size_t> press_switch(const Scene& scene, std::int64_t now_ms);

  /// The targets in focus: one, or a row of them while the scan goes by rows; none until a key is used.
  std::vector<std::size_t> on(const Scene& scene) const;
  /// What is to be drawn; nothing, until a key is used.
  std::optional<Ring> ring(const Scene& scene) const;

 private:
  void rest(std::int64_t now_ms) { step_due_ms_ = now_ms + step_ms_; }

  std::string place_;
  bool shown_ = false;
  std::size_t at_ = 0;
  std::pair<std::string, std::size_t> before_;  ///< the place that was left last, and where the focus stood
  Rect rect_;                                   ///< of the target at `at_`, when the scene was last seen
  std::size_t targets_ = 0;
  Scan scan_;
  std::int64_t step_ms_ = 0;
  std::optional<std::int64_t> step_due_ms_;
  std::optional<std::int64_t> pressed_ms_;
};

}  // namespace farewell::kiosk
