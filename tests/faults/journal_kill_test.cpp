// Whatever moment the power or the process goes, an answer that was said to be on disk is on disk.
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "core/journal/journal.h"
#include "tests/faults/journal_visits.h"
#include "tests/faults/tracer.h"
#include "tests/support/temp_dir.h"

using namespace farewell;
using namespace farewell::journal;
using namespace farewell::testing;

namespace {

/// How far each visit was said to have come, kept outside of the journal.
using Ledger = std::map<int, int>;

int number_from(const char* variable, int otherwise) {
  const char* given = std::getenv(variable);
  return given ? std::atoi(given) : otherwise;
}

Run write_visits(const std::filesystem::path& file, int first, int count, int at,
                 Meeting meeting = Meeting::kill) {
  return run_traced({JOURNAL_WRITER, file.string(), std::to_string(first), std::to_string(count)}, at,
                    meeting);
}

void enter(Ledger& ledger, const std::string& told) {
  std::istringstream lines(told);
  for (int number = 0, stage = 0; lines >> number >> stage;) ledger[number] = stage;
}

std::vector<wire::Response> all(Journal& journal) {
  std::vector<wire::Response> found;
  const Status read = journal.each({0, INT64_MAX}, [&](const wire::Response& response) -> Status {
    found.push_back(response);
    return {};
  });
  REQUIRE(read.ok());
  return found;
}

/// As visit `number` stood at `stage`: finished, or closed as interrupted at the next start.
bool is_visit_at(wire::Response response, int number, int stage) {
  auto expected = visit_at(number, stage);
  if (stage != kFinished) expected.ended = wire::Ended::interrupted;
  response.seq = 0;
  return response == expected;
}

/// A visit is found once, as it was last said to be or one call further, since that call may have been on its
/// way.
void compare(const Ledger& ledger, const std::vector<wire::Response>& found) {
  std::map<std::string, wire::Response> by_id;
  for (const auto& response : found) REQUIRE(by_id.emplace(response.id, response).second);
  for (const auto& [number, stage] : ledger) {
    INFO("visit " << number << " was told to have come to " << stage);
    const auto visit = by_id.find(visit_at(number, kRated).id);
    REQUIRE(visit != by_id.end());
    const bool as_told = is_visit_at(visit->second, number, stage);
    const bool one_further = stage < kFinished && is_visit_at(visit->second, number, stage + 1);
    CHECK((as_told || one_further));
  }
}

void reopen_and_compare(const std::filesystem::path& file, const Ledger& ledger) {
  const auto began = std::chrono::steady_clock::now();
  Opened opened;
  auto journal = Journal::open(file, Mode::own, &opened);
  const auto took = std::chrono::steady_clock::now() - began;
  INFO((journal.ok() ? "" : journal.error().text()));
  REQUIRE(journal.ok());
  CHECK(took < std::chrono::seconds(5));
  CHECK_FALSE(opened.was_damaged);
  const auto findings = (*journal)->check();
  REQUIRE(findings.ok());
  CHECK(findings->empty());  // no gaps among the numbers, among other things
  const auto found = all(**journal);
  compare(ledger, found);
  journal->reset();
  auto again = Journal::open(file, Mode::own, &opened);
  REQUIRE(again.ok());
  CHECK(opened.interrupted == 0);
  CHECK(all(**again) == found);
}

}  // namespace

TEST_CASE("nothing is said to be on disk before it is") {
  TempDir folder;
  const Run run = write_visits(folder / "journal.db", 0, 8, 0);
  CHECK(run.exit_code == 0);
  CHECK(run.told_too_soon == std::vector<std::string>{});
}

TEST_CASE("killed at any writing call of a visit, the journal keeps what was told") {
  TempDir empty;
  const Run whole = write_visits(empty / "journal.db", 0, 2, 0);
  REQUIRE(whole.exit_code == 0);
  REQUIRE(whole.writing_calls > 50);
  std::cout << whole.writing_calls << " writing calls in two visits from a new journal\n";
  for (int at = 1; at <= whole.writing_calls; ++at) {
    INFO("killed at " << at << ", " << whole.at[static_cast<std::size_t>(at - 1)]);
    TempDir folder;
    const Run run = write_visits(folder / "journal.db", 0, 2, at);
    REQUIRE(run.was_killed);
    Ledger ledger;
    enter(ledger, run.output);
    reopen_and_compare(folder / "journal.db", ledger);
  }
}

TEST_CASE("killed again and again at random, one journal keeps all that was ever told") {
  const auto seed =
      static_cast<unsigned>(number_from("FAREWELL_SEED", static_cast<int>(std::random_device{}() >> 1)));
  const int kills = number_from("FAREWELL_KILLS", 50);
  std::cout << "seed " << seed << ", " << kills << " kills\n";
  std::mt19937 random(seed);
  TempDir folder;
  const auto file = folder / "journal.db";
  Ledger ledger;
  for (int kill = 0; kill < kills; ++kill) {
    INFO("seed " << seed << " kill " << kill);
    const int at = 1 + static_cast<int>(random() % 120);
    const Run run = write_visits(file, kill * 10, 10, at);
    REQUIRE(run.was_killed);
    CHECK(run.told_too_soon == std::vector<std::string>{});
    enter(ledger, run.output);
    reopen_and_compare(file, ledger);
  }
}

TEST_CASE("killed at any writing call of a salvage, the journal keeps what was intact") {
  constexpr int kVisits = 20;
  TempDir sample;
  REQUIRE(write_visits(sample / "journal.db", 0, kVisits, 0).exit_code == 0);
  std::filesystem::resize_file(sample / "journal.db",
                               std::filesystem::file_size(sample / "journal.db") + 512);
  const auto copy_to = [&](const TempDir& folder) {
    std::filesystem::copy_file(sample / "journal.db", folder / "journal.db");
    return folder / "journal.db";
  };
  TempDir first;
  const Run whole = write_visits(copy_to(first), 0, 0, 0);
  REQUIRE(whole.exit_code == 0);
  REQUIRE(whole.writing_calls > 20);
  const auto salvaged = Journal::open(first / "journal.db", Mode::own);
  REQUIRE(salvaged.ok());
  const auto expected = all(**salvaged);
  REQUIRE(expected.size() >= 3);  // the hub is always that far behind
  for (int at = 1; at <= whole.writing_calls; ++at) {
    INFO("killed at " << at << ", " << whole.at[static_cast<std::size_t>(at - 1)]);
    TempDir folder;
    const auto file = copy_to(folder);
    REQUIRE(write_visits(file, 0, 0, at).was_killed);
    auto journal = Journal::open(file, Mode::own);
    REQUIRE(journal.ok());
    CHECK(all(**journal) == expected);
    CHECK((*journal)->check()->empty());
  }
}

#if defined(__x86_64__)
TEST_CASE("a disk that is full or fails at any writing call is an error once, and never a false thanks") {
  const Meeting meeting = GENERATE(Meeting::no_space, Meeting::input_output_error, Meeting::short_write);
  TempDir empty;
  const Run whole = write_visits(empty / "journal.db", 0, 1, 0);
  for (int at = 1; at <= whole.writing_calls; ++at) {
    INFO("failed at " << at << ", " << whole.at[static_cast<std::size_t>(at - 1)]);
    TempDir folder;
    const Run run = write_visits(folder / "journal.db", 0, 1, at, meeting);
    REQUIRE_FALSE(run.was_killed);
    // A line that is told by half is enough of a failure.
    const bool failed_to_tell = whole.at[static_cast<std::size_t>(at - 1)].starts_with("write pipe");
    CHECK(run.exit_code == (failed_to_tell ? 3 : 0));  // the second try succeeds
    Ledger ledger;
    enter(ledger, run.output);
    reopen_and_compare(folder / "journal.db", ledger);
  }
}
#endif
