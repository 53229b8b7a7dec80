#include "tests/faults/full_disk.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "app/kiosk/runtime/health.h"
#include "core/journal/writer.h"
#include "tests/faults/hub_day.h"
#include "tests/faults/terminal_day.h"
#include "tests/kiosk/runtime/bench.h"

namespace farewell::testing {
namespace {

namespace fs = std::filesystem;
using journal::Journal;

constexpr std::size_t kBlock = 4096;

/// Leaves no block free.
void fill(const fs::path& file) {
  const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  const std::string block(kBlock, 'x');
  while (::write(fd, block.data(), block.size()) > 0) continue;
  ::close(fd);
}

bool is_full_error(const Error& error) {
  return error.code == ErrorCode::unavailable && error.message.find("full") != std::string::npos;
}

void write_text(const char* file, const std::string& text) {
  std::ofstream(file) << text;
}

bool has_flag(const wire::Health& health, const std::string& flag) {
  return std::find(health.flags.begin(), health.flags.end(), flag) != health.flags.end();
}

}  // namespace

void mount_small_disk(const fs::path& folder) {
  const uid_t user = ::getuid();
  const gid_t group = ::getgid();
  if (::unshare(user == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0)
    throw Skipped(std::string("no file system of its own is allowed here: ") + std::strerror(errno));
  if (user != 0) {
    write_text("/proc/self/setgroups", "deny");
    write_text("/proc/self/uid_map", "0 " + std::to_string(user) + " 1");
    write_text("/proc/self/gid_map", "0 " + std::to_string(group) + " 1");
  }
  ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
  if (::mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=4m") != 0)
    throw Skipped(std::string("no small file system can be mounted here: ") + std::strerror(errno));
}

/// The reserve is given up before an answer is lost; after that errors say what is wrong and nothing is
/// thanked for; with room again it goes on, and gets a reserve again.
void fill_the_terminals_disk(const fs::path& folder) {
  TerminalLedger ledger;
  auto journal = open_sound(folder / "journal");
  demand(!journal->has_given_up_reserve(), "there is no reserve on a disk with room for one");
  fill(folder / "filler");
  int number = 0, with_reserve = 0, refused = 0;
  const auto store = [&](int stage) {
    ledger.begin(number, stage);
    const Status stored = stage == kFinished
                              ? Status(journal->finish(visit_at(number, stage)).ok()
                                           ? Status()
                                           : Status(journal->finish(visit_at(number, stage)).error()))
                              : journal->save_unfinished(visit_at(number, stage));
    if (stored) return ledger.thanked(number), true;
    demand(is_full_error(stored.error()), "a full disk is called " + stored.error().text());
    return false;
  };
  for (; refused < 5 && number < 100'000; ++number) {
    const bool whole = store(kRated) && store(kAnswered) && store(kFinished);
    demand(whole || journal->has_given_up_reserve(), "an answer is refused while there is a reserve");
    with_reserve += whole;
    refused += !whole;
  }
  demand(with_reserve > 100, "the reserve was good for only " + std::to_string(with_reserve) + " visits");
  fs::remove(folder / "filler");
  demand(store(kRated) && store(kFinished), "it does not go on when there is room again");
  must(journal->forget_acknowledged(0));
  demand(!journal->has_given_up_reserve(), "there is room, and no reserve");
  journal.reset();
  ledger.compare(*open_sound(folder / "journal"));
}

/// Nothing thanks for what is not on disk, the terminal goes on, and health says why.
void show_a_full_disk(const fs::path& folder) {
  ::setenv("TMPDIR", folder.c_str(), 1);
  kiosk::testing::Bench bench;
  kiosk::Health health(bench.clock, bench.dir.path());
  demand(!has_flag(health.report(*bench.writer), "disk-full"), "health calls an empty disk full");
  bench.answer(4);
  demand(bench.runner.state().screen == visit::Screen::change, "a visit does not even go on with room");
  bench.tap(visit::ChangeDone{});
  bench.tap(visit::AllDoneTapped{});
  fill(folder / "filler");
  // With the reserve all is as ever.
  bench.answer(3);
  demand(bench.runner.state().screen == visit::Screen::change,
         "the reserve does not keep the terminal going");
  demand(has_flag(health.report(*bench.writer), "disk-full"), "health does not say that the disk is full");
  bench.tap(visit::ChangeDone{});
  bench.tap(visit::AllDoneTapped{});
  fill(folder / "filler");
  const auto on_disk = [&] {
    return must(bench.writer->ask([](Journal& it) { return it.current_stream(); })).last_seq;
  };
  const std::int64_t before = on_disk();
  bool thanked = true;
  for (int tries = 0; tries < 2'000 && thanked; ++tries) {
    bench.runner.dispatch(visit::FaceTapped{5});
    bench.settle();
    bench.wait(bench.runner.asked().survey.timings.hold_ms);
    thanked = bench.runner.state().screen == visit::Screen::change;
    if (!thanked) break;
    bench.tap(visit::ChangeDone{});
    bench.tap(visit::AllDoneTapped{});
    demand(!bench.runner.state().visit, "a visit on a full disk does not end");
    fill(folder / "filler");
  }
  demand(!thanked, "a disk without a free block takes answers for ever");
  demand(on_disk() >= before, "answers are gone");
  fs::remove(folder / "filler");
  bench.wait(120'000);
  bench.answer(5);
  demand(bench.runner.state().screen == visit::Screen::change, "it does not go on when there is room again");
}

/// The store says that it cannot, acknowledges nothing it has not, and takes the same batches later.
void fill_the_hubs_disk(const fs::path& folder) {
  HubDay day(20261122);
  auto store = must(hub::open_sqlite_store(folder));
  for (int i = 0; i < 10; ++i) demand(day.go_on(*store), "the store refuses with room");
  fill(folder / "filler");
  int taken = 0, refused = 0;
  while (refused < 20 && taken < 10'000) ++(day.go_on(*store) ? taken : refused);
  demand(refused == 20, "a disk without a free block takes batches for ever");
  day.ledger.settle(*store);
  fs::remove(folder / "filler");
  for (int i = 0; i < 10; ++i) demand(day.go_on(*store), "it does not go on when there is room again");
  store.reset();
  store = must(hub::open_sqlite_store(folder));
  day.ledger.settle(*store);
  store.reset();
  demand_sound_database(folder / "hub.sqlite");
}

}  // namespace farewell::testing
