// What comes out right by itself: rejected and refused responses, forks, clones, restored hubs and journals.
#include "core/sync/sync.h"
#include "core/wire/problems.h"
#include "tests/core/sync/terminal.h"

using namespace farewell;
using namespace farewell::testing;
using Kind = sync::SyncState::Kind;

namespace {

struct Shop {
  ManualClock clock;
  MadeHub hub{clock};
  Terminal terminal{clock, hub};

  std::string finish_and_send() {
    std::string id = terminal.finish();
    terminal.settle();
    return id;
  }
  void refuse_if(std::function<bool(const std::string&)> at_fault, const wire::ProblemKind& kind) {
    hub.instead = [this, at_fault, kind](const sync::Request& request, const std::string& body) {
      return at_fault(body) ? std::optional(hub.problem(request, kind)) : std::nullopt;
    };
  }
  /// One response that the hub refused until the terminal put it aside; the hub is upgraded then.
  void set_one_aside() {
    const std::string bad = terminal.finish();
    refuse_if([bad](const std::string& body) { return body.find(bad) != std::string::npos; },
              wire::problems::kInvalidBatch);
    while (terminal.unsent().dead == 0) terminal.step();
    hub.instead = nullptr;
  }
};

/// As restoring a copy of the journal's file does, or cloning the tablet.
void copy_journal(Terminal& from, Terminal& to) {
  from.stop();
  to.stop();
  std::filesystem::copy_file(from.file(), to.file(), std::filesystem::copy_options::overwrite_existing);
  from.start();
  to.start();
}

std::set<std::string> both(const Terminal& a, const Terminal& b) {
  std::set<std::string> all = a.finished;
  all.insert(b.finished.begin(), b.finished.end());
  return all;
}

/// A response that the hub's schema does not take, and the journal does.
wire::Response out_of_scale(const Clock& clock) {
  wire::Response response = a_response(clock);
  response.satisfaction = {9, 5};
  return response;
}

}  // namespace

TEST_CASE("a response lost with its reply is acknowledged the second time and not stored twice") {
  Shop shop;
  shop.terminal.finish();
  shop.hub.weather = [] { return Weather::reply_lost; };
  shop.terminal.step();
  CHECK(shop.terminal.unsent().count == 1);
  shop.hub.weather = nullptr;
  shop.terminal.settle();
  CHECK(shop.terminal.unsent().count == 0);
  CHECK(had_by(shop.hub) == shop.terminal.finished);
}

TEST_CASE("a rejected response counts as had and is not sent again") {
  Shop shop;
  const std::string bad = shop.terminal.finish(out_of_scale(shop.clock));
  const std::string good = shop.terminal.finish();
  shop.terminal.settle();
  CHECK(shop.hub.state().quarantine.at(bad) == "satisfaction.value is 9, of is 5");
  CHECK(had_by(shop.hub) == std::set{good});
  CHECK(shop.terminal.unsent().count == 0);
  CHECK(shop.terminal.sync->state().kind == Kind::well);
}

TEST_CASE("a batch that is too large is halved, down to one") {
  Shop shop;
  for (int i = 0; i < 20; ++i) shop.terminal.finish();
  const auto more_than_one = [](const std::string& body) {
    return body.find("\"seq\"") != body.rfind("\"seq\"");
  };
  shop.refuse_if(more_than_one, wire::problems::kTooLarge);
  shop.terminal.settle();
  CHECK(had_by(shop.hub) == shop.terminal.finished);
  CHECK(shop.terminal.unsent().dead == 0);
}

TEST_CASE("one response that is too large alone is kept and waited with") {
  Shop shop;
  shop.terminal.finish();
  shop.refuse_if([](const std::string& body) { return body.find("\"seq\"") != std::string::npos; },
                 wire::problems::kTooLarge);
  shop.terminal.settle();
  CHECK(shop.terminal.sync->state().kind == Kind::waiting);
  CHECK(shop.terminal.unsent().count == 1);
  CHECK(shop.terminal.unsent().dead == 0);
}

TEST_CASE("the one response that makes the hub refuse a batch is set aside and the others arrive") {
  for (const wire::ProblemKind& kind : {wire::problems::kMalformedJson, wire::problems::kInvalidBatch}) {
    Shop shop;
    std::vector<std::string> ids;
    for (int i = 0; i < 40; ++i) ids.push_back(shop.terminal.finish());
    const std::string bad = ids[27];
    shop.refuse_if([bad](const std::string& body) { return body.find(bad) != std::string::npos; }, kind);
    while (shop.terminal.unsent().count > 0) shop.terminal.step();
    std::set<std::string> others = shop.terminal.finished;
    others.erase(bad);
    CHECK(had_by(shop.hub) == others);
    CHECK(shop.terminal.unsent().dead == 1);
  }
}

TEST_CASE("a response set aside is sent again after an upgrade of the terminal") {
  Shop shop;
  shop.set_one_aside();
  shop.terminal.restart();
  shop.terminal.settle();
  CHECK(had_by(shop.hub) == shop.terminal.finished);
}

TEST_CASE("a response set aside is sent again within a day of the hub's upgrade") {
  Shop shop;
  shop.set_one_aside();
  shop.terminal.settle();
  CHECK(shop.terminal.unsent().dead == 1);
  shop.clock.tick(86'400'000);
  shop.terminal.settle();
  CHECK(had_by(shop.hub) == shop.terminal.finished);
}

TEST_CASE("health that the hub refuses costs no response its place") {
  Shop shop;
  for (int i = 0; i < 5; ++i) shop.terminal.finish();
  shop.refuse_if([](const std::string& body) { return body.find("\"health\"") != std::string::npos; },
                 wire::problems::kInvalidBatch);
  shop.terminal.settle();
  CHECK(had_by(shop.hub) == shop.terminal.finished);
  CHECK(shop.terminal.unsent().dead == 0);
}

TEST_CASE("a hub that refuses everything is asked ever more rarely") {
  Shop shop;
  for (int i = 0; i < 4; ++i) shop.terminal.finish();
  shop.refuse_if([](const std::string&) { return true; }, wire::problems::kInvalidBatch);
  for (int i = 0; i < 40; ++i) shop.terminal.step();
  CHECK(shop.terminal.unsent().dead == 4);
  CHECK(shop.terminal.wait_ms() > 100'000);
}

TEST_CASE("a hub restored from a backup gets everything again") {
  Shop shop;
  shop.finish_and_send();
  const MadeHub::State backup = shop.hub.state();
  for (int i = 0; i < 60; ++i) shop.terminal.finish();
  shop.terminal.settle();
  shop.hub.restore(backup);
  shop.terminal.settle();  // the heartbeat hears of it
  shop.terminal.settle();
  CHECK(had_by(shop.hub) == shop.terminal.finished);
  CHECK(shop.terminal.unsent().count == 0);
}

TEST_CASE("a hub begun anew gets everything again") {
  Shop shop;
  for (int i = 0; i < 3; ++i) shop.finish_and_send();
  MadeHub::State nothing;
  nothing.epoch = new_uuid_v4();
  shop.hub.restore(nothing);
  shop.terminal.settle();
  shop.terminal.settle();
  CHECK(had_by(shop.hub) == shop.terminal.finished);
}

TEST_CASE("a rejected response goes again to a hub that lost it") {
  Shop shop;
  const MadeHub::State backup = shop.hub.state();
  const std::string bad = shop.terminal.finish(out_of_scale(shop.clock));
  shop.finish_and_send();
  shop.hub.restore(backup);
  shop.terminal.settle();
  shop.terminal.settle();
  CHECK(shop.hub.state().quarantine.contains(bad));
  CHECK(had_by(shop.hub).size() == 1);
}

TEST_CASE("what was forgotten here and lost there does not stop the rest") {
  Shop shop;
  const MadeHub::State backup = shop.hub.state();
  shop.finish_and_send();
  shop.clock.tick(36LL * 86'400'000);
  shop.terminal.settle();
  const std::string kept = shop.finish_and_send();
  shop.hub.restore(backup);
  const std::string newer = shop.finish_and_send();
  shop.terminal.settle();
  shop.terminal.settle();
  CHECK(had_by(shop.hub) == std::set{kept, newer});
}

TEST_CASE("all older streams go again as soon as one turns out to be lost") {
  Shop shop;
  const MadeHub::State backup = shop.hub.state();
  for (int i = 0; i < 4; ++i) {
    for (int each = 0; each < 3; ++each) shop.terminal.finish();
    shop.terminal.settle();
    const std::string old_stream = shop.terminal.stream().id;
    const auto begin_anew = [&](journal::Journal& it) { return it.start_new_stream(old_stream); };
    REQUIRE(shop.terminal.journal->ask(begin_anew).ok());
  }
  shop.terminal.settle();
  shop.hub.restore(backup);
  const std::int64_t second_heartbeat_ms = shop.terminal.sync->due_ms() + 300'000;
  while (shop.terminal.sync->due_ms() < second_heartbeat_ms) shop.terminal.step();
  CHECK(had_by(shop.hub) == shop.terminal.finished);
}

TEST_CASE("older streams are asked about by turns, even when the current one lost nothing") {
  Shop shop;
  const MadeHub::State backup = shop.hub.state();
  shop.finish_and_send();
  const std::string old_stream = shop.terminal.stream().id;
  REQUIRE(
      shop.terminal.journal->ask([&](journal::Journal& it) { return it.start_new_stream(old_stream); }).ok());
  shop.terminal.settle();
  shop.hub.restore(backup);
  for (int i = 0; i < 3; ++i) shop.terminal.settle();
  CHECK(had_by(shop.hub) == shop.terminal.finished);
}

TEST_CASE("a terminal enrolled again goes on under a new stream") {
  Shop shop;
  shop.finish_and_send();
  Terminal again(shop.clock, shop.hub);
  copy_journal(shop.terminal, again);
  const std::string id = again.finish();
  again.settle();
  again.settle();
  CHECK(had_by(shop.hub).contains(id));
  CHECK(again.unsent().count == 0);
}

TEST_CASE("a cloned tablet and its original lose nothing, and the hub sees the clone") {
  Shop shop;
  for (int i = 0; i < 3; ++i) shop.finish_and_send();
  Terminal clone(shop.clock, shop.hub, shop.terminal.enrolment);
  copy_journal(shop.terminal, clone);
  for (int i = 0; i < 3; ++i) {
    shop.finish_and_send();
    clone.finish();
    clone.settle();
  }
  CHECK(had_by(shop.hub) == both(shop.terminal, clone));
  CHECK(shop.hub.forks == 1);
  CHECK(clone.unsent().count == 0);
  CHECK(shop.terminal.unsent().count == 0);
}

TEST_CASE("a journal restored from a copy does not take old acknowledgements for new responses") {
  Shop shop;
  shop.finish_and_send();
  Terminal restored(shop.clock, shop.hub, shop.terminal.enrolment);
  copy_journal(shop.terminal, restored);
  for (int i = 0; i < 5; ++i) shop.finish_and_send();  // what the restored journal knows nothing of
  for (int i = 0; i < 3; ++i) restored.finish();
  restored.settle();
  restored.settle();
  CHECK(had_by(shop.hub) == both(shop.terminal, restored));
  CHECK(shop.hub.forks == 1);
}

TEST_CASE("a journal restored from a copy before its first visit is not caught by the hub's greater number") {
  Shop shop;
  shop.finish_and_send();
  Terminal restored(shop.clock, shop.hub, shop.terminal.enrolment);
  copy_journal(shop.terminal, restored);
  for (int i = 0; i < 5; ++i) shop.finish_and_send();
  restored.settle();  // hears 6 while it has given 1
  for (int i = 0; i < 8; ++i) restored.finish();
  restored.settle();
  restored.settle();
  CHECK(had_by(shop.hub) == both(shop.terminal, restored));
}

TEST_CASE("a clone that fills the place of what a restored hub lost displaces nothing") {
  Shop shop;
  shop.finish_and_send();
  Terminal clone(shop.clock, shop.hub, shop.terminal.enrolment);
  copy_journal(shop.terminal, clone);
  const MadeHub::State backup = shop.hub.state();
  shop.finish_and_send();
  shop.hub.restore(backup);
  clone.finish();  // under the number that the original's second response had
  clone.settle();
  for (int i = 0; i < 3; ++i) shop.terminal.settle();
  CHECK(had_by(shop.hub) == both(shop.terminal, clone));
}

TEST_CASE("a response that the hub has from another terminal is set aside and the others arrive") {
  Shop shop;
  Terminal again(shop.clock, shop.hub);
  const std::string twice = shop.terminal.finish();
  shop.terminal.finish();
  copy_journal(shop.terminal, again);
  shop.terminal.settle();
  for (int i = 0; i < 10; ++i) again.finish();
  while (again.unsent().count > 0) again.step();
  CHECK(had_by(shop.hub) == both(shop.terminal, again));
  CHECK(again.unsent().dead == 2);
}

TEST_CASE("a fork of an old stream with nothing to send starts no new one") {
  Shop shop;
  shop.finish_and_send();
  Terminal again(shop.clock, shop.hub);
  copy_journal(shop.terminal, again);
  again.finish();
  again.settle();
  const std::string stream = again.stream().id;
  for (int i = 0; i < 6; ++i) again.settle();
  CHECK(again.stream().id == stream);
  CHECK(again.sync->state().why.empty());
}
