// The whole way to the device, which is SDL's that writes what it is given into a file.
#include "app/kiosk/platform/sound.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <condition_variable>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <mutex>

#include "core/base/file.h"
#include "tests/support/temp_dir.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

/// What the thread has told, waited for.
class Ear {
 public:
  Sound::Told told() {
    return {[this](std::uint64_t line) { note([&] { ended_ = line; }); },
            [this](bool there) { note([&] { device_ = there; }); }};
  }
  std::uint64_t line() {
    std::unique_lock lock(mutex_);
    told_.wait(lock, [this] { return ended_ != 0; });
    return std::exchange(ended_, 0);
  }
  bool device() {
    std::unique_lock lock(mutex_);
    told_.wait(lock, [this] { return device_.has_value(); });
    return *device_;
  }

 private:
  template <class Note>
  void note(Note note) {
    const std::scoped_lock lock(mutex_);
    note();
    told_.notify_all();
  }
  std::mutex mutex_;
  std::condition_variable told_;
  std::uint64_t ended_ = 0;
  std::optional<bool> device_;
};

struct Shop {
  farewell::testing::TempDir dir;
  std::filesystem::path file = dir / "heard.raw";
  Ear ear;

  explicit Shop(const char* driver = "disk") {
    setenv("SDL_AUDIODRIVER", driver, 1);
    setenv("SDL_DISKAUDIOFILE", file.c_str(), 1);
    setenv("SDL_DISKAUDIODELAY", "1", 1);
  }

  Samples heard() const {
    const auto bytes = read_file(file, 256u << 20);
    REQUIRE(bytes);
    Samples samples(bytes->size() / sizeof(std::int16_t));
    std::memcpy(samples.data(), bytes->data(), samples.size() * sizeof(std::int16_t));
    return samples;
  }
};

int peak(const Samples& samples) {
  int loudest = 0;
  for (const std::int16_t sample : samples) loudest = std::max(loudest, std::abs(int{sample}));
  return loudest;
}

/// From the first to the last sample that is not silent.
std::size_t sounding(const Samples& samples) {
  const auto is_sound = [](std::int16_t sample) { return std::abs(int{sample}) > 64; };
  const auto first = std::ranges::find_if(samples, is_sound);
  const auto last = std::find_if(samples.rbegin(), samples.rend(), is_sound);
  return first == samples.end() ? 0 : static_cast<std::size_t>(last.base() - first);
}

Line line(std::uint64_t number, const char* text, int volume = kLoudest) {
  return {number, text, *voice_for("en"), volume};
}

}  // namespace

TEST_CASE("what is said reaches the device, and its end is told") {
  Shop shop;
  {
    Sound sound(shop.ear.told());
    sound.say(line(3, "Thank you for coming by."));
    CHECK(shop.ear.line() == 3);
    CHECK(shop.ear.device());
  }
  CHECK(peak(shop.heard()) > 3'000);
  CHECK(sounding(shop.heard()) > kSampleRateHz);
}

TEST_CASE("quieter is quieter at the device") {
  Shop loud, soft;
  const auto say = [](Shop& shop, int volume) {
    setenv("SDL_DISKAUDIOFILE", shop.file.c_str(), 1);
    Sound sound(shop.ear.told());
    sound.say(line(1, "Thank you.", volume));
    shop.ear.line();
  };
  say(loud, 5);
  say(soft, 1);
  CHECK(peak(soft.heard()) < peak(loud.heard()) / 5);
  CHECK(peak(soft.heard()) > 100);
}

TEST_CASE("a line that another one replaces is never said to have ended") {
  Shop shop;
  Sound sound(shop.ear.told());
  sound.say(line(1, "This is long, and nobody will hear it to its end, since another line comes at once."));
  sound.say(line(2, "Yes."));
  CHECK(shop.ear.line() == 2);
}

TEST_CASE("the chime reaches the device whole") {
  Shop shop;
  {
    Sound sound(shop.ear.told());
    sound.play(Tone::chime);
    sound.say(line(1, "x"));
    shop.ear.line();
  }
  CHECK(peak(shop.heard()) > 32'767 / 2);
}

TEST_CASE("after it has forgotten, the voice speaks again") {
  Shop shop;
  Sound sound(shop.ear.told());
  sound.say(line(1, "One."));
  CHECK(shop.ear.line() == 1);
  sound.forget();
  sound.say(line(2, "Two."));
  CHECK(shop.ear.line() == 2);
}

TEST_CASE("without a device that is told, and the rest goes on") {
  Shop shop("no such driver");
  Sound sound(shop.ear.told());
  sound.play(Tone::tap);
  sound.say(line(1, "Nobody hears this."));
  CHECK_FALSE(shop.ear.device());
}
