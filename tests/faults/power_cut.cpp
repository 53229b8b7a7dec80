// The power goes at any write: what was thanked for is in the journal, what was acknowledged is at the hub,
// nothing is half there, no file is damaged. First at every write of a scripted day, then at random, life
// after life, in the middle of mending what the cut before left, too.
#include <filesystem>

#include "tests/faults/hub_day.h"
#include "tests/faults/power_vfs.h"
#include "tests/faults/terminal_day.h"
#include "tests/support/temp_dir.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

namespace fs = std::filesystem;

constexpr int kScriptedThings = 15;
constexpr int kImagesEach = 1;
constexpr int kCutsInALife = 20;
constexpr int kLongestRun = 300;  ///< changes until the power goes

/// A folder of whose files the power takes what it may.
struct Machine {
  TempDir dir;
  fs::path home = dir / "home";
  Machine() { fs::create_directory(home); }

  /// Power is back, with what survived.
  void restart(Disk& disk, Random& random, std::uint64_t seed) {
    const fs::path after = dir / "after";
    fs::create_directory(after);
    disk.after_cut(home, after, random);
    fs::remove_all(home);
    fs::rename(after, home);
    disk.begin(seed);
  }
};

/// Calls `look` with what each cut at this moment may leave; remembers the first thing broken.
class Inspector {
 public:
  Inspector(Machine& machine, Random& random, std::function<void(const fs::path&)> look)
      : machine_(machine), random_(random), look_(std::move(look)) {}

  void come() noexcept {
    if (!broken_.empty()) return;
    ++moments_;
    for (int i = 0; i < kImagesEach && broken_.empty(); ++i) {
      const fs::path image = machine_.dir / "image";
      try {
        fs::create_directory(image);
        Disk::installed().after_cut(machine_.home, image, random_);
        ++images;
        look_(image);
      } catch (const std::exception& broken) {
        broken_ = "cut before change " + std::to_string(moments_) + ": " + broken.what();
      }
      Disk::installed().forget(image);
      std::error_code ignored;
      fs::remove_all(image, ignored);
    }
  }
  void demand_nothing_broken() const { demand(broken_.empty(), broken_); }
  int images = 0;

 private:
  Machine& machine_;
  Random& random_;
  std::function<void(const fs::path&)> look_;
  int moments_ = 0;
  std::string broken_;
};

/// The terminal's journal through the day, for one of the two ways to try.
struct Terminal {
  static constexpr const char* kFile = "journal.sqlite";
  TerminalDay day;
  std::unique_ptr<journal::Journal> journal;

  explicit Terminal(std::uint64_t seed) : day(seed) {}

  bool start(const fs::path& home) {
    auto opened = journal::Journal::open(home / kFile, journal::Mode::own);
    if (!opened.ok()) return false;
    journal = std::move(*opened);
    return true;
  }
  bool go_on() { return day.go_on(*journal); }
  void stop() { journal.reset(); }
  void inspect(const fs::path& image) const { day.ledger.compare(*open_sound(image / kFile)); }
  /// False if the power went again meanwhile.
  bool settle(const fs::path& home) {
    if (!start(home)) return false;
    demand(!journal->opened().was_damaged, "found damaged: " + journal->opened().damage);
    const auto findings = must(journal->check());
    demand(findings.empty(), findings.empty() ? "" : findings.front());
    day.ledger.settle(*journal);
    return true;
  }
};

struct Hub {
  HubDay day;
  std::unique_ptr<hub::Store> store;

  explicit Hub(std::uint64_t seed) : day(seed) {}

  bool start(const fs::path& home) {
    auto opened = hub::open_sqlite_store(home);
    if (!opened.ok()) return false;
    store = std::move(*opened);
    return true;
  }
  bool go_on() { return day.go_on(*store); }
  void stop() { store.reset(); }
  void inspect(const fs::path& image) const {
    auto opened = must(hub::open_sqlite_store(image));
    day.ledger.compare(*opened);
    opened.reset();
    demand_sound_database(image / "hub.sqlite");
  }
  bool settle(const fs::path& home) {
    if (!start(home)) return false;
    day.ledger.settle(*store);
    return true;
  }
};

template <class Product>
int every_write(Random& random) {
  const std::uint64_t seed = random();
  Disk& disk = Disk::installed();
  disk.begin(seed);
  Machine machine;
  Product product(seed);
  Inspector inspector(machine, random, [&](const fs::path& image) { product.inspect(image); });
  disk.before_change = [&] { inspector.come(); };
  demand(product.start(machine.home), "it does not start");
  for (int i = 0; i < kScriptedThings; ++i) {
    demand(product.go_on(), "a thing of the day was refused while the disk was well");
    inspector.demand_nothing_broken();
  }
  product.stop();
  disk.before_change = nullptr;
  inspector.demand_nothing_broken();
  return inspector.images;
}

/// Goes on until the power goes; mostly by itself, now and then stopping in good order.
template <class Product>
void live(Product& product, const Machine& machine, Random& random) {
  Disk& disk = Disk::installed();
  std::int64_t left = 1 + static_cast<std::int64_t>(below(random, kLongestRun));
  disk.before_change = [&disk, left]() mutable {
    if (--left <= 0) disk.cut();
  };
  bool goes_on = product.settle(machine.home);
  while (goes_on) {
    goes_on = product.go_on();
    if (goes_on && once_in(random, 40)) {
      product.stop();
      goes_on = !disk.is_cut() && product.start(machine.home);
    }
  }
  demand(disk.is_cut(), "a call was refused while the disk was well");
  product.stop();
}

template <class Product>
int at_random(Random& random) {
  const std::uint64_t seed = random();
  Disk& disk = Disk::installed();
  disk.begin(seed);
  Machine machine;
  Product product(seed);
  for (int cut = 1; cut <= kCutsInALife; ++cut) {
    try {
      live(product, machine, random);
      machine.restart(disk, random, seed);
    } catch (const Broken& broken) {
      throw Broken("after cut " + std::to_string(cut) + " of a life: " + broken.what());
    }
  }
  product.inspect(machine.home);
  return kCutsInALife;
}

}  // namespace

int main(int argc, char** argv) {
  return carry_out(
      argc, argv, 2'000,
      {{"terminal-every", "power cut at every write, the terminal's journal", 1, every_write<Terminal>},
       {"hub-every", "power cut at every write, the hub's store", 1, every_write<Hub>},
       {"terminal", "power cut at random, the terminal's journal", 5, at_random<Terminal>},
       {"hub", "power cut at random, the hub's store", 3, at_random<Hub>}});
}
