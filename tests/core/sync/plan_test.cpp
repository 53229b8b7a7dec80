#include "core/sync/plan.h"

#include <catch2/catch.hpp>

using namespace farewell::sync;
using farewell::journal::Entry;
using farewell::journal::Stream;

namespace {

std::vector<Entry> entries(std::initializer_list<std::int64_t> seqs) {
  std::vector<Entry> out;
  for (const std::int64_t seq : seqs) out.push_back({seq, "id-" + std::to_string(seq), "{}"});
  return out;
}

std::vector<std::int64_t> seqs(const std::vector<Entry>& entries) {
  std::vector<std::int64_t> out;
  for (const Entry& entry : entries) out.push_back(entry.seq);
  return out;
}

}  // namespace

TEST_CASE("the oldest stream with something unacknowledged goes first") {
  const std::vector<Stream> streams{{"a", 5, 5}, {"b", 5, 6}, {"c", 0, 1}};
  CHECK(next_stream(streams, {"a", "b", "c"})->id == "b");
}

TEST_CASE("a stream that the hub has not spoken of is asked about") {
  CHECK(next_stream({{"a", 5, 5}, {"b", 5, 5}}, {"a"})->id == "b");
}

TEST_CASE("nothing is sent when all streams are heard of and acknowledged") {
  CHECK_FALSE(next_stream({{"a", 5, 5}, {"b", 0, 0}}, {"a", "b"}));
}

TEST_CASE("a heartbeat asks about the current stream and, by turns, one older") {
  Heard heard{"a", "b", "now"};
  heard = for_heartbeat(heard, "now");
  CHECK(heard == Heard{"b"});
  heard = with_heard(with_heard(heard, "a"), "now");
  heard = for_heartbeat(heard, "now");
  CHECK(heard == Heard{"a"});
}

TEST_CASE("a batch ends before a gap") {
  CHECK(seqs(without_gaps(entries({6, 7, 9}), 5)) == std::vector<std::int64_t>{6, 7});
  CHECK(seqs(without_gaps(entries({5, 6, 8}), 5)) == std::vector<std::int64_t>{5, 6});
  CHECK(seqs(without_gaps(entries({5, 7}), 5)) == std::vector<std::int64_t>{5});
  CHECK(without_gaps(entries({7, 8}), 5).empty());
  CHECK(without_gaps({}, 5).empty());
}

TEST_CASE("the hub is believed no further than what was sent") {
  CHECK(believed(9, 5, entries({6, 7})) == 7);
  CHECK(believed(6, 5, entries({6, 7})) == 6);
  CHECK(believed(9, 5, {}) == 5);
}

TEST_CASE("the hub is believed when it has less") {
  CHECK(believed(2, 5, entries({6, 7})) == 2);
  CHECK(believed(0, 5, {}) == 0);
}

TEST_CASE("only rejections of what was sent count") {
  const auto mine = of_batch({{6, "id-6", "x"}, {7, "other", "y"}, {9, "id-9", "z"}}, entries({6, 7}));
  REQUIRE(mine.size() == 1);
  CHECK(mine[0].id == "id-6");
}

TEST_CASE("what waits to be sent comes before the heartbeat, and nothing before a wait is over") {
  CHECK(Timetable{100, std::nullopt, 0}.due_ms() == 100);
  CHECK(Timetable{100, 50, 0}.due_ms() == 50);
  CHECK(Timetable{100, 500, 0}.due_ms() == 100);
  CHECK(Timetable{100, 50, 200}.due_ms() == 200);
}
