// Batches: gapless streams, duplicates, forks, quarantine, groups.
#include "tests/contract/store_shop.h"

namespace farewell::testing {

namespace {

using hub::Verdict;

void follows(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto terminal = shop.enrol();
  const std::string stream = new_uuid_v4();
  CHECK(shop.take(batch(terminal, stream, arrivals(1, 3))).have_upto == 3);
  CHECK(shop.take(batch(terminal, stream, arrivals(4, 2))).have_upto == 5);
  CHECK(shop.responses().size() == 5);
}

void gap(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto terminal = shop.enrol();
  const std::string stream = new_uuid_v4();
  shop.take(batch(terminal, stream, arrivals(1, 2)));
  const auto receipt = shop.take(batch(terminal, stream, arrivals(4, 2)));
  CHECK(receipt.verdict == Verdict::taken);
  CHECK(receipt.have_upto == 2);
  CHECK(shop.responses().size() == 2);
}

void overlap(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto terminal = shop.enrol();
  const std::string stream = new_uuid_v4();
  const auto all = arrivals(1, 5);
  shop.take(batch(terminal, stream, {all.begin(), all.begin() + 3}));
  CHECK(shop.take(batch(terminal, stream, {all.begin() + 1, all.end()})).have_upto == 5);
  CHECK(shop.take(batch(terminal, stream, {all.begin(), all.begin() + 2})).have_upto == 5);
  CHECK(shop.responses().size() == 5);
}

void reopened(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto terminal = shop.enrol();
  const std::string stream = new_uuid_v4();
  shop.take(batch(terminal, stream, arrivals(1, 3)));
  const std::string epoch = shop.store->epoch();
  const wire::Key sealing_key = shop.store->sealing_key();
  shop.store = &under_test.reopen();
  CHECK(shop.take(batch(terminal, stream, {})).have_upto == 3);
  CHECK(shop.responses().size() == 3);
  CHECK(shop.store->epoch() == epoch);
  CHECK(shop.store->sealing_key() == sealing_key);
}

void fork_by_id(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto terminal = shop.enrol();
  const std::string stream = new_uuid_v4();
  shop.take(batch(terminal, stream, arrivals(1, 2)));
  CHECK(shop.take(batch(terminal, stream, arrivals(2, 2))).verdict == Verdict::forked);
  CHECK(shop.responses().size() == 2);
  CHECK(shop.store->summary(shop.site.id)->cloned == 1);
}

void fork_by_terminal(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto first = shop.enrol(), second = shop.enrol();
  const std::string stream = new_uuid_v4();
  shop.take(batch(first, stream, {}));
  CHECK(shop.take(batch(second, stream, arrivals(1, 1))).verdict == Verdict::forked);
  CHECK(shop.take(batch(first, stream, arrivals(1, 1))).verdict == Verdict::taken);
}

void fork_by_sender(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto first = shop.enrol(), second = shop.enrol();
  const auto shared = arrival(1);
  shop.take(batch(first, new_uuid_v4(), {shared}));
  const auto receipt = shop.take(batch(second, new_uuid_v4(), {arrival(1), arrival(2, shared.id)}));
  CHECK(receipt.verdict == Verdict::forked);
  CHECK(shop.responses().size() == 1);
}

void fork_is_told_once(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto first = shop.enrol(), second = shop.enrol();
  const auto shared = arrival(1);
  shop.take(batch(first, new_uuid_v4(), {shared}));
  REQUIRE(shop.take(batch(second, new_uuid_v4(), {shared})).verdict == Verdict::forked);
  const auto again = batch(second, new_uuid_v4(), {shared, arrival(2)});
  CHECK(shop.take(again).have_upto == 2);
  CHECK(shop.take(again).have_upto == 2);
  CHECK(shop.responses().size() == 2);
}

void duplicate(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto terminal = shop.enrol();
  const auto all = arrivals(1, 2);
  shop.take(batch(terminal, new_uuid_v4(), all));
  const auto elsewhere = batch(terminal, new_uuid_v4(), {arrival(1, all[1].id), arrival(2)});
  for (int times = 0; times < 2; ++times) {
    const auto receipt = shop.take(elsewhere);
    CHECK(receipt.verdict == Verdict::taken);
    CHECK(receipt.have_upto == 2);
  }
  CHECK(shop.responses().size() == 3);
}

void duplicate_within(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto terminal = shop.enrol();
  const auto first = arrival(1);
  CHECK(shop.take(batch(terminal, new_uuid_v4(), {first, arrival(2, first.id)})).have_upto == 2);
  CHECK(shop.responses().size() == 1);
}

void quarantine(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto terminal = shop.enrol();
  const auto mixed = batch(terminal, new_uuid_v4(), {arrival(1), broken(2), arrival(3)});
  CHECK(shop.take(mixed).have_upto == 3);
  CHECK(shop.take(mixed).have_upto == 3);
  CHECK(shop.responses().size() == 2);
  CHECK(shop.store->summary(shop.site.id)->quarantined == 1);
}

void quarantine_again(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto terminal = shop.enrol();
  shop.take(batch(terminal, new_uuid_v4(), {broken(1)}));
  const auto elsewhere = batch(terminal, new_uuid_v4(), {broken(1), arrival(2)});
  CHECK(shop.take(elsewhere).have_upto == 2);
  CHECK(shop.take(elsewhere).have_upto == 2);
  CHECK(shop.store->summary(shop.site.id)->quarantined == 1);
}

void group(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto first = shop.enrol(), second = shop.enrol();
  const std::string stream = new_uuid_v4();
  hub::Terminal unknown = first;
  unknown.id = new_uuid_v4();
  const std::vector<hub::Submission> all = {
      batch(first, stream, arrivals(1, 2)), batch(second, stream, arrivals(3, 1)),
      batch(unknown, new_uuid_v4(), arrivals(1, 1)), batch(first, stream, arrivals(3, 2))};
  const auto results = shop.store->take_batches(all);
  REQUIRE(results.size() == 4);
  CHECK(results[0]->have_upto == 2);
  CHECK(results[1]->verdict == Verdict::forked);
  CHECK(results[2].error().code == ErrorCode::not_found);
  CHECK(results[3]->have_upto == 4);
  CHECK(shop.responses().size() == 4);
}

void same_batches_at_once(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto terminal = shop.enrol();
  const auto one = batch(terminal, new_uuid_v4(), arrivals(1, 10));
  const std::vector<hub::Submission> all(64, one);
  for (const auto& result : shop.store->take_batches(all)) CHECK(result->have_upto == 10);
  CHECK(shop.responses().size() == 10);
}

void health(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto terminal = shop.enrol();
  auto heartbeat = batch(terminal, new_uuid_v4(), {});
  heartbeat.health = R"({"version":"0.1.0"})";
  heartbeat.hours = {{"2026-11-21T15:00:00Z", 9, 7, 5, 4}};
  CHECK(shop.take(heartbeat).verdict == Verdict::taken);
  heartbeat.hours[0].completed = 5;
  CHECK(shop.take(heartbeat).verdict == Verdict::taken);
}

}  // namespace

const std::vector<Fact>& batch_facts() {
  static const std::vector<Fact> kFacts = {
      {"what follows have_upto is stored", follows},
      {"a batch that leaves a gap stores nothing and is told have_upto", gap},
      {"what the hub has already is skipped", overlap},
      {"what was stored is there when the store is opened again", reopened},
      {"the same place in a stream with another id is a fork", fork_by_id},
      {"the stream of another terminal is a fork, and stays its owner's", fork_by_terminal},
      {"an id had from another terminal is a fork, and nothing of its batch is stored", fork_by_sender},
      {"a terminal known to be cloned may send what the other one sent", fork_is_told_once},
      {"an id had from the same terminal elsewhere is a duplicate, acknowledged and not stored twice",
       duplicate},
      {"an id that comes twice in one batch is stored once", duplicate_within},
      {"a response that breaks the schema lies in quarantine and counts as had", quarantine},
      {"a response in quarantine that comes in another stream is not kept twice", quarantine_again},
      {"of a group each batch has its own result", group},
      {"sixty-four copies of a batch in one group leave one row of each", same_batches_at_once},
      {"health comes with a batch or alone", health}};
  return kFacts;
}

}  // namespace farewell::testing
