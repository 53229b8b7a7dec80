// What stands in front of the customer: the scene for the state of the visit, and what touching it means for
// the visit, the on-screen keyboard and the sheets. No window and no drawing. Drawing thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "app/kiosk/runtime/attention.h"
#include "app/kiosk/runtime/cues.h"
#include "app/kiosk/runtime/looks.h"
#include "app/kiosk/runtime/reader.h"
#include "app/kiosk/runtime/typing.h"
#include "app/kiosk/runtime/visit_runner.h"
#include "app/kiosk/screens/screens.h"

namespace farewell::kiosk {

/// What the terminal is heard by; without it, it is silent.
struct Audible {
  Mouth mouth;
  std::function<void(Tone tone)> play;
  SoundSetting sound = SoundSetting::by_day;
};

class Front {
 public:
  /// `runner` outlives the front.
  Front(VisitRunner& runner, Looks looks, Audible audible = {}, AskForCandidates ask = {});

  void resize(int width, int height);
  /// Does what was meant, and makes the scene anew.
  void mean(const Intent& intent);
  void touch_nothing();
  /// A finger came down: what was meant follows, unless the switch is in use and every touch is one press of
  /// it. True then.
  /// Nor does it mean more than to wake the screen of a closed shop: true, too.
  bool touch_began();
  /// A key that types nothing. In the idle warning every one extends.
  void press(Key key);
  /// When the scan steps on or a face blinks, in monotonic milliseconds; nothing: neither does.
  std::optional<std::int64_t> due_ms() const;
  void pass_time();
  /// Text from a keyboard of keys, as UTF-8.
  void type(const std::string& text);
  /// A key of the on-screen keyboard's names: "delete".
  void press_key(const std::string& key);
  /// The state changed behind the front's back.
  void refresh();

  /// A finger or a key goes down: what is being said is cut off, unless the voice itself is being asked. True
  /// if there was something to cut off.
  bool cut_off(const Target* under_finger = nullptr);
  /// A key of its own: begins to read aloud, or says it all again.
  void press_speech();
  /// The same for a pause and for going on.
  void press_pause();
  /// The same that goes on and off with the headphones.
  void plug_headphones(bool in);
  void hear_line_end(std::uint64_t line);
  void hear_device(bool there);

  const Scene& scene() const { return scene_; }
  const Theme& theme() const {
    const Mood mood = closed_until_ ? Mood::night : mood_;
    return looks_.of(runner_.state().eases.contrast ? Mood::contrast : mood, season_);
  }
  Motion motion() const { return looks_.motion; }
  /// Between visits the looks follow the light, the season and the shop's hours. True if they are others than
  /// before.
  bool follow_light();
  const Metrics& metrics() const { return metrics_; }
  Type& type_setter() { return type_; }
  const std::string& language() const { return runner_.state().language; }
  bool takes_text() const { return typing_.takes_text(); }
  void hear(const CandidatesFound& found) { typing_.hear(found); }
  /// What lies over the screen: "languages", "easier", "idle", or empty.
  std::string over() const;

 private:
  void mean(const visit::Action& action);
  template <class Key>
  void mean(const Key& key) {
    typing_.mean(key);
  }
  void mean(const SheetOpened& opened);
  void mean(const SheetClosed&);
  void mean(const ReaderAsked& asked);
  void dispatch(const visit::Action& action);
  void enter();
  void press_switch();
  void select(std::optional<std::size_t> target);
  void tidy();
  void listen();
  void echo(const Intent& intent, const std::string& label);
  void say_focus(const std::string& before = {});
  void play(Tone tone);
  bool can_speak(const std::string& language) const;
  std::optional<survey::NextOpening> closed_until() const;
  bool wake();
  const survey::Words& words();
  View view();

  VisitRunner& runner_;
  Attention attention_;
  Looks looks_;
  Mood mood_ = Mood::day;
  Season season_ = Season::flowering;
  Metrics metrics_;
  Type type_;
  Scene scene_;
  bool visiting_ = false;
  std::optional<survey::NextOpening> closed_until_;  ///< the shop is closed, and nobody woke the screen
  std::int64_t awake_until_ms_ = 0;
  std::string sheet_;
  Typing typing_;
  std::optional<survey::Words> words_;
  int words_of_ = 0;  ///< asked_number() that words_ were made for
  Audible audible_;
  Reader reader_;
  Cues cues_;
  std::optional<std::int64_t> blink_due_ms_;
  bool has_device_ = true;  ///< something to hear with, as far as is known
};

}  // namespace farewell::kiosk
