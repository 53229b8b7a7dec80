#include "app/kiosk/sound/tones.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <numbers>

using namespace farewell::kiosk;

namespace {

const Tone kAll[] = {Tone::tap, Tone::thanks, Tone::chime};

int peak(const Samples& samples) {
  int loudest = 0;
  for (const std::int16_t sample : samples) loudest = std::max(loudest, std::abs(int{sample}));
  return loudest;
}

double seconds(const Samples& samples) {
  return static_cast<double>(samples.size()) / kSampleRateHz;
}

/// How much of a pitch there is. Source: Goertzel 1958.
double strength(const Samples& samples, double hz) {
  const double turn = 2 * std::numbers::pi * hz / kSampleRateHz;
  double before = 0, now = 0;
  for (const std::int16_t sample : samples) {
    const double next = sample + 2 * std::cos(turn) * now - before;
    before = now;
    now = next;
  }
  return std::sqrt(now * now + before * before - 2 * std::cos(turn) * now * before);
}

}  // namespace

TEST_CASE("no sound clicks where it begins or ends") {
  for (const Tone tone : kAll) {
    const Samples samples = samples_of(tone);
    CHECK(std::abs(int{samples.front()}) <= 1);
    CHECK(std::abs(int{samples.back()}) <= 1);
  }
}

TEST_CASE("a tap is forty milliseconds long") {
  CHECK(seconds(samples_of(Tone::tap)) == Approx(.04).margin(.001));
}

TEST_CASE("tap and thanks are soft") {
  CHECK(peak(samples_of(Tone::tap)) <= 32'767 / 4);
  CHECK(peak(samples_of(Tone::thanks)) <= 32'767 / 4 + 1);
}

TEST_CASE("the chime is as loud as may be without being cut off") {
  CHECK(peak(samples_of(Tone::chime)) > 32'767 / 2);
  CHECK(peak(samples_of(Tone::chime)) < 32'767);
}

TEST_CASE("the thanks is a G and the C above it") {
  const Samples samples = samples_of(Tone::thanks);
  CHECK(strength(samples, 392) > 5 * strength(samples, 440));
  CHECK(strength(samples, 523.25) > 5 * strength(samples, 466));
}

TEST_CASE("a sound is the same each time") {
  CHECK(samples_of(Tone::chime) == samples_of(Tone::chime));
}
