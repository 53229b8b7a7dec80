// From a tap to the disk: how long the journal's calls take to return durable, beside a bare sqlite3 program
// that carries out the same statements on the same tables with the same settings. The two take turns, so that
// the disk's moods meet both.
//   bench_journal_tap [VISITS] [FOLDER]
#include <sqlite3.h>

#include <algorithm>
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

template <class Call>
double milliseconds(Call call) {
  const auto began = std::chrono::steady_clock::now();
  call();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

void demand(bool ok, const std::string& what) {
  if (ok) return;
  std::fprintf(stderr, "%s\n", what.c_str());
  std::exit(1);
}

/// The peer: nothing but SQLite, every statement prepared once.
class Bare {
 public:
  explicit Bare(const std::filesystem::path& file) {
    demand(sqlite3_open(file.c_str(), &sqlite_) == SQLITE_OK, "sqlite3_open");
    run("PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA "
        "cell_size_check = ON");
    save_ = prepared(
        "INSERT INTO unfinished(id, body, checksum) VALUES (?1, ?2, 0) ON CONFLICT(id) DO UPDATE SET "
        "body = excluded.body, checksum = excluded.checksum");
    drop_ = prepared("DELETE FROM unfinished WHERE id = ?1");
    insert_ = prepared(
        "INSERT INTO response(id, stream, seq, started_at_utc_ms, body, checksum) VALUES (?1, 1, ?3, ?4, ?2, "
        "0)");
    advance_ = prepared("UPDATE stream SET last_seq = ?3 WHERE number = 1");
  }
  ~Bare() {
    for (sqlite3_stmt* statement : {save_, drop_, insert_, advance_}) sqlite3_finalize(statement);
    sqlite3_close(sqlite_);
  }
  Bare(const Bare&) = delete;
  Bare& operator=(const Bare&) = delete;

  void save(const std::string& id, const std::string& body) { step(save_, id, body, 0); }
  void finish(const std::string& id, const std::string& body, std::int64_t seq) {
    run("BEGIN IMMEDIATE");
    step(drop_, id, body, seq);
    step(insert_, id, body, seq);
    step(advance_, id, body, seq);
    run("COMMIT");
  }

 private:
  void run(const char* sql) {
    demand(sqlite3_exec(sqlite_, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sql);
  }
  sqlite3_stmt* prepared(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    demand(sqlite3_prepare_v2(sqlite_, sql, -1, &statement, nullptr) == SQLITE_OK, sql);
    return statement;
  }
  void step(sqlite3_stmt* statement, const std::string& id, const std::string& body, std::int64_t seq) {
    const int parameters = sqlite3_bind_parameter_count(statement);
    sqlite3_bind_text(statement, 1, id.c_str(), -1, SQLITE_STATIC);
    if (parameters >= 2) sqlite3_bind_text(statement, 2, body.c_str(), -1, SQLITE_STATIC);
    if (parameters >= 3) sqlite3_bind_int64(statement, 3, seq);
    if (parameters >= 4) sqlite3_bind_int64(statement, 4, kBegan + seq * 60'000);
    demand(sqlite3_step(statement) == SQLITE_DONE, sqlite3_errmsg(sqlite_));
    sqlite3_reset(statement);
  }

  sqlite3* sqlite_ = nullptr;
  sqlite3_stmt *save_ = nullptr, *drop_ = nullptr, *insert_ = nullptr, *advance_ = nullptr;
};

wire::Response visit(int number) {
  wire::Response response;
  response.id = new_uuid_v7(kBegan + number * 60'000LL);
  response.survey_id = "default";
  response.language = "en";
  response.started_at_utc_ms = kBegan + number * 60'000LL;
  response.clock = {"6d8b3a52-0c1f-4e0b-9b7c-2f1f0f6f3a11", 81'234'567, true};
  response.satisfaction = {1 + number % 5, 5};
  response.change = wire::Change{{"waiting"}, "The queue at the till"};
  return response;
}

Json summary(std::vector<double> figures) {
  std::sort(figures.begin(), figures.end());
  const auto at = [&](double share) {
    return figures[static_cast<std::size_t>(share * static_cast<double>(figures.size() - 1))];
  };
  return {{"p50_ms", at(0.5)}, {"p99_ms", at(0.99)}};
}

}  // namespace

int main(int count, char** arguments) {
  const int visits = count > 1 ? std::atoi(arguments[1]) : 1'000;
  if (count > 2) ::setenv("TMPDIR", arguments[2], 1);
  const testing::TempDir folder;
  auto journal = journal::Journal::open(folder / "journal.db", journal::Mode::own);
  demand(journal.ok(), journal.ok() ? "" : journal.error().text());
  std::filesystem::copy_file(folder / "journal.db", folder / "bare.db");  // the same tables
  Bare bare(folder / "bare.db");

  std::vector<double> ours, theirs;
  for (int number = 1; number <= visits; ++number) {
    const auto response = visit(number);
    const auto body = journal::body_of(response);
    ours.push_back(
        milliseconds([&] { demand((*journal)->save_unfinished(response).ok(), "save_unfinished"); }));
    theirs.push_back(milliseconds([&] { bare.save(response.id, body); }));
    ours.push_back(milliseconds([&] { demand((*journal)->finish(response).ok(), "finish"); }));
    theirs.push_back(milliseconds([&] { bare.finish(response.id, body, number); }));
  }
  const Json mine = summary(ours), peer = summary(theirs);
  const Json line = {
      {"bench", "journal_tap"},
      {"visits", visits},
      {"journal", mine},
      {"peer", peer},
      {"peer_is", "sqlite3 " + std::string(sqlite3_libversion()) + ", same tables, statements and settings"},
      {"p99_ratio", mine["p99_ms"].get<double>() / peer["p99_ms"].get<double>()},
      {"p99_ratio_at_most", 2.0},
      {"machine", bench::machine()}};
  std::printf("%s\n", line.dump().c_str());
}
