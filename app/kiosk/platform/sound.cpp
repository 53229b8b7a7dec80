#include "app/kiosk/platform/sound.h"

#include <SDL.h>

#include <chrono>
#include <utility>

#include "app/kiosk/runtime/log.h"

namespace farewell::kiosk {
namespace {

using namespace std::chrono_literals;

constexpr auto kLookAfter = 1500ms;  // nothing holds up the first picture
constexpr auto kLinger = 2s;         // between two lines the device stays open

Error no_device() {
  return {ErrorCode::unavailable,
          std::string("there is nothing to hear with (") + SDL_GetError() +
              "); the terminal goes on without speech and sounds",
          "sound"};
}

}  // namespace

Sound::Sound(Told told)
    : told_(std::move(told)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

Sound::~Sound() {
  thread_.request_stop();
  mixer_.hush();
  thread_.join();
}

void Sound::say(Line line) {
  mixer_.begin(line.number, line.volume);
  const std::scoped_lock lock(mutex_);
  orders_.line = std::move(line);
  ordered_.notify_one();
}

void Sound::hush() {
  mixer_.hush();
  const std::scoped_lock lock(mutex_);
  orders_.line.reset();
}

void Sound::play(Tone tone) {
  const std::scoped_lock lock(mutex_);
  orders_.tones.push_back(tone);
  ordered_.notify_one();
}

void Sound::forget() {
  hush();
  const std::scoped_lock lock(mutex_);
  orders_.forget = true;
  ordered_.notify_one();
}

void Sound::run(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  ordered_.wait_for(lock, stop, kLookAfter, [this] { return orders_.any(); });
  lock.unlock();
  if (!stop.stop_requested()) look_for_device();
  lock.lock();
  while (!stop.stop_requested()) {
    wait(lock, stop);
    Orders orders = std::exchange(orders_, {});
    lock.unlock();
    carry_out(std::move(orders));
    lock.lock();
  }
  lock.unlock();
  close();
  SDL_TLSCleanup();  // what SDL keeps for a thread that it did not start
}

/// With the device open this returns now and then, to see whether it may be closed; else only for an order.
void Sound::wait(std::unique_lock<std::mutex>& lock, const std::stop_token& stop) {
  const auto ordered = [this] { return orders_.any(); };
  while (device_ != 0) {
    if (ordered_.wait_for(lock, stop, kLinger, ordered) || stop.stop_requested()) return;
    if (mixer_.is_silent()) close();
  }
  ordered_.wait(lock, stop, ordered);
}

void Sound::look_for_device() {
  const bool there = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0 && SDL_GetNumAudioDevices(0) != 0;
  if (!there) complain(no_device());
  SDL_QuitSubSystem(SDL_INIT_AUDIO);
  told_.device(there);
}

void Sound::carry_out(Orders orders) {
  if (orders.forget) speech_.forget();
  if (!orders.line && orders.tones.empty()) return;
  if (!open()) {
    if (orders.line) told_.line_ended(orders.line->number);
    return;
  }
  for (const Tone tone : orders.tones) mixer_.play(samples_of(tone));
  if (orders.line) say_now(*orders.line);
}

void Sound::say_now(const Line& line) {
  const Status said = speech_.say(line.text, line.voice, [&](std::span<const std::int16_t> samples) {
    return mixer_.speak(line.number, samples);
  });
  if (!said) complain(said.error());
  mixer_.complete(line.number);
}

bool Sound::open() {
  if (device_ != 0) return true;
  SDL_AudioSpec wanted{};
  wanted.freq = kSampleRateHz;
  wanted.format = AUDIO_S16SYS;
  wanted.channels = 1;
  wanted.samples = 1024;
  wanted.callback = [](void* self, unsigned char* stream, int bytes) {
    auto& sound = *static_cast<Sound*>(self);
    const auto samples = static_cast<std::size_t>(bytes) / sizeof(std::int16_t);
    const auto ended = sound.mixer_.fill({reinterpret_cast<std::int16_t*>(stream), samples});
    if (ended) sound.told_.line_ended(*ended);
  };
  wanted.userdata = this;
  if (SDL_InitSubSystem(SDL_INIT_AUDIO) == 0) device_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
  if (device_ != 0) {
    SDL_PauseAudioDevice(device_, 0);
    return true;
  }
  complain(no_device());
  SDL_QuitSubSystem(SDL_INIT_AUDIO);
  told_.device(false);
  return false;
}

/// Without a device SDL's own threads, which look for new ones ten times a second, are gone too.
void Sound::close() {
  if (device_ == 0) return;
  SDL_CloseAudioDevice(std::exchange(device_, 0));
  SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

void Sound::complain(const Error& error) {
  const std::string text = error.text();
  if (text != complained_) log(text);
  complained_ = text;
}

}  // namespace farewell::kiosk
