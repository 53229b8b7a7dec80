// A witness for tests and benches: with FAREWELL_TRACE=FILE in the environment, one JSON line for each thing
// that was truly shown. Off by default, no personal data. Drawing thread.
#pragma once

#include <cstdio>
#include <string>

#include "app/kiosk/ui/scene.h"

namespace farewell::kiosk {

class Trace {
 public:
  Trace();  ///< looks at the environment
  ~Trace();
  Trace(const Trace&) = delete;
  Trace& operator=(const Trace&) = delete;

  bool on() const { return file_ != nullptr; }
  void ready();
  void frame();
  /// `name` is visit::to_text of the screen, `over` what lies over it ("languages", "easier", "idle", or
  /// empty).
  void screen(const std::string& name, const std::string& over, const Scene& scene);

 private:
  void write(const std::string& line);
  std::FILE* file_ = nullptr;
  std::string last_screen_;
};

}  // namespace farewell::kiosk
