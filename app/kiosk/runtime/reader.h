// What is being read aloud, and what comes next: the screen's utterances one by one, what becomes another
// while it stands, silence at any touch. Decides; says nothing itself (platform/sound.h). Drawing thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "app/kiosk/screens/spoken.h"
#include "app/kiosk/sound/line.h"

namespace farewell::kiosk {

/// The voice, as the reader knows it. Each returns at once.
struct Mouth {
  std::function<void(Line line)> say;  ///< instead of what is being said; its end comes back by ended()
  std::function<void()> hush;
  std::function<void()> forget;  ///< the listener has gone
};

class Reader {
 public:
  explicit Reader(Mouth mouth = {}) : mouth_(std::move(mouth)) {}

  /// The screen as it stands. Another `place` than before is read as a whole, after `greeting` if the
  /// listener has only now begun to listen; in the same place, what is new there.
  struct Page {
    std::string place;
    std::vector<Utterance> utterances;
    Utterance greeting;
  };
  void listen(const visit::Eases& eases, Page page);
  /// Nobody listens (any more).
  void stop();

  /// A touch or a key: silence, until something new or until asked.
  void cut_off();
  void ask(ToReader what);
  /// Says this alone: a key that was typed, another volume.
  void announce(Utterance utterance);
  /// A line was heard to its end.
  void ended(std::uint64_t line);

  ReaderState state() const;
  /// What is being said just now; nullptr: nothing.
  const Utterance* saying() const { return line_ != 0 ? &queue_[at_] : nullptr; }

 private:
  void read(std::vector<Utterance> queue);
  void say_next();

  Mouth mouth_;
  bool listening_ = false;
  int volume_ = 3;
  std::string place_;
  std::vector<Utterance> on_screen_;
  std::vector<Utterance> queue_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 0;  ///< being said; 0: none
  std::uint64_t lines_ = 0;
};

}  // namespace farewell::kiosk
