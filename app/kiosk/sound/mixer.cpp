#include "app/kiosk/sound/mixer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace farewell::kiosk {
namespace {

/// Each step sounds about as much louder as the one before: -20, -14, -9, -4 and 0 dB, of 65,536.
constexpr std::array<std::int32_t, kLoudest> kGains = {6'554, 13'076, 23'253, 41'350, 65'536};

}  // namespace

void Mixer::begin(std::uint64_t line, int volume) {
  const std::scoped_lock lock(mutex_);
  line_ = line;
  complete_ = false;
  voice_.clear();
  gain_ = kGains[static_cast<std::size_t>(std::clamp(volume, 1, kLoudest) - 1)];
}

bool Mixer::speak(std::uint64_t line, std::span<const std::int16_t> samples) {
  const std::scoped_lock lock(mutex_);
  if (line != line_ || complete_) return false;
  voice_.insert(voice_.end(), samples.begin(), samples.end());
  return true;
}

void Mixer::complete(std::uint64_t line) {
  const std::scoped_lock lock(mutex_);
  if (line == line_) complete_ = true;
}

void Mixer::hush() {
  const std::scoped_lock lock(mutex_);
  line_ = 0;
  voice_.clear();
}

void Mixer::play(Samples sound) {
  const std::scoped_lock lock(mutex_);
  sounds_.push_back({std::move(sound), 0});
}

std::int32_t Mixer::next_of_voice() {
  if (voice_.empty()) {
    last_ = last_ * 15 / 16;  // a sample cut off in mid-air would click
    return last_;
  }
  last_ = voice_.front() * gain_ / 65'536;
  voice_.pop_front();
  return last_;
}

std::optional<std::uint64_t> Mixer::fill(std::span<std::int16_t> out) {
  const std::scoped_lock lock(mutex_);
  for (std::int16_t& sample : out) {
    std::int32_t sum = next_of_voice();
    for (Sounding& sounding : sounds_)
      if (sounding.at < sounding.samples.size()) sum += sounding.samples[sounding.at++];
    sample = static_cast<std::int16_t>(std::clamp(sum, -32'767, 32'767));
  }
  std::erase_if(sounds_, [](const Sounding& sounding) { return sounding.at >= sounding.samples.size(); });
  if (line_ == 0 || !complete_ || !voice_.empty()) return std::nullopt;
  return std::exchange(line_, 0);
}

bool Mixer::is_silent() const {
  const std::scoped_lock lock(mutex_);
  return line_ == 0 && voice_.empty() && sounds_.empty() && last_ == 0;
}

}  // namespace farewell::kiosk
