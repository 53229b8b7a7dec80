// The drawing thread's loop: waits until something happens, lets the front and the visit know, draws while
// anything moves, and then not at all. Drawing thread only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>

#include "app/kiosk/platform/input.h"
#include "app/kiosk/platform/service.h"
#include "app/kiosk/platform/window.h"
#include "app/kiosk/runtime/front.h"
#include "app/kiosk/runtime/health.h"
#include "app/kiosk/runtime/press.h"
#include "app/kiosk/runtime/trace.h"
#include "app/kiosk/ui/painter.h"

namespace farewell::kiosk {

class Stage {
 public:
  /// `hear` takes what other threads have told and returns false when the program is to end. References
  /// outlive the stage.
  Stage(Window& window, Front& front, VisitRunner& runner, Health& health, std::filesystem::path assets,
        std::function<bool()> hear);

  /// Until the window is closed, somebody asked to end, or `hear` said so.
  void run();

 private:
  void take(const Touch& touch);
  void take(const TypedText& text);
  void take(const DeletePressed&);
  void take(const KeyDown& pressed);
  void take(const SpeechPressed&);
  void take(const PausePressed&);
  void take(const VolumePressed& pressed);
  void take(const WindowChanged&);
  void take(const TexturesLost&);
  void take(const Woken&);
  void take(const Ended&);

  std::int64_t timeout_ms() const;
  void pass_time();
  void follow_light();
  void draw();
  bool at_rest() const;
  void draw_again() { due_ = true; }
  void follow_typing();

  Window& window_;
  Front& front_;
  VisitRunner& runner_;
  Health& health_;
  std::function<bool()> hear_;
  Painter painter_;
  Press press_;
  Trace trace_;
  Service service_;
  std::int64_t light_due_ms_ = 0;
  std::int64_t drawn_at_ms_ = 0;
  bool due_ = true;  ///< another picture, since something is no longer as it was drawn
  bool moving_ = false;
  bool first_frame_ = true;
  bool typing_ = false;
  bool ended_ = false;
};

}  // namespace farewell::kiosk
