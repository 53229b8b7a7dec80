#include "app/kiosk/screens/speech_bar.h"

#include <algorithm>
#include <string>

#include "app/kiosk/screens/parts.h"

namespace farewell::kiosk {
namespace {

constexpr float kVolume = 474;

void add_access(Sketch& sketch, float x, float y) {
  const int mark = sketch.mark();
  sketch.box({x, y, kTarget, kTarget}, Shape::disc);
  sketch.picture({x + 27, y + 27, 64, 64}, "icons/access");
  sketch.target({x, y, kTarget, kTarget}, SheetOpened{"easier"}, sketch.say("welcome.easier"), mark);
}

/// Returns where it ends.
float add_pause(Sketch& sketch, float x, float y, float most) {
  const bool reading = sketch.view().reader == ReaderState::reading;
  const std::string pause = sketch.say("speech.pause"), go_on = sketch.say("speech.resume");
  // As wide for either word, so that nothing moves under the finger.
  const float w = std::min(std::max(button_width(sketch, pause, 46), button_width(sketch, go_on, 46)), most);
  const std::string& word = reading ? pause : go_on;
  Button button{.rect = {x, y, w, kTarget}, .shape = Shape::primary, .word = word};
  button.before = {reading ? "icons/pause" : "icons/play", 46};
  button.foot = 4;
  add_button(sketch, button, ReaderAsked{reading ? ToReader::pause : ToReader::go_on}, word);
  return x + w;
}

void add_again(Sketch& sketch, float x, float y, float most) {
  const std::string word = sketch.say("speech.again");
  Button button{.rect = {x, y, std::min(button_width(sketch, word, 50), most), kTarget},
                .shape = Shape::pill,
                .word = word};
  button.before = {"icons/again", 50};
  button.foot = 4;
  add_button(sketch, button, ReaderAsked{ToReader::again}, word);
}

void add_volume(Sketch& sketch, float x, float y) {
  const int volume = sketch.view().state.eases.volume;
  sketch.box({x, y, kVolume, kTarget}, Shape::pill);
  const float pitch = 44, first = x + (kVolume - pitch * visit::kMaxVolume) / 2;
  for (int i = 0; i < visit::kMaxVolume; ++i)
    sketch.picture({first + pitch * static_cast<float>(i) + 1, y + 24, 42, 65},
                   i < volume ? "parts/countdown-petal" : "parts/countdown-petal-spent");
  const auto step = [&](float at, visit::Louder louder, const char* icon, const char* key) {
    const int mark = sketch.mark();
    sketch.picture({at + 34, y + 32, 50, 50}, icon);
    sketch.target({at, y, kTarget, kTarget}, visit::Action{visit::VolumeTapped{louder}}, sketch.say(key),
                  mark);
  };
  step(x, visit::Louder::quieter, "icons/minus", "easier.quieter");
  step(x + kVolume - kTarget, visit::Louder::louder, "icons/plus", "easier.louder");
}

}  // namespace

void add_speech_bar(Sketch& sketch, float margin, float y) {
  const float volume_x = sketch.width() - margin - kVolume;
  const float room = volume_x - kGap - (margin + kTarget + kGap);
  add_access(sketch, margin, y);
  const float after = add_pause(sketch, margin + kTarget + kGap, y, room * .46f);
  add_again(sketch, after + kGap, y, volume_x - kGap - (after + kGap));
  add_volume(sketch, volume_x, y);
}

}  // namespace farewell::kiosk
