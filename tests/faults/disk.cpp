// A disk that fails, is full, or writes half of what it is given, at each call of the programs that write;
// and a file system of four megabytes that is really full. Clear errors, no false thanks, and on it goes once
// there is room.
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "core/base/file.h"
#include "tests/faults/full_disk.h"
#include "tests/faults/hub_day.h"
#include "tests/faults/store_batches.h"
#include "tests/faults/terminal_day.h"
#include "tests/faults/tracer.h"
#include "tests/support/temp_dir.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

namespace fs = std::filesystem;

constexpr int kVisits = 1;
constexpr int kBatches = 6;

// --- at each call
// ----------------------------------------------------------------------------------------------

Run write_visits(const fs::path& folder, int at, Meeting meeting) {
  return run_traced({JOURNAL_WRITER, folder / "journal", "0", std::to_string(kVisits)}, at, meeting);
}

void demand_visits(const fs::path& folder, const Run& run) {
  std::map<int, int> stages;
  std::istringstream lines(run.output);
  for (int number = 0, stage = 0; lines >> number >> stage;) stages[number] = stage;
  TerminalLedger ledger;
  for (const auto& [number, stage] : stages) {
    ledger.begin(number, stage);
    ledger.thanked(number);
    if (stage != kFinished) ledger.begin(number, stage + 1);
  }
  // A visit whose first line was not told.
  if (stages.size() < kVisits) ledger.begin(static_cast<int>(stages.size()), kRated);
  ledger.compare(*open_sound(folder / "journal"));
}

Run write_batches(const fs::path& folder, int at, Meeting meeting) {
  return run_traced({STORE_WRITER, folder.string(), std::to_string(kBatches)}, at, meeting);
}

void demand_batches(const fs::path& folder, const Run& run) {
  std::int64_t told = 0;
  std::istringstream lines(run.output);
  while (lines >> told) continue;
  {
    const auto store = must(hub::open_sqlite_store(folder));
    const auto site = store->find_site(kStoreSite);
    demand(site.ok() || told == 0, "the site is gone");
    if (!site.ok()) return;
    const auto page = must(store->responses({site->id, {0, INT64_MAX}, std::nullopt, 1'000}));
    const auto have = static_cast<std::int64_t>(page.size());
    demand(have >= told, std::to_string(told) + " were acknowledged, " + std::to_string(have) + " are there");
    demand(have % kInABatch == 0, "half of a batch is there");
    for (std::size_t i = 0; i < page.size(); ++i)
      demand(page[i].body.find(store_id(static_cast<std::int64_t>(i) + 1)) != std::string::npos, "a gap");
  }
  demand_sound_database(folder / "hub.sqlite");
}

using Write = Run (*)(const fs::path&, int, Meeting);
using Compare = void (*)(const fs::path&, const Run&);

/// Every call in its turn, each meeting every kind of trouble; a try goes on where the one before it ended.
class EachCall {
 public:
  EachCall(Write write, Compare compare) : write_(write), compare_(compare) {
    const TempDir sample;
    whole_ = write(sample.path(), 0, Meeting::kill);
    demand(whole_.exit_code == 0, "it does not even run on a good disk");
  }

  int go_on(Random& random) {
    if (next_ == 0) next_ = random() % 10'000;
    for (int i = 0; i < kAtOnce; ++i) meet(next_++);
    return kAtOnce;
  }

 private:
  static constexpr int kAtOnce = 20;
  static constexpr std::array kMeetings = {Meeting::no_space, Meeting::input_output_error,
                                           Meeting::short_write, Meeting::kill};

  void meet(std::size_t number) {
    const Meeting meeting = kMeetings[number % kMeetings.size()];
    const std::size_t which = number / kMeetings.size() % whole_.at.size();
    const std::string& call = whole_.at[which];
    const TempDir dir;
    const Run run = write_(dir.path(), static_cast<int>(which) + 1, meeting);
    // Whoever tells by half has failed to tell.
    const int expected = call.starts_with("write pipe") ? 3 : 0;
    try {
      demand(meeting == Meeting::kill ? run.was_killed : run.exit_code == expected,
             "ended with " + std::to_string(run.exit_code) + ", the second try failed, too");
      compare_(dir.path(), run);
    } catch (const std::exception& broken) {
      throw Broken("trouble " + std::to_string(number % kMeetings.size()) + " at call " +
                   std::to_string(which + 1) + ", " + call + ": " + broken.what());
    }
  }

  Write write_;
  Compare compare_;
  Run whole_;
  std::size_t next_ = 0;
};

int journal_at_each_call(Random& random) {
  static EachCall each(write_visits, demand_visits);
  return each.go_on(random);
}
int store_at_each_call(Random& random) {
  static EachCall each(write_batches, demand_batches);
  return each.go_on(random);
}

// --- four megabytes
// --------------------------------------------------------------------------------------------

/// Carries out `work` in a process with a file system of its own; what it says is what is broken.
void on_a_small_disk(const std::function<void(const fs::path&)>& work) {
  const TempDir dir;
  int ends[2];
  demand(::pipe(ends) == 0, "no pipe");
  std::cout.flush();
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    std::string said;
    int status = 0;
    try {
      mount_small_disk(dir.path());
      work(dir.path());
    } catch (const Skipped& skipped) {
      said = skipped.what();
      status = 77;
    } catch (const std::exception& broken) {
      said = broken.what();
      status = 1;
    }
    static_cast<void>(!::write(ends[1], said.data(), said.size()));
    ::_exit(status);
  }
  ::close(ends[1]);
  std::string said(4096, '\0');
  const ssize_t got = ::read(ends[0], said.data(), said.size());
  ::close(ends[0]);
  said.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 77) throw Skipped(said);
  demand(WIFEXITED(status) && WEXITSTATUS(status) == 0, said.empty() ? "it ended badly" : said);
}

int full_journal(Random&) {
  on_a_small_disk(fill_the_terminals_disk);
  return 1;
}
int full_screen(Random&) {
  on_a_small_disk(show_a_full_disk);
  return 1;
}
int full_store(Random&) {
  on_a_small_disk(fill_the_hubs_disk);
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  return carry_out(
      argc, argv, 200,
      {{"journal", "EIO, ENOSPC, half a write, SIGKILL at each call: the journal", 20, journal_at_each_call},
       {"store", "EIO, ENOSPC, half a write, SIGKILL at each call: the hub's store", 20, store_at_each_call},
       {"full-journal", "a full disk of 4 MiB: the journal and its reserve", 1, full_journal},
       {"full-screen", "a full disk of 4 MiB: what the screen and health say", 1, full_screen},
       {"full-store", "a full disk of 4 MiB: the hub's store", 1, full_store}});
}
