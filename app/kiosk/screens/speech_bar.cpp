#include "app/kiosk/screens/speech_bar.h"

#include <algorithm>
#include <string>
#include <utility>

#include "app/kiosk/screens/parts.h"

namespace farewell::kiosk {
namespace {

constexpr float kVolume = 474;
const Icon kAccess{"icons/access", 64};

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
  add_disc(sketch, margin, y, kAccess, SheetOpened{"easier"}, sketch.say("welcome.easier"));
  const float after = add_pause(sketch, margin + kTarget + kGap, y, room * .46f);
  add_again(sketch, after + kGap, y, volume_x - kGap - (after + kGap));
  add_volume(sketch, volume_x, y);
}

void add_speech_discs(Sketch& sketch, float x, float y, float width, bool globe) {
  auto room = static_cast<int>((width + kGap) / (kTarget + kGap));
  const auto takes = [&room](int count) { return room >= count ? (room -= count, true) : false; };
  const bool pauses = takes(2), repeats = takes(1);
  const bool turns = globe && sketch.view().survey.languages.size() > 1 && takes(1);
  const bool has_volume = takes(2);
  const auto disc = [&](const Icon& icon, Intent intent, const char* key, Shape shape = Shape::disc) {
    add_disc(sketch, x, y, icon, std::move(intent), sketch.say(key), shape);
    x += kTarget + kGap;
  };
  disc(kAccess, SheetOpened{"easier"}, "welcome.easier");
  if (turns) disc({"icons/globe", 58}, SheetOpened{"languages"}, "languages.title");
  if (pauses && sketch.view().reader == ReaderState::reading)
    disc({"icons/pause", 50}, ReaderAsked{ToReader::pause}, "speech.pause", Shape::primary);
  else if (pauses)
    disc({"icons/play", 50}, ReaderAsked{ToReader::go_on}, "speech.resume", Shape::primary);
  if (repeats) disc({"icons/again", 54}, ReaderAsked{ToReader::again}, "speech.again");
  if (!has_volume) return;
  disc({"icons/minus", 50}, visit::Action{visit::VolumeTapped{visit::Louder::quieter}}, "easier.quieter");
  disc({"icons/plus", 50}, visit::Action{visit::VolumeTapped{visit::Louder::louder}}, "easier.louder");
}

}  // namespace farewell::kiosk
