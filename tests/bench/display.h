// A display in memory (Xvfb, 1280×800) of a measurement's own, under a number of its own choosing.
#pragma once

#include <memory>
#include <string>

#include "process.h"

namespace farewell::bench {

class Display {
 public:
  /// Empty if there is no Xvfb here, or it does not start within ten seconds.
  static std::unique_ptr<Display> open();
  /// "DISPLAY=:7"
  const std::string& setting() const { return setting_; }

 private:
  Display(std::unique_ptr<Process> server, std::string setting)
      : server_(std::move(server)), setting_(std::move(setting)) {}
  std::unique_ptr<Process> server_;
  std::string setting_;
};

}  // namespace farewell::bench
