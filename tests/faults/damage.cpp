// Bits turned over and files cut short, in everything a terminal keeps and in the hub's log: the terminal
// starts all the same, what is intact and unsent is carried over, and what is lost is told.
#include <fstream>
#include <map>

#include "app/kiosk/runtime/day_book.h"
#include "app/kiosk/runtime/prepare.h"
#include "core/base/assets.h"
#include "core/base/file.h"
#include "tests/faults/hub_day.h"
#include "tests/faults/power_vfs.h"
#include "tests/faults/terminal_day.h"
#include "tests/support/temp_dir.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

namespace fs = std::filesystem;
using journal::Journal;

constexpr int kVisits = 60;
constexpr int kAcknowledged = 20;
constexpr int kOnOne = 10;

void put(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

void turn_bit(std::string& bytes, Random& random) {
  if (bytes.empty()) return;
  char& byte = bytes[below(random, bytes.size())];
  byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1u << below(random, 8)));
}

/// A few bits over, or an end missing. Returns how many bits; 0: it was cut.
int harm(std::string& bytes, Random& random) {
  if (once_in(random, 4)) {
    bytes.resize(below(random, bytes.size() + 1));
    return 0;
  }
  const int bits = once_in(random, 2) ? 1 : static_cast<int>(2 + below(random, 6));
  for (int i = 0; i < bits; ++i) turn_bit(bytes, random);
  return bits;
}

// --- the terminal's journal
// ----------------------------------------------------------------------------------

/// A journal's bytes, and what is in it that the hub has not.
struct Sample {
  std::string bytes;
  std::map<std::string, wire::Response> unsent;

  Sample() {
    const TempDir dir;
    auto journal = must(Journal::open(dir / "journal", journal::Mode::own));
    for (int number = 0; number < kVisits; ++number) {
      must(journal->finish(visit_at(number, kFinished)));
      if (number >= kAcknowledged) unsent.emplace(visit_at(number, kRated).id, visit_at(number, kFinished));
    }
    must(journal->acknowledge(must(journal->current_stream()).id, kAcknowledged, 1'795'276'800'000));
    wire::Response unfinished = visit_at(kVisits, kAnswered);
    must(journal->save_unfinished(unfinished));
    unfinished.ended = wire::Ended::interrupted;
    unsent.emplace(unfinished.id, unfinished);
    journal.reset();
    bytes = must(read_file(dir / "journal"));
  }
};

std::map<std::string, wire::Response> unsent_of(Journal& journal) {
  std::map<std::string, wire::Response> unsent;
  for (const auto& stream : must(journal.streams())) {
    for (const auto& entry : must(journal.entries_after(stream.id, stream.acked_upto, 100'000, 1u << 28))) {
      auto response = must(wire::parse_response(entry.body, entry.id));
      response.seq = 0;
      demand(unsent.emplace(entry.id, response).second, entry.id + " would be sent twice");
    }
  }
  return unsent;
}

/// Opens what is left, demands that it works, and returns how many of `expected` are gone.
std::size_t demand_it_starts(const fs::path& file, const std::map<std::string, wire::Response>& expected,
                             journal::Opened& opened) {
  const auto journal = must(Journal::open(file, journal::Mode::own, &opened));
  const auto findings = must(journal->check());
  demand(findings.empty(), findings.empty() ? "" : "after mending: " + findings.front());
  const auto unsent = unsent_of(*journal);
  std::size_t lost = 0;
  for (const auto& [id, response] : expected) {
    const auto found = unsent.find(id);
    demand(found == unsent.end() || found->second == response, id + " is not what was written");
    if (found == unsent.end()) ++lost;
  }
  demand(must(journal->finish(visit_at(999, kFinished))) > 0, "it does not go on");
  demand(lost == 0 || opened.was_damaged, std::to_string(lost) + " answers are gone and nobody is told");
  demand(!opened.was_damaged || fs::exists(opened.set_aside), "the damaged file was not kept");
  return lost;
}

/// An answer that is whole in one page of what was not cut off can be saved.
std::size_t beyond_the_cut(const Sample& sample, const std::string& bytes) {
  std::size_t beyond = 0;
  for (const auto& [id, response] : sample.unsent) {
    const std::string words = response.change ? "\"" + response.change->comment + "\"" : id;
    const std::size_t at = bytes.rfind(words);
    const std::size_t page_end = (at / 4096 + 1) * 4096;
    if (at == bytes.npos || page_end > bytes.size() || response.unknown.contains("long")) ++beyond;
  }
  return beyond;
}

int damaged_journal(Random& random) {
  static const Sample sample;
  const TempDir dir;
  std::string bytes = sample.bytes;
  const int bits = harm(bytes, random);
  put(dir / "journal", bytes);
  journal::Opened opened;
  const std::size_t lost = demand_it_starts(dir / "journal", sample.unsent, opened);
  const std::size_t may_be_lost = bits > 0 ? static_cast<std::size_t>(bits) : beyond_the_cut(sample, bytes);
  demand(lost <= may_be_lost || bytes.empty(), std::to_string(lost) + " answers are gone for " +
                                                   (bits > 0 ? std::to_string(bits) + " bits" : "a cut"));
  if (opened.was_damaged) demand(must(read_file(opened.set_aside)) == bytes, "the damaged file was changed");
  return 1;
}

/// The power goes in mid-write, and the rollback journal that should mend it is damaged, too.
int damaged_rollback_journal(Random& random) {
  Disk& disk = Disk::installed();
  disk.begin(random());
  const TempDir dir, after;
  TerminalDay day(random());
  {
    auto journal = must(Journal::open(dir / "journal", journal::Mode::own));
    disk.before_change = [&disk, left = 40 + below(random, 400)]() mutable {
      if (--left == 0) disk.cut();
    };
    while (!disk.is_cut()) day.go_on(*journal);
  }
  disk.after_cut(dir.path(), after.path(), random);
  disk.begin(0);
  for (const auto& entry : fs::directory_iterator(after.path())) {
    if (!entry.path().string().ends_with("-journal")) continue;
    std::string bytes = must(read_file(entry.path()));
    harm(bytes, random);
    put(entry.path(), bytes);
  }
  journal::Opened opened;
  demand_it_starts(after / "journal", {}, opened);
  if (!opened.was_damaged) {
    const auto journal = must(Journal::open(after / "journal", journal::Mode::own));
    demand(must(journal->check()).empty(), "it goes on with a damaged file");
  }
  return 1;
}

// --- the hub's log
// -------------------------------------------------------------------------------------------

/// SQLite takes a log up to the first frame that is not what was written. What that loses is still with the
/// terminals; what is there must be whole commits and the very bytes that came.
int damaged_hub_log(Random& random) {
  static HubDay day(7);
  static const TempDir home;
  static const bool is_made = [] {
    auto store = must(hub::open_sqlite_store(home.path()));
    for (int i = 0; i < 30; ++i) demand(day.go_on(*store), "the hub's store refuses");
    fs::copy_file(home / "hub.sqlite", home / "kept.sqlite");
    fs::copy_file(home / "hub.sqlite-wal", home / "kept.sqlite-wal");
    return true;
  }();
  demand(is_made, "");
  for (int i = 0; i < kOnOne; ++i) {
    const TempDir dir;
    fs::copy_file(home / "kept.sqlite", dir / "hub.sqlite");
    std::string log = must(read_file(home / "kept.sqlite-wal", 1u << 28));
    harm(log, random);
    put(dir / "hub.sqlite-wal", log);
    const auto store = hub::open_sqlite_store(dir.path());
    if (!store.ok()) {
      demand(!store.error().message.empty(), "the hub refuses without a word");
      continue;
    }
    day.ledger.demand_prefix(**store);
  }
  return kOnOne;
}

// --- what lies beside the journal
// ------------------------------------------------------------------------------

const kiosk::Enrolled kEnrolled{"https://hub.example",
                                {.terminal = "0f8b5b0e-3c0a-4a54-9f7e-2f6d3c1b5a90",
                                 .key = {1, 2, 3},
                                 .sealing_key = {4, 5},
                                 .site_id = "7d1f4a3e-52c8-4d0b-8a6f-1c9e7b2d4f60",
                                 .site_name = "Demo shop",
                                 .time_zone = "Europe/Oslo"}};

std::string hub_config(int version) {
  return Json{{"version", version}, {"survey", survey::to_json(survey::default_survey())}}.dump();
}

void furnish(const fs::path& folder, const fs::path& config) {
  const auto data = must(kiosk::DataFolder::open(folder));
  must(data.save_enrolment(kEnrolled));
  must(data.save_hub_config(hub_config(1)));
  must(data.save_hub_config(hub_config(2)));
  must(treat::load_or_make_key(data.treat_key()));
  kiosk::DayBook book(data.today());
  for (int i = 0; i < 5; ++i) must(book.add_guest({2026, 11, 21}));
  put(config, R"({"name": "Front door", "theme": "night", "sound": "off", "panel_mm": 300})");
  must(kiosk::load_config(config, data.config()));
}

/// One file at a time, as a disk goes bad.
int damaged_files(Random& random) {
  const TempDir dir;
  kiosk::RunOptions options;
  options.data = dir / "terminal";
  options.config = dir / "config.json";
  furnish(options.data, options.config);
  const auto data = must(kiosk::DataFolder::open(options.data));
  const std::vector<fs::path> files{options.config,        data.config(),   data.enrolment(),
                                    data.enrolment_copy(), data.survey(),   data.previous_survey(),
                                    data.today(),          data.treat_key()};
  const fs::path& victim = files[below(random, files.size())];
  std::string bytes = must(read_file(victim));
  harm(bytes, random);
  put(victim, bytes);
  const std::string who = victim.filename().string();
  const auto prepared = kiosk::prepare(options, assets_folder());
  demand(prepared.ok(), who + " is damaged and the terminal does not start: " +
                            (prepared.ok() ? "" : prepared.error().text()));
  demand(prepared->enrolled.has_value() && prepared->enrolled->enrolment.key == kEnrolled.enrolment.key &&
             prepared->enrolled->enrolment.terminal == kEnrolled.enrolment.terminal,
         who + " is damaged and the terminal is no longer who it was");
  kiosk::DayBook book(data.today());
  book.turn_to({2026, 11, 21});
  must(book.add_guest({2026, 11, 21}));
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  return carry_out(
      argc, argv, 1'000,
      {{"journal", "bits turned over or an end missing: the journal", 12, damaged_journal},
       {"rollback", "the same after a power cut: the rollback journal", 4, damaged_rollback_journal},
       {"hub-log", "the same: the hub's log", 3, damaged_hub_log},
       {"files", "the same: configuration, enrolment, survey, day's book, treats' key", 1, damaged_files}});
}
