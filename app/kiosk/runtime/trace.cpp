#include "app/kiosk/runtime/trace.h"

#include <time.h>

#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <utility>

namespace farewell::kiosk {
namespace {

std::int64_t monotonic_us() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return std::int64_t{now.tv_sec} * 1'000'000 + now.tv_nsec / 1000;
}

}  // namespace

Trace::Trace() {
  if (const char* path = std::getenv("FAREWELL_TRACE"); path != nullptr && *path != '\0') {
    file_ = std::fopen(path, "ae");
    if (on()) std::setvbuf(file_, nullptr, _IONBF, 0);  // no copy of what was shown stays behind
  }
}

Trace::~Trace() {
  if (on()) std::fclose(file_);
}

void Trace::write(const std::string& line) {
  std::fwrite(line.data(), 1, line.size(), file_);
}

void Trace::ready() {
  if (on()) write(nlohmann::json{{"event", "ready"}, {"monotonic_us", monotonic_us()}}.dump() + "\n");
}

void Trace::frame() {
  if (on()) write(nlohmann::json{{"event", "frame"}, {"monotonic_us", monotonic_us()}}.dump() + "\n");
}

void Trace::screen(const std::string& name, const std::string& over, const Scene& scene) {
  if (!on()) return;
  nlohmann::json line = {
      {"event", "screen"}, {"name", name}, {"over", over}, {"targets", nlohmann::json::array()}};
  for (const Target& target : scene.targets) {
    line["targets"].push_back({{"label", target.label},
                               {"x", target.rect.x},
                               {"y", target.rect.y},
                               {"w", target.rect.w},
                               {"h", target.rect.h}});
  }
  if (scene.ring) {
    const int target = scene.ring->target;
    line["focus"] = target < 0 ? "a row" : scene.targets[static_cast<std::size_t>(target)].label;
  }
  std::string said = line.dump();
  if (said == last_screen_) return;
  last_screen_ = std::move(said);
  line["monotonic_us"] = monotonic_us();
  write(line.dump() + "\n");
}

}  // namespace farewell::kiosk
