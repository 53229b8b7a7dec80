#include "core/journal/journal.h"

#include <catch2/catch.hpp>

#include "tests/core/journal/opening.h"

using namespace farewell;
using namespace farewell::journal;
using namespace farewell::testing;

TEST_CASE("a finished visit is read back as it was, with its number") {
  TempDir folder;
  auto journal = open(folder / "journal.db");
  auto response = with_words(visit(4), "More light, \"please\" \xe2\x98\x83");
  CHECK(value_of(journal->finish(response)) == 1);
  response.seq = 1;
  CHECK(all(*journal) == std::vector{response});
}

TEST_CASE("a visit found unfinished is closed as interrupted, exactly once") {
  TempDir folder;
  const auto response = with_words(visit(2), "the queue");
  {
    auto journal = open(folder / "journal.db");
    value_of(journal->finish(visit(5)));
    must(journal->save_unfinished(response));
  }
  Opened opened;
  open(folder / "journal.db", &opened);
  CHECK(opened.interrupted == 1);
  auto journal = open(folder / "journal.db", &opened);
  CHECK(opened.interrupted == 0);
  const auto found = all(*journal);
  REQUIRE(found.size() == 2);
  auto expected = response;
  expected.seq = 2;
  expected.ended = wire::Ended::interrupted;
  CHECK(found[1] == expected);
}

TEST_CASE("finishing a visit takes it from the unfinished ones") {
  TempDir folder;
  const auto response = visit(3);
  {
    auto journal = open(folder / "journal.db");
    must(journal->save_unfinished(response));
    value_of(journal->finish(response));
  }
  Opened opened;
  auto journal = open(folder / "journal.db", &opened);
  CHECK(opened.interrupted == 0);
  CHECK(all(*journal).size() == 1);
}

TEST_CASE("a visit saved again replaces what stood") {
  TempDir folder;
  auto response = visit(2);
  {
    auto journal = open(folder / "journal.db");
    must(journal->save_unfinished(response));
    response.satisfaction.value = 5;
    must(journal->save_unfinished(response));
  }
  auto journal = open(folder / "journal.db");
  const auto found = all(*journal);
  REQUIRE(found.size() == 1);
  CHECK(found[0].satisfaction.value == 5);
}

TEST_CASE("finishing the same visit again returns its number and changes nothing") {
  TempDir folder;
  auto journal = open(folder / "journal.db");
  auto response = visit(4);
  CHECK(value_of(journal->finish(response)) == 1);
  CHECK(value_of(journal->finish(visit(4))) == 2);
  response.satisfaction.value = 1;
  CHECK(value_of(journal->finish(response)) == 1);
  const auto found = all(*journal);
  REQUIRE(found.size() == 2);
  CHECK(found[0].satisfaction.value == 4);
  CHECK(value_of(journal->current_stream()).last_seq == 2);
}

TEST_CASE("numbers go on where they stopped when the journal is opened again") {
  TempDir folder;
  { finish(*open(folder / "journal.db"), 3); }
  auto journal = open(folder / "journal.db");
  CHECK(value_of(journal->finish(visit(3))) == 4);
}

TEST_CASE("fields of a newer format are given back as they came") {
  TempDir folder;
  auto journal = open(folder / "journal.db");
  auto response = visit(4);
  response.unknown = {{"weather", {{"rain", true}}}};
  value_of(journal->finish(response));
  CHECK(all(*journal)[0].unknown == response.unknown);
}

TEST_CASE("responses of a range come oldest first, and its end is not within") {
  TempDir folder;
  auto journal = open(folder / "journal.db");
  const auto late = visit(1, kNow + 2'000), early = visit(2, kNow), middle = visit(3, kNow + 1'000);
  for (const auto& response : {late, early, middle}) value_of(journal->finish(response));
  std::vector<std::string> ids;
  must(journal->each({kNow, kNow + 2'000}, [&](const wire::Response& response) -> Status {
    ids.push_back(response.id);
    return {};
  }));
  CHECK(ids == std::vector{early.id, middle.id});
}

TEST_CASE("reading goes on past one page, also where visits began in the same millisecond") {
  TempDir folder;
  auto journal = open(folder / "journal.db");
  for (int i = 0; i < 300; ++i) value_of(journal->finish(visit(3)));
  CHECK(all(*journal).size() == 300);
}

TEST_CASE("reading stops at the first error of the one who asked") {
  TempDir folder;
  auto journal = open(folder / "journal.db");
  finish(*journal, 3);
  int seen = 0;
  const Status read = journal->each({0, kNow * 2}, [&](const wire::Response&) -> Status {
    if (++seen == 2) return Error{ErrorCode::too_large, "enough", ""};
    return {};
  });
  CHECK(seen == 2);
  REQUIRE_FALSE(read.ok());
  CHECK(read.error().message == "enough");
}

TEST_CASE("hours add up, and the most recent ones come oldest first") {
  TempDir folder;
  auto journal = open(folder / "journal.db");
  must(journal->count(kNow - kHour, {"", 9, 9, 9, 9}));
  must(journal->count(kNow + 59 * 60'000, {"", 1, 1, 0, 0}));
  must(journal->count(kNow, {"", 1, 0, 2, 3}));
  must(journal->count(kNow + kHour, {"", 5, 0, 0, 0}));
  const auto hours = value_of(journal->hours(2));
  REQUIRE(hours.size() == 2);
  CHECK(hours[0] == wire::HourCounts{"2026-11-21T16:00:00Z", 2, 1, 2, 3});
  CHECK(hours[1] == wire::HourCounts{"2026-11-21T17:00:00Z", 5, 0, 0, 0});
}

TEST_CASE("a journal in order has no findings") {
  TempDir folder;
  auto journal = open(folder / "journal.db");
  finish(*journal, 20);
  must(journal->acknowledge(value_of(journal->current_stream()).id, 7, kNow));
  CHECK(value_of(journal->check()).empty());
}
