#include "app/kiosk/sound/mixer.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>

using namespace farewell::kiosk;

namespace {

const Samples kLoud(200, 16'000);

Samples next(Mixer& mixer, std::size_t count) {
  Samples out(count, -1);
  mixer.fill(out);
  return out;
}

void say(Mixer& mixer, std::uint64_t line, const Samples& samples, int volume = kLoudest) {
  mixer.begin(line, volume);
  mixer.speak(line, samples);
  mixer.complete(line);
}

}  // namespace

TEST_CASE("with nothing to say the mixer gives silence") {
  Mixer mixer;
  CHECK(mixer.is_silent());
  CHECK(next(mixer, 4) == Samples{0, 0, 0, 0});
}

TEST_CASE("at the loudest a voice is given as it was spoken") {
  Mixer mixer;
  say(mixer, 1, kLoud);
  CHECK(next(mixer, 200) == kLoud);
}

TEST_CASE("each step of volume is louder than the one before") {
  int before = 0;
  for (int volume = 1; volume <= kLoudest; ++volume) {
    Mixer mixer;
    say(mixer, 1, kLoud, volume);
    const int level = next(mixer, 1).front();
    CHECK(level > before);
    before = level;
  }
}

TEST_CASE("a line ends with its last sample, once") {
  Mixer mixer;
  say(mixer, 7, kLoud);
  Samples out(150);
  CHECK_FALSE(mixer.fill(out));
  CHECK(mixer.fill(out) == 7u);
  CHECK_FALSE(mixer.fill(out));
}

TEST_CASE("a line that is still being synthesised has not ended") {
  Mixer mixer;
  mixer.begin(7, kLoudest);
  mixer.speak(7, kLoud);
  Samples out(400);
  CHECK_FALSE(mixer.fill(out));
  mixer.complete(7);
  CHECK(mixer.fill(out) == 7u);
}

TEST_CASE("hushed, the voice is gone within three hundredths of a second and does not click") {
  Mixer mixer;
  say(mixer, 1, Samples(20'000, 16'000));
  next(mixer, 10);
  mixer.hush();
  const Samples after = next(mixer, 661);
  CHECK(after.back() == 0);
  int step = std::abs(16'000 - after.front());
  for (std::size_t i = 1; i < after.size(); ++i) step = std::max(step, std::abs(after[i] - after[i - 1]));
  CHECK(step <= 1'000);
  CHECK(mixer.is_silent());
}

TEST_CASE("what is synthesised for a line that was hushed is not taken") {
  Mixer mixer;
  mixer.begin(1, kLoudest);
  mixer.hush();
  CHECK_FALSE(mixer.speak(1, kLoud));
}

TEST_CASE("a new line takes the place of the one being said") {
  Mixer mixer;
  say(mixer, 1, kLoud);
  say(mixer, 2, Samples(10, 500));
  Samples out(10);
  CHECK(mixer.fill(out) == 2u);
  CHECK(out.front() == 500);
}

TEST_CASE("a sound is heard with the voice, and neither wraps around") {
  Mixer mixer;
  say(mixer, 1, Samples(10, 30'000));
  mixer.play(Samples(5, 30'000));
  CHECK(next(mixer, 10) ==
        Samples{32'767, 32'767, 32'767, 32'767, 32'767, 30'000, 30'000, 30'000, 30'000, 30'000});
}

TEST_CASE("hushing the voice leaves a sound to its end") {
  Mixer mixer;
  mixer.play(Samples(5, 100));
  mixer.hush();
  CHECK(next(mixer, 6) == Samples{100, 100, 100, 100, 100, 0});
}
