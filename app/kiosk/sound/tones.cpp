#include "app/kiosk/sound/tones.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace farewell::kiosk {
namespace {

/// One partial of a struck thing: a sine that dies away.
struct Partial {
  double hz = 440;
  double share = 1;    ///< of the loudness
  double half_s = .1;  ///< until it is half as loud
};

struct Stroke {
  double at_s = 0;
  std::vector<Partial> partials;
};

/// A marimba's bar sounds its note and, far fainter and shorter, the double octave it is tuned to.
Stroke marimba(double at_s, double hz) {
  return {at_s, {{hz, 1, .14}, {4 * hz, .22, .04}, {10 * hz, .05, .015}}};
}

/// A bell's partials after its hum: prime, tierce, quint, nominal.
Stroke bell(double at_s, double hz) {
  return {at_s, {{hz, 1, .34}, {1.2 * hz, .32, .26}, {1.5 * hz, .24, .2}, {2 * hz, .5, .16}}};
}

struct Piece {
  double length_s = 1;
  double peak = .25;
  std::vector<Stroke> strokes;
};

Piece piece_of(Tone tone) {
  constexpr double kE4 = 329.63, kG4 = 392.00, kC5 = 523.25, kE5 = 659.26, kG5 = 783.99;
  switch (tone) {
    case Tone::tap:
      return {.04, .2, {{0, {{kE4, 1, .006}, {2.7 * kE4, .5, .004}, {5.2 * kE4, .2, .002}}}}};
    case Tone::thanks:
      return {1.2, .25, {marimba(0, kG4), marimba(.16, kC5)}};
    case Tone::chime:
      return {4,
              .75,
              {bell(0, kG5), bell(.45, kE5), bell(.9, kC5), bell(2, kG5), bell(2.45, kE5), bell(2.9, kC5)}};
  }
  return {};
}

void add(std::vector<double>& sum, const Stroke& stroke) {
  const auto from = static_cast<std::size_t>(stroke.at_s * kSampleRateHz);
  for (const Partial& partial : stroke.partials) {
    const double turn = 2 * std::numbers::pi * partial.hz / kSampleRateHz;
    const double fade = std::exp2(-1 / (partial.half_s * kSampleRateHz));
    double loud = partial.share;
    for (std::size_t i = from; i < sum.size(); ++i, loud *= fade)
      sum[i] += loud * std::sin(turn * static_cast<double>(i - from));
  }
}

/// What still sounds at the end dies away over the last fifth.
void close(std::vector<double>& sum) {
  const std::size_t tail = sum.size() / 5;
  for (std::size_t i = 0; i < tail; ++i)
    sum[sum.size() - 1 - i] *= static_cast<double>(i) / static_cast<double>(tail);
}

}  // namespace

Samples samples_of(Tone tone) {
  const Piece piece = piece_of(tone);
  std::vector<double> sum(static_cast<std::size_t>(piece.length_s * kSampleRateHz));
  for (const Stroke& stroke : piece.strokes) add(sum, stroke);
  close(sum);
  double loudest = 0;
  for (const double value : sum) loudest = std::max(loudest, std::abs(value));
  const double scale = piece.peak * 32'767 / std::max(loudest, 1e-9);
  Samples samples;
  samples.reserve(sum.size());
  for (const double value : sum) samples.push_back(static_cast<std::int16_t>(std::lround(value * scale)));
  return samples;
}

}  // namespace farewell::kiosk
