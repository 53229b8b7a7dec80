#include <catch2/catch.hpp>

#include "core/journal/journal.h"
#include "tests/core/journal/opening.h"

using namespace farewell;
using namespace farewell::journal;
using namespace farewell::testing;

namespace {

/// A journal with ten finished visits, and its stream.
struct Ten {
  TempDir folder;
  std::unique_ptr<Journal> journal = open(folder / "journal.db");
  std::vector<std::string> ids = finish(*journal, 10);
  std::string stream = value_of(journal->current_stream()).id;
  ~Ten() { CHECK(value_of(journal->check()).empty()); }

  std::vector<std::string> ids_from(std::size_t first) const {
    return {ids.begin() + static_cast<long>(first), ids.end()};
  }
};

}  // namespace

TEST_CASE("what is finished is unsent until the hub has it") {
  Ten ten;
  CHECK(value_of(ten.journal->unsent()).count == 10);
  CHECK(value_of(ten.journal->unsent()).oldest_started_at_utc_ms == kNow);
  must(ten.journal->acknowledge(ten.stream, 4, kNow));
  CHECK(value_of(ten.journal->unsent()).count == 6);
  CHECK(value_of(ten.journal->unsent()).oldest_started_at_utc_ms == kNow + 4 * 60'000);
  must(ten.journal->acknowledge(ten.stream, 10, kNow));
  CHECK(value_of(ten.journal->unsent()).count == 0);
  CHECK(value_of(ten.journal->unsent()).oldest_started_at_utc_ms == 0);
}

TEST_CASE("entries come in order after a number, as many as may") {
  Ten ten;
  const auto entries = value_of(ten.journal->entries_after(ten.stream, 3, 4, 1u << 20));
  REQUIRE(entries.size() == 4);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    CHECK(entries[i].seq == static_cast<std::int64_t>(4 + i));
    CHECK(entries[i].id == ten.ids[3 + i]);
  }
}

TEST_CASE("entries keep to the bytes allowed, but are always at least one") {
  Ten ten;
  CHECK(value_of(ten.journal->entries_after(ten.stream, 0, 10, 1)).size() == 1);
  const auto one = value_of(ten.journal->entries_after(ten.stream, 0, 1, 1u << 20));
  CHECK(value_of(ten.journal->entries_after(ten.stream, 0, 10, one[0].body.size() * 3)).size() == 3);
}

TEST_CASE("a hub restored from a backup gets again what it lacks") {
  Ten ten;
  must(ten.journal->acknowledge(ten.stream, 10, kNow));
  must(ten.journal->acknowledge(ten.stream, 2, kNow + kHour));
  CHECK(value_of(ten.journal->unsent()).count == 8);
  CHECK(unsent_ids(*ten.journal) == ten.ids_from(2));
}

TEST_CASE("a hub that lacks what is forgotten gets what is kept, under a new stream") {
  Ten ten;
  must(ten.journal->acknowledge(ten.stream, 5, kNow));
  must(ten.journal->acknowledge(ten.stream, 8, kNow + 2 * kHour));
  CHECK(value_of(ten.journal->forget_acknowledged(kNow + kHour)) == 5);
  must(ten.journal->acknowledge(ten.stream, 2, kNow + 3 * kHour));
  const auto current = value_of(ten.journal->current_stream());
  CHECK(current.id != ten.stream);
  CHECK(current.last_seq == 5);
  CHECK(unsent_ids(*ten.journal) == ten.ids_from(5));
}

TEST_CASE("a hub that lacks all that was forgotten does not hold up the next response") {
  Ten ten;
  must(ten.journal->acknowledge(ten.stream, 10, kNow));
  CHECK(value_of(ten.journal->forget_acknowledged(kNow + 1)) == 10);
  must(ten.journal->acknowledge(ten.stream, 3, kNow));
  CHECK(value_of(ten.journal->current_stream()).id != ten.stream);
  CHECK(value_of(ten.journal->finish(visit(3))) == 1);
}

TEST_CASE("a hub that has more than was ever given has heard a copy, and nothing counts as had") {
  Ten ten;
  must(ten.journal->acknowledge(ten.stream, 6, kNow));
  must(ten.journal->acknowledge(ten.stream, 12, kNow));
  CHECK(value_of(ten.journal->current_stream()).id != ten.stream);
  CHECK(unsent_ids(*ten.journal) == ten.ids_from(6));
  const auto after = value_of(ten.journal->current_stream()).id;
  must(ten.journal->acknowledge(ten.stream, 12, kNow));  // heard again, of a stream at rest
  CHECK(value_of(ten.journal->current_stream()).id == after);
}

TEST_CASE("after a fork what is unacknowledged moves to a new stream, ids kept") {
  Ten ten;
  must(ten.journal->acknowledge(ten.stream, 7, kNow));
  const auto fresh = value_of(ten.journal->start_new_stream(ten.stream));
  CHECK(fresh.id != ten.stream);
  CHECK(fresh.last_seq == 3);
  CHECK(value_of(ten.journal->current_stream()).id == fresh.id);
  CHECK(unsent_ids(*ten.journal) == ten.ids_from(7));
  CHECK(value_of(ten.journal->streams()).size() == 2);
  CHECK(value_of(ten.journal->finish(visit(3))) == 4);
  CHECK(all(*ten.journal).size() == 11);
}

TEST_CASE("a rejected response is not counted unsent, and is kept") {
  Ten ten;
  must(ten.journal->mark_rejected(ten.stream, 3, "satisfaction.value is 9, of is 5"));
  CHECK(value_of(ten.journal->unsent()).count == 9);
  must(ten.journal->acknowledge(ten.stream, 5, kNow));
  CHECK(value_of(ten.journal->unsent()).count == 5);
  CHECK(all(*ten.journal).size() == 10);
}

TEST_CASE("a rejected response is sent again to a hub that lost its quarantine") {
  Ten ten;
  must(ten.journal->mark_rejected(ten.stream, 3, "satisfaction.value is 9, of is 5"));
  must(ten.journal->acknowledge(ten.stream, 10, kNow));
  must(ten.journal->acknowledge(ten.stream, 1, kNow));
  CHECK(value_of(ten.journal->unsent()).count == 9);
  CHECK(unsent_ids(*ten.journal) == ten.ids_from(1));
}

TEST_CASE("a dead response is set aside and what follows moves to a new stream without gaps") {
  Ten ten;
  must(ten.journal->acknowledge(ten.stream, 2, kNow));
  must(ten.journal->mark_dead(ten.stream, 5, "the hub answered 422"));
  auto expected = ten.ids_from(2);
  expected.erase(expected.begin() + 2);
  CHECK(unsent_ids(*ten.journal) == expected);
  const auto unsent = value_of(ten.journal->unsent());
  CHECK(unsent.count == 7);
  CHECK(unsent.dead == 1);
  CHECK(all(*ten.journal).size() == 10);
}

TEST_CASE("dead responses join the current stream again") {
  Ten ten;
  must(ten.journal->mark_dead(ten.stream, 1, "the hub answered 422"));
  const auto second = value_of(ten.journal->current_stream());
  must(ten.journal->mark_dead(second.id, 1, "the hub answered 422"));
  CHECK(value_of(ten.journal->revive_dead()) == 2);
  CHECK(value_of(ten.journal->unsent()).dead == 0);
  CHECK(unsent_ids(*ten.journal).size() == 10);
  CHECK(value_of(ten.journal->revive_dead()) == 0);
}

TEST_CASE("what the hub has cannot be dead") {
  Ten ten;
  must(ten.journal->acknowledge(ten.stream, 5, kNow));
  const Status marked = ten.journal->mark_dead(ten.stream, 5, "the hub answered 422");
  REQUIRE_FALSE(marked.ok());
  CHECK(marked.error().code == ErrorCode::conflict);
}

TEST_CASE("a finished visit that is dead is not finished twice") {
  Ten ten;
  must(ten.journal->mark_dead(ten.stream, 4, "the hub answered 422"));
  auto again = visit(3);
  again.id = ten.ids[3];
  CHECK(value_of(ten.journal->finish(again)) == 4);
  CHECK(all(*ten.journal).size() == 10);
}

TEST_CASE("streams of which nothing is kept are not listed, the current one always is") {
  Ten ten;
  must(ten.journal->mark_dead(ten.stream, 1, "the hub answered 422"));
  const auto streams = value_of(ten.journal->streams());
  REQUIRE(streams.size() == 1);
  CHECK(streams[0].id == value_of(ten.journal->current_stream()).id);
}

TEST_CASE("a stream that is not here is named") {
  Ten ten;
  const std::string other = new_uuid_v4();
  for (const Status& status :
       {ten.journal->acknowledge(other, 1, kNow), ten.journal->mark_rejected(other, 1, "no"),
        ten.journal->mark_dead(other, 1, "no")}) {
    REQUIRE_FALSE(status.ok());
    CHECK(status.error().code == ErrorCode::not_found);
    CHECK(status.error().context == other);
  }
}

TEST_CASE("acknowledged responses are forgotten when their time has come, unsent ones never") {
  Ten ten;
  must(ten.journal->acknowledge(ten.stream, 3, kNow));
  must(ten.journal->acknowledge(ten.stream, 6, kNow + 2 * kHour));
  CHECK(value_of(ten.journal->forget_acknowledged(kNow)) == 0);
  CHECK(value_of(ten.journal->forget_acknowledged(kNow + kHour)) == 3);
  CHECK(value_of(ten.journal->forget_acknowledged(kNow + 1000 * kHour)) == 3);
  CHECK(unsent_ids(*ten.journal) == ten.ids_from(6));
  CHECK(value_of(ten.journal->forget_acknowledged(kNow + 1000 * kHour)) == 0);
}

TEST_CASE("numbers go on after everything was forgotten") {
  Ten ten;
  must(ten.journal->acknowledge(ten.stream, 10, kNow));
  CHECK(value_of(ten.journal->forget_acknowledged(kNow + kHour)) == 10);
  CHECK(value_of(ten.journal->finish(visit(3))) == 11);
  CHECK(value_of(ten.journal->unsent()).count == 1);
}

TEST_CASE("a rewind does not make a response younger than the hub's word for it") {
  Ten ten;
  must(ten.journal->acknowledge(ten.stream, 10, kNow));
  must(ten.journal->acknowledge(ten.stream, 4, kNow + 5 * kHour));
  CHECK(value_of(ten.journal->forget_acknowledged(kNow + kHour)) == 4);
  CHECK(unsent_ids(*ten.journal) == ten.ids_from(4));
}
