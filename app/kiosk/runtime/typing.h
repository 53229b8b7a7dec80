// Typing into the field that is on show: what the on-screen keyboard's keys (and a keyboard of keys) do to
// the visit's draft, and what the keyboard remembers in between. Drawing thread.
#pragma once

#include <functional>
#include <string>
#include <utility>

#include "app/kiosk/runtime/notices.h"
#include "app/kiosk/runtime/visit_runner.h"
#include "app/kiosk/screens/press_key.h"
#include "app/kiosk/ui/scene.h"

namespace farewell::kiosk {

/// Asks what composed letters may become, in a language ("zh", "ja"); the answer is a CandidatesFound. Empty
/// letters: nobody is typing any more, forget everything. Returns at once.
using AskForCandidates =
    std::function<void(const std::string& language, const visit::PrivateText& composing)>;

class Typing {
 public:
  /// `runner` outlives it. `ask` may be empty: then there are no candidates.
  Typing(VisitRunner& runner, AskForCandidates ask) : runner_(runner), ask_(std::move(ask)) {}

  const KeyboardState& keyboard() const { return keyboard_; }
  bool takes_text() const;

  void mean(const KeyPressed& pressed);
  /// Before a key is pressed by keys or a switch, which cannot hold it: if the language has more under it,
  /// that is put on show.
  void offer(const KeyPressed& pressed);
  void mean(const KeyHeld& held);
  void mean(const AlternativeChosen& chosen);
  void mean(const CandidateChosen& chosen);
  void mean(const CandidatesTurned& turned);
  /// From a keyboard of keys: one character, or "delete". Takes no notice of shift and page on the screen.
  void press(const std::string& key);
  /// The text is to be used as it stands: what is still being composed becomes text.
  void finish();
  void hear(const CandidatesFound& found);
  /// After each change of the visit: forgets with the field, and with its language.
  void follow_visit();

 private:
  const std::string& draft() const;
  const KeyLayout& layout() const;
  Typed now() const { return {draft(), keyboard_}; }
  void become(const Typed& typed);
  void ask_if_new();

  VisitRunner& runner_;
  AskForCandidates ask_;
  KeyboardState keyboard_;
  std::string language_;      ///< what the keyboard was last used in
  visit::PrivateText asked_;  ///< what candidates were last asked for
  bool has_asked_ = false;    ///< there is something to be forgotten
};

}  // namespace farewell::kiosk
