// The front's voice and sounds: what is said when, and by which touch it falls silent.
#include <algorithm>
#include <utility>

#include "app/kiosk/runtime/front.h"
#include "core/base/text.h"

namespace farewell::kiosk {

bool Front::can_speak(const std::string& language) const {
  return audible_.mouth.say && has_device_ && voice_for(language);
}

void Front::play(Tone tone) {
  const bool night = mood_ == Mood::night;
  if (audible_.play && is_heard(tone, audible_.sound, night)) audible_.play(tone);
}

/// Another screen, sheet or language is another place, and is read as a whole.
void Front::listen() {
  const visit::State& state = runner_.state();
  if (!state.eases.speech) return reader_.stop();
  reader_.listen(state.eases,
                 {.place = std::string(visit::to_text(state.screen)) + "|" + over() + "|" + state.language,
                  .utterances = spoken(scene_, state.language),
                  .greeting = {.text = words().say("speech.on"), .language = state.language}});
}

bool Front::cut_off(const Target* under_finger) {
  if (under_finger != nullptr && std::holds_alternative<ReaderAsked>(under_finger->intent)) return false;
  if (reader_.state() != ReaderState::reading) return false;
  reader_.cut_off();
  refresh();
  return true;
}

void Front::mean(const ReaderAsked& asked) {
  dispatch(visit::Touched{});
  if (asked.what == ToReader::pause)
    reader_.cut_off();
  else
    reader_.ask(asked.what);
}

/// What a key or the volume has done is said at once; not what is masked.
void Front::echo(const Intent& intent, const std::string& label) {
  const visit::State& state = runner_.state();
  if (!state.eases.speech) return;
  const auto* key = std::get_if<KeyPressed>(&intent);
  if (key != nullptr && state.screen == visit::Screen::contact && grapheme_count(key->key) == 1) {
    if (audible_.play) audible_.play(Tone::tap);
    return;
  }
  const bool chosen =
      std::holds_alternative<AlternativeChosen>(intent) || std::holds_alternative<CandidateChosen>(intent);
  if (chosen && !label.empty()) reader_.announce({.text = label, .language = state.language});
  const auto* action = std::get_if<visit::Action>(&intent);
  const bool volume = action != nullptr && std::holds_alternative<visit::VolumeTapped>(*action);
  if (key != nullptr) {
    reader_.announce({.text = label.empty() ? key->key : label, .language = state.language});
  } else if (volume && reader_.saying() == nullptr) {
    const std::string n = std::to_string(state.eases.volume), max = std::to_string(visit::kMaxVolume);
    reader_.announce(
        {.text = words().say("easier.on_volume", {{"n", n}, {"max", max}}), .language = state.language});
  }
}

/// Where a key has moved the focus or the scan has stepped, after `before`; not behind the back of who only
/// moves a finger.
void Front::say_focus(const std::string& before) {
  const std::vector<std::size_t> focus = attention_.on(scene_);
  if (!runner_.state().eases.speech || focus.empty()) return;
  Utterance said = utterance_of(scene_, focus.front(), runner_.state().language);
  for (std::size_t i = 1; i < focus.size(); ++i)
    said.text += ", " + utterance_of(scene_, focus[i], said.language).text;
  said.text.insert(0, before);
  reader_.announce(std::move(said));
}

void Front::press_speech() {
  wake();
  const visit::State& state = runner_.state();
  if (state.eases.speech) return mean(Intent(ReaderAsked{ToReader::again}));
  const auto& offered = runner_.asked().survey.languages;
  // A shop whose own language has no voice is better understood in another one than not at all.
  const auto spoken_language =
      std::ranges::find_if(offered, [this](const auto& tag) { return can_speak(tag); });
  if (!can_speak(state.language)) {
    if (spoken_language == offered.end()) return;
    dispatch(visit::Touched{});
    dispatch(visit::LanguageChosen{*spoken_language});
  }
  mean(Intent(visit::Action(visit::EaseTapped{visit::Ease::speech})));
}

void Front::press_pause() {
  if (!runner_.state().eases.speech) return;
  mean(Intent(ReaderAsked{reader_.state() == ReaderState::reading ? ToReader::pause : ToReader::go_on}));
}

void Front::plug_headphones(bool in) {
  if (runner_.state().eases.speech != in) {
    in ? press_speech() : mean(Intent(visit::Action(visit::EaseTapped{visit::Ease::speech})));
  }
}

void Front::hear_line_end(std::uint64_t line) {
  reader_.ended(line);
  refresh();
}

void Front::hear_device(bool there) {
  has_device_ = there;
  refresh();
}

}  // namespace farewell::kiosk
