// How long the terminal takes from exec to its first complete picture, what memory it has at Welcome, and
// what it does while nobody touches it. Prints one line of JSON; decides nothing. usage: bench_kiosk_start
// KIOSK [RUNS=7] [IDLE_S=60]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <optional>

#include "core/base/json.h"
#include "display.h"
#include "machine.h"
#include "process.h"
#include "tests/support/temp_dir.h"

using namespace farewell;
using namespace farewell::bench;

namespace {

constexpr int kSkipped = 77;
constexpr int kStartLimitMs = 60'000;
constexpr int kSettleMs = 1'000;  ///< from the first picture until "untouched" begins

struct Event {
  std::string name;
  std::int64_t us = 0;
};

/// The terminal's trace: a JSON object a line; one that is only half written yet is left out.
std::vector<Event> events_of(const std::filesystem::path& trace) {
  std::vector<Event> events;
  std::ifstream file(trace);
  for (std::string line; std::getline(file, line);) {
    const Json event = Json::parse(line, nullptr, false);
    if (event.is_object())
      events.push_back({event.value("event", ""), event.value("monotonic_us", std::int64_t{0})});
  }
  return events;
}

std::optional<std::int64_t> ready_us(const std::filesystem::path& trace) {
  for (const auto& event : events_of(trace)) {
    if (event.name == "ready") return event.us;
  }
  return {};
}

struct Run {
  double start_ms = 0;
  double pss_mib = 0;
  double cpu_percent = 0;
  std::int64_t frames = 0;
};

/// `still`: the art is static, no face blinks.
std::optional<Run> measure(const std::string& kiosk, const std::string& display, int idle_s, bool still) {
  const testing::TempDir data;
  const auto trace = data / "trace.jsonl", config = data / "config.json";
  std::ofstream(config) << (still ? R"({"reduced_motion": true})" : "{}");
  Process terminal({kiosk, "--data", data / "terminal", "--windowed", "1280x800", "--config", config},
                   {display, "SDL_VIDEODRIVER=x11", "FAREWELL_TRACE=" + trace.string()});
  std::optional<std::int64_t> ready;
  while (!(ready = ready_us(trace))) {
    if (!terminal.running() || now_us() - terminal.started_us() > kStartLimitMs * 1000LL) return {};
    sleep_ms(20);
  }
  Run run;
  run.start_ms = static_cast<double>(*ready - terminal.started_us()) / 1000;
  sleep_ms(kSettleMs);
  run.pss_mib = static_cast<double>(terminal.pss_kib()) / 1024;

  const std::int64_t from_us = now_us(), from_cpu_ns = terminal.cpu_ns();
  sleep_ms(idle_s * 1000);
  const std::int64_t idle_us = now_us() - from_us;
  run.cpu_percent = static_cast<double>(terminal.cpu_ns() - from_cpu_ns) / 10 / static_cast<double>(idle_us);
  for (const auto& event : events_of(trace)) run.frames += event.name == "frame" && event.us >= from_us;
  return run;
}

Json figure(const std::vector<Run>& runs, double Run::*what, double target) {
  std::vector<double> all;
  for (const Run& run : runs) all.push_back(run.*what);
  return {{"median", median(all)}, {"runs", all}, {"target", target}};
}

/// Only the last two wait: once with all that moves, once with static art. Idling is as long every time.
std::vector<Run> measure_all(const std::string& kiosk, const std::string& display, int runs, int idle_s) {
  std::vector<Run> all;
  for (int i = 0; i < runs; ++i) {
    const auto run = measure(kiosk, display, i + 2 >= runs ? idle_s : 0, i + 1 == runs);
    if (!run) break;
    all.push_back(*run);
  }
  return all;
}

Json idle(const Run& run, int idle_s) {
  return {{"seconds", idle_s}, {"cpu_percent", run.cpu_percent}, {"frames", run.frames}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: bench_kiosk_start KIOSK [RUNS=7] [IDLE_S=60]\n";
    return 2;
  }
  const int runs = std::max(argc > 2 ? std::atoi(argv[2]) : 7, 2);
  const int idle_s = argc > 3 ? std::atoi(argv[3]) : 60;
  const auto display = Display::open();
  if (!display) {
    std::cerr << "bench_kiosk_start: skipped, Xvfb does not start here; install xvfb\n";
    return kSkipped;
  }
  const std::vector<Run> all = measure_all(argv[1], display->setting(), runs, idle_s);
  if (all.empty() || static_cast<int>(all.size()) < runs) {
    std::cerr << "bench_kiosk_start: the terminal ended or drew nothing; run it by hand to see why\n";
    return 1;
  }
  const Json line = {{"bench", "kiosk_start"},
                     {"screen", "1280x800, X11 in memory, software"},
                     {"start_ms", figure(all, &Run::start_ms, 300)},
                     {"pss_at_welcome_mib", figure(all, &Run::pss_mib, 60)},
                     {"idle_static_art", idle(all.back(), idle_s)},
                     {"idle_static_art_target", {{"cpu_percent", 0.1}, {"frames", 0}}},
                     {"idle_blinking", idle(all[all.size() - 2], idle_s)},
                     {"machine", machine()}};
  std::cout << line.dump() << "\n";
  return 0;
}
