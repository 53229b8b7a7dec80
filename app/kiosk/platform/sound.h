// The terminal's voice and sounds on its loudspeaker or headphones: a thread of its own synthesises, SDL's
// plays. Between sounds the device is closed and both are gone or asleep until something is to be heard. The
// drawing thread calls, and is never made to wait.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "app/kiosk/platform/speech.h"
#include "app/kiosk/sound/line.h"
#include "app/kiosk/sound/mixer.h"
#include "app/kiosk/sound/tones.h"

namespace farewell::kiosk {

class Sound {
 public:
  /// What is told, on other threads.
  struct Told {
    std::function<void(std::uint64_t line)> line_ended;  ///< heard to its end, or it cannot be said
    std::function<void(bool there)> device;  ///< soon after the start, and when one cannot be used
  };

  explicit Sound(Told told);
  ~Sound();
  Sound(const Sound&) = delete;
  Sound& operator=(const Sound&) = delete;

  /// Says `line` instead of what is being said.
  void say(Line line);
  /// The voice is silent, at once. Sounds go on.
  void hush();
  void play(Tone tone);
  /// The customer has gone: what was said is forgotten, the library's own copies too.
  void forget();

 private:
  struct Orders {
    std::optional<Line> line;
    std::vector<Tone> tones;
    bool forget = false;
    bool any() const { return line || !tones.empty() || forget; }
  };

  void run(const std::stop_token& stop);
  void look_for_device();
  void wait(std::unique_lock<std::mutex>& lock, const std::stop_token& stop);
  void carry_out(Orders orders);
  void say_now(const Line& line);
  bool open();
  void close();
  void complain(const Error& error);

  Told told_;
  Mixer mixer_;
  std::mutex mutex_;
  std::condition_variable_any ordered_;
  Orders orders_;
  // The thread's own.
  std::uint32_t device_ = 0;
  Speech speech_;
  std::string complained_;
  std::jthread thread_;
};

}  // namespace farewell::kiosk
