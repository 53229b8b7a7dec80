// Opening a journal that has gathered many responses, beside opening an empty one.
//   bench_journal_start [RESPONSES] [FOLDER]
#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "core/base/ids.h"
#include "core/journal/journal.h"
#include "core/journal/rows.h"
#include "tests/bench/machine.h"
#include "tests/support/temp_dir.h"

using namespace farewell;

namespace {

constexpr std::int64_t kBegan = 1'795'276'800'000;  // 2026-11-21T16:00:00Z
constexpr int kOpenings = 15;

std::unique_ptr<journal::Journal> open(const std::filesystem::path& file) {
  journal::Opened opened;
  auto journal = journal::Journal::open(file, journal::Mode::own, &opened);
  if (!journal.ok() || opened.was_damaged) {
    std::fprintf(stderr, "%s\n", journal.ok() ? opened.damage.c_str() : journal.error().text().c_str());
    std::exit(1);
  }
  return std::move(*journal);
}

wire::Response visit(int number) {
  wire::Response response;
  response.id = new_uuid_v7(kBegan + number * 60'000LL);
  response.survey_id = "default";
  response.language = "en";
  response.started_at_utc_ms = kBegan + number * 60'000LL;
  response.clock = {"6d8b3a52-0c1f-4e0b-9b7c-2f1f0f6f3a11", 81'234'567, true};
  response.satisfaction = {1 + number % 5, 5};
  response.change = wire::Change{{"waiting"}, "The queue at the till, number " + std::to_string(number)};
  return response;
}

/// As if they had been finished one by one, but without waiting for the disk each time.
void fill(const std::filesystem::path& file, int responses) {
  const std::string stream = (*open(file)->current_stream()).id;
  SQLite::Database sqlite(file.string(), SQLite::OPEN_READWRITE);
  sqlite.exec("PRAGMA synchronous = OFF; BEGIN");
  SQLite::Statement insert(sqlite,
                           "INSERT INTO response(id, stream, seq, started_at_utc_ms, body, checksum) "
                           "VALUES (?, 1, ?, ?, ?, ?)");
  for (int seq = 1; seq <= responses; ++seq) {
    const auto response = visit(seq);
    const auto body = journal::body_of(response);
    insert.bind(1, response.id);
    insert.bind(2, seq);
    insert.bind(3, response.started_at_utc_ms);
    insert.bind(4, body);
    insert.bind(5, journal::response_checksum(response.id, {1, seq}, response.started_at_utc_ms, body));
    insert.exec();
    insert.reset();
  }
  SQLite::Statement advance(sqlite, "UPDATE stream SET last_seq = ?, checksum = ?");
  advance.bind(1, responses);
  advance.bind(2, journal::stream_checksum(1, stream, responses, 0));
  advance.exec();
  sqlite.exec("COMMIT");
}

double open_ms(const std::filesystem::path& file) {
  const auto began = std::chrono::steady_clock::now();
  open(file);
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

}  // namespace

int main(int count, char** arguments) {
  const int responses = count > 1 ? std::atoi(arguments[1]) : 1'000'000;
  if (count > 2) ::setenv("TMPDIR", arguments[2], 1);
  const testing::TempDir folder;
  open(folder / "empty.db");
  fill(folder / "full.db", responses);
  std::vector<double> empty, full;
  for (int i = 0; i < kOpenings; ++i) {
    empty.push_back(open_ms(folder / "empty.db"));
    full.push_back(open_ms(folder / "full.db"));
  }
  const double of_empty = bench::median(empty), of_full = bench::median(full);
  const Json line = {{"bench", "journal_start"},
                     {"responses", responses},
                     {"bytes", std::filesystem::file_size(folder / "full.db")},
                     {"empty_ms", of_empty},
                     {"full_ms", of_full},
                     {"ratio", of_full / of_empty},
                     {"ratio_at_most", 1.2},
                     {"machine", bench::machine()}};
  std::printf("%s\n", line.dump().c_str());
}
