#include "app/kiosk/runtime/typing.h"

#include <utility>

#include "app/kiosk/screens/held_keys.h"
#include "app/kiosk/screens/keyboard.h"

namespace farewell::kiosk {

bool Typing::takes_text() const {
  const visit::State& state = runner_.state();
  return state.visit && (state.screen == visit::Screen::words || state.screen == visit::Screen::contact);
}

const std::string& Typing::draft() const {
  const visit::State& state = runner_.state();
  return state.screen == visit::Screen::words ? state.visit->draft : state.visit->contact_draft;
}

const KeyLayout& Typing::layout() const {
  const visit::State& state = runner_.state();
  const bool comment = state.screen == visit::Screen::words;
  return layout_in_use(state.language, comment ? KeyboardUse::comment : KeyboardUse::email, keyboard_);
}

/// The visit may keep less of the text than was typed; what is composed is what it kept.
void Typing::become(const Typed& typed) {
  keyboard_ = typed.keyboard;
  if (typed.text == draft())
    runner_.dispatch(visit::Touched{});
  else if (runner_.state().screen == visit::Screen::words)
    runner_.dispatch(visit::DraftEdited{typed.text});
  else
    runner_.dispatch(visit::ContactEdited{typed.text});
  if (!takes_text()) return;
  keyboard_ = kept_with(keyboard_, draft());
  ask_if_new();
}

void Typing::ask_if_new() {
  const Composing how = layout().composing;
  if (how != Composing::kana && how != Composing::pinyin) return;
  if (keyboard_.composing == asked_) return;
  asked_ = keyboard_.composing;
  if (asked_.empty() || !ask_) return;
  has_asked_ = true;
  ask_(std::string(layout().language), asked_);
}

void Typing::mean(const KeyPressed& pressed) {
  if (takes_text()) become(press_key(now(), layout(), pressed.key, runner_.now_ms()));
}

void Typing::offer(const KeyPressed& pressed) {
  if (takes_text() && !hint_of(layout(), pressed.key).empty()) become(hold_key(now(), pressed.key));
}

void Typing::mean(const KeyHeld& held) {
  if (takes_text()) become(hold_key(now(), held.key));
}

void Typing::mean(const AlternativeChosen& chosen) {
  if (takes_text()) become(choose_alternative(now(), layout(), chosen.letter));
}

void Typing::mean(const CandidateChosen& chosen) {
  if (takes_text()) become(choose_candidate(now(), chosen.number));
}

void Typing::mean(const CandidatesTurned& turned) {
  if (!takes_text()) return;
  Typed typed = now();
  typed.keyboard.candidates_from = turned.from;
  become(typed);
}

void Typing::press(const std::string& key) {
  if (!takes_text()) return;
  finish();
  const KeyboardState on_screen = std::exchange(keyboard_, {});
  become(press_key(now(), address_layout(), key, runner_.now_ms()));
  keyboard_ = on_screen;
}

void Typing::finish() {
  if (takes_text() && !keyboard_.composing.empty()) become(finish_typing(now(), layout()));
}

void Typing::hear(const CandidatesFound& found) {
  if (!takes_text() || found.composing != keyboard_.composing) return;
  keyboard_.candidates = found.candidates;
  keyboard_.candidates_for = found.composing;
  keyboard_.candidates_from = 0;
}

void Typing::follow_visit() {
  const bool same = takes_text() && language_ == runner_.state().language;
  language_ = runner_.state().language;
  if (same) return;
  keyboard_ = {};
  asked_.wipe();
  if (std::exchange(has_asked_, false)) ask_({}, {});
}

}  // namespace farewell::kiosk
