// Whether headphones are plugged in or pulled out, from the kernel's input switches. A thread sleeps until
// one of them turns; where there is none that may be read, it sleeps for good. Source: Linux,
// Documentation/input/event-codes.rst, EV_SW.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <thread>

struct input_event;

namespace farewell::kiosk {

/// What the last turn of a headphone switch among `events` says; nothing: there is none.
std::optional<bool> plugged_in(std::span<const input_event> events);

class Headphones {
 public:
  /// `turned` is called on the thread. What is plugged in already is left as it is: somebody forgot it.
  explicit Headphones(std::function<void(bool in)> turned,
                      const std::filesystem::path& devices = "/dev/input");
  ~Headphones();
  Headphones(const Headphones&) = delete;
  Headphones& operator=(const Headphones&) = delete;

 private:
  int stop_ = -1;  ///< an eventfd
  std::thread thread_;
};

}  // namespace farewell::kiosk
