#include "app/kiosk/platform/headphones.h"

#include <fcntl.h>
#include <linux/input.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace farewell::kiosk {
namespace {

/// A file descriptor, closed with its owner.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

bool has_headphone_switch(int device) {
  std::array<std::uint8_t, SW_MAX / 8 + 1> switches{};
  if (::ioctl(device, EVIOCGBIT(EV_SW, switches.size()), switches.data()) < 0) return false;
  return (switches[SW_HEADPHONE_INSERT / 8] >> (SW_HEADPHONE_INSERT % 8) & 1) != 0;
}

std::vector<Descriptor> open_switches(const std::filesystem::path& devices) {
  std::vector<Descriptor> found;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(devices, failed)) {
    if (!entry.path().filename().string().starts_with("event")) continue;
    Descriptor device(::open(entry.path().c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (device.number() >= 0 && has_headphone_switch(device.number())) found.push_back(std::move(device));
  }
  return found;
}

/// What can be read just now; empty as well when the device is gone.
std::vector<input_event> read_events(int device) {
  std::vector<input_event> events(32);
  const ssize_t got = ::read(device, events.data(), events.size() * sizeof(input_event));
  events.resize(got <= 0 ? 0 : static_cast<std::size_t>(got) / sizeof(input_event));
  return events;
}

void drain(int notifications) {
  std::array<char, 4096> unread{};
  while (::read(notifications, unread.data(), unread.size()) > 0) {
  }
}

void watch(int stop, const std::filesystem::path& devices, const std::function<void(bool)>& turned) {
  const Descriptor notifications(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  ::inotify_add_watch(notifications.number(), devices.c_str(), IN_CREATE | IN_DELETE | IN_ATTRIB);
  std::vector<Descriptor> switches = open_switches(devices);
  while (true) {
    std::vector<pollfd> waited = {{stop, POLLIN, 0}, {notifications.number(), POLLIN, 0}};
    for (const Descriptor& device : switches) waited.push_back({device.number(), POLLIN, 0});
    if (::poll(waited.data(), waited.size(), -1) < 0) continue;
    if (waited[0].revents != 0) return;
    for (std::size_t i = 2; i < waited.size(); ++i) {
      if ((waited[i].revents & POLLIN) == 0) continue;
      if (const auto in = plugged_in(read_events(waited[i].fd))) turned(*in);
    }
    const bool gone = std::any_of(waited.begin() + 2, waited.end(), [](const pollfd& device) {
      return (device.revents & (POLLERR | POLLHUP | POLLNVAL)) != 0;
    });
    if (waited[1].revents == 0 && !gone) continue;
    drain(notifications.number());
    switches = open_switches(devices);
  }
}

}  // namespace

std::optional<bool> plugged_in(std::span<const input_event> events) {
  std::optional<bool> in;
  for (const input_event& event : events)
    if (event.type == EV_SW && event.code == SW_HEADPHONE_INSERT) in = event.value != 0;
  return in;
}

Headphones::Headphones(std::function<void(bool in)> turned, const std::filesystem::path& devices)
    : stop_(::eventfd(0, EFD_CLOEXEC)),
      thread_([stop = stop_, turned = std::move(turned), devices] { watch(stop, devices, turned); }) {}

Headphones::~Headphones() {
  ::eventfd_write(stop_, 1);
  thread_.join();
  ::close(stop_);
}

}  // namespace farewell::kiosk
