// Two thousand exchanges in bad weather, with customers, restarts, clones and hubs restored from backups
// meanwhile. At rest the hub has what terminals thanked for, no more and no less.
// FAREWELL_SEED=N repeats a run.
#include <cstdlib>
#include <iostream>
#include <random>

#include "tests/core/sync/terminal.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

constexpr int kExchanges = 2'000;
constexpr std::size_t kMaxTerminals = 4;
constexpr int kRestRounds = 40;

std::uint64_t seed() {
  if (const char* given = std::getenv("FAREWELL_SEED")) return std::strtoull(given, nullptr, 10);
  return std::random_device()();
}

class World {
 public:
  explicit World(std::uint64_t seed) : random_(seed) {
    hub.weather = [this] { return weather(); };
    add_terminal(hub.enrol_terminal());
    add_terminal(hub.enrol_terminal());
    backup_ = hub.state();
  }

  /// One thing happens.
  void go_on() {
    Terminal& terminal = *terminals[below(terminals.size())];
    const std::size_t what = below(1000);
    if (what < 150) {
      finish(terminal);
    } else if (what < 155) {
      terminal.restart();
    } else if (what < 160) {
      clone(terminal);
    } else if (what < 170) {
      backup_ = hub.state();
    } else if (what < 173) {
      hub.restore(backup_);
      ++restores;
    } else {
      terminal.step();
    }
  }

  /// Fair weather until nothing is left to say, heartbeats included.
  void come_to_rest() {
    hub.weather = nullptr;
    for (int round = 0; round < kRestRounds; ++round) {
      for (auto& terminal : terminals) terminal->settle();
    }
  }

  std::set<std::string> finished() const {
    std::set<std::string> all;
    for (const auto& terminal : terminals) all.insert(terminal->finished.begin(), terminal->finished.end());
    return all;
  }

  ManualClock clock;
  MadeHub hub{clock};
  std::vector<std::unique_ptr<Terminal>> terminals;
  int clones = 0;
  int restores = 0;

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }

  Weather weather() {
    constexpr std::array kBad{Weather::request_lost,     Weather::reply_lost,   Weather::duplicated,
                              Weather::html_page,        Weather::no_content,   Weather::redirect,
                              Weather::not_signed_by_us, Weather::server_error, Weather::too_many};
    return below(2) == 0 ? Weather::fair : kBad[below(kBad.size())];
  }

  void finish(Terminal& terminal) {
    wire::Response response = a_response(clock);
    if (below(20) == 0) response.satisfaction = {9, 5};
    terminal.finish(response);
  }

  Terminal& add_terminal(const wire::Enrolment& enrolment) {
    terminals.push_back(std::make_unique<Terminal>(clock, hub, enrolment));
    terminals.back()->draw = [this](std::int64_t limit) {
      return static_cast<std::int64_t>(below(static_cast<std::size_t>(limit)));
    };
    return *terminals.back();
  }

  void clone(Terminal& original) {
    if (terminals.size() == kMaxTerminals) return;
    Terminal& copy = add_terminal(original.enrolment);
    original.stop();
    copy.stop();
    std::filesystem::copy_file(original.file(), copy.file(),
                               std::filesystem::copy_options::overwrite_existing);
    original.start();
    copy.start();
    ++clones;
  }

  std::mt19937_64 random_;
  MadeHub::State backup_;
};

std::set<std::string> all_at(const MadeHub& hub) {
  std::set<std::string> ids = had_by(hub);
  for (const auto& [id, reason] : hub.state().quarantine) ids.insert(id);
  return ids;
}

}  // namespace

TEST_CASE("two thousand exchanges in bad weather lose nothing and double nothing") {
  const std::uint64_t chosen = seed();
  INFO("FAREWELL_SEED=" << chosen);
  World world(chosen);
  while (world.hub.exchanges < kExchanges) world.go_on();
  world.come_to_rest();
  std::cout << "FAREWELL_SEED=" << chosen << ": " << world.finished().size() << " responses, " << world.clones
            << " clones, " << world.restores << " restores, " << world.hub.forks << " forks\n";
  CHECK(all_at(world.hub) == world.finished());
  for (auto& terminal : world.terminals) {
    CHECK(terminal->unsent().count == 0);
    CHECK(terminal->unsent().dead == 0);
  }
}
