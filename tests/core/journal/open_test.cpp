#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "core/base/file.h"
#include "core/journal/journal.h"
#include "tests/core/journal/opening.h"

using namespace farewell;
using namespace farewell::journal;
using namespace farewell::testing;

namespace {

Error refusal(const std::filesystem::path& file, Mode mode = Mode::own) {
  const auto journal = Journal::open(file, mode);
  REQUIRE_FALSE(journal.ok());
  return journal.error();
}

void run_sql(const std::filesystem::path& file, const std::string& sql) {
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
}

}  // namespace

TEST_CASE("a journal is its owner's alone to read") {
  TempDir folder;
  const auto before = ::umask(0);
  open(folder / "journal.db");
  ::umask(before);
  struct stat status {};
  REQUIRE(::stat((folder / "journal.db").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("a start that finds all well writes nothing") {
  TempDir folder;
  const auto file = folder / "journal.db";
  { finish(*open(file), 5); }
  const auto before = value_of(read_file(file));
  Opened opened;
  open(file, &opened);
  CHECK(value_of(read_file(file)) == before);
  CHECK(opened.interrupted == 0);
  CHECK_FALSE(opened.was_damaged);
}

TEST_CASE("another program's database is refused and stays as it is") {
  TempDir folder;
  const auto file = folder / "other.db";
  run_sql(file,
          "PRAGMA journal_mode = WAL; PRAGMA application_id = 7; CREATE TABLE song(title); INSERT INTO song "
          "VALUES ('Ode')");
  const auto before = value_of(read_file(file));
  CHECK(refusal(file).code == ErrorCode::conflict);
  CHECK(refusal(file, Mode::read_only).code == ErrorCode::conflict);
  CHECK(value_of(read_file(file)) == before);
}

TEST_CASE("a journal of a newer version is refused and stays as it is") {
  TempDir folder;
  const auto file = folder / "journal.db";
  { finish(*open(file), 5); }
  run_sql(file, "PRAGMA user_version = 2; UPDATE about SET format = 2; CREATE TABLE novelty(x)");
  const auto before = value_of(read_file(file));
  const Error error = refusal(file);
  CHECK(error.code == ErrorCode::conflict);
  CHECK(error.message.find("newer") != std::string::npos);
  CHECK(refusal(file, Mode::read_only).code == ErrorCode::conflict);
  CHECK(value_of(read_file(file)) == before);
}

TEST_CASE("a folder that does not exist is named") {
  TempDir folder;
  const Error error = refusal(folder / "nowhere" / "journal.db");
  CHECK(error.code == ErrorCode::unavailable);
  CHECK(error.context == (folder / "nowhere").string());
}

TEST_CASE("a folder that may not be written to is a clear error") {
  const Error error = refusal("/proc/farewell-journal.db");
  CHECK(error.code == ErrorCode::unavailable);
  CHECK(error.text().find("/proc/farewell-journal.db") != std::string::npos);
}

TEST_CASE("a second terminal is kept off the same journal until the first is gone") {
  TempDir folder;
  const auto file = folder / "journal.db";
  auto first = open(file);
  CHECK(refusal(file).code == ErrorCode::unavailable);
  value_of(first->finish(visit(4)));
  first.reset();
  CHECK(all(*open(file)).size() == 1);
}

TEST_CASE("a looker-on finds no journal where there is none, and makes none") {
  TempDir folder;
  CHECK(refusal(folder / "journal.db", Mode::read_only).code == ErrorCode::not_found);
  CHECK_FALSE(std::filesystem::exists(folder / "journal.db"));
}

TEST_CASE("a looker-on reads while visits are finished") {
  TempDir folder;
  const auto file = folder / "journal.db";
  auto journal = open(file);
  finish(*journal, 300);
  auto reader = value_of(Journal::open(file, Mode::read_only));
  int seen = 0;
  must(reader->each({0, kNow * 2}, [&](const wire::Response&) -> Status {
    if (++seen % 100 == 1) value_of(journal->finish(visit(3)));
    return {};
  }));
  CHECK(seen >= 300);
  CHECK(value_of(reader->check()).empty());
}

TEST_CASE("a looker-on cannot write") {
  TempDir folder;
  const auto file = folder / "journal.db";
  auto journal = open(file);
  auto reader = value_of(Journal::open(file, Mode::read_only));
  const auto finished = reader->finish(visit(3));
  REQUIRE_FALSE(finished.ok());
  CHECK(finished.error().code == ErrorCode::unavailable);
  CHECK(all(*journal).empty());
}

TEST_CASE("the check names a gap, a body that does not read and a row that is not what was written") {
  TempDir folder;
  const auto file = folder / "journal.db";
  { finish(*open(file), 5); }
  run_sql(file, "DELETE FROM response WHERE seq = 2; UPDATE response SET body = '{\"id\":1}' WHERE seq = 4");
  const auto findings = value_of(value_of(Journal::open(file, Mode::read_only))->check());
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].find("has 4 responses numbered 1 to 5") != std::string::npos);
  CHECK(findings[1].find("is not what was written") != std::string::npos);
  CHECK(findings[2].find("does not read") != std::string::npos);
}

TEST_CASE("one response that cannot be read does not hide the others") {
  TempDir folder;
  const auto file = folder / "journal.db";
  { finish(*open(file), 5); }
  run_sql(file, "UPDATE response SET body = 'scribble' WHERE seq = 2");
  auto reader = value_of(Journal::open(file, Mode::read_only));
  int seen = 0;
  const Status read =
      reader->each({0, kNow * 2}, [&](const wire::Response&) -> Status { return ++seen, Status{}; });
  CHECK(seen == 4);
  REQUIRE_FALSE(read.ok());
  CHECK(read.error().code == ErrorCode::corrupt);
}

TEST_CASE("what is deleted is wiped") {
  TempDir folder;
  const auto file = folder / "journal.db";
  auto journal = open(file);
  value_of(journal->finish(with_words(visit(2), "my number is 555-0123")));
  must(journal->acknowledge(value_of(journal->current_stream()).id, 1, kNow));
  value_of(journal->forget_acknowledged(kNow + kHour));
  journal.reset();
  CHECK(value_of(read_file(file)).find("555-0123") == std::string::npos);
}
