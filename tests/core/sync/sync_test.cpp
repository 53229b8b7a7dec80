// When what is sent, in fair weather and after failures. Forks, rewinds and dead letters: recovery_test.cpp.
#include "core/sync/sync.h"

#include "core/wire/gzip.h"
#include "tests/core/sync/terminal.h"

using namespace farewell;
using namespace farewell::testing;
using Kind = sync::SyncState::Kind;

namespace {

struct Shop {
  ManualClock clock;
  MadeHub hub{clock};
  Terminal terminal{clock, hub};

  /// Past the first round of asking.
  void start_up() {
    terminal.settle();
    hub.exchanges = 0;
    hub.seen.clear();
  }
};

wire::Batch batch_of(const sync::Request& request) {
  const std::string body = request.headers.contains("content-encoding")
                               ? wire::decompress(request.body, 1u << 20).value()
                               : request.body;
  auto batch = wire::parse_batch(body);
  REQUIRE(batch.ok());
  return *std::move(batch);
}

}  // namespace

TEST_CASE("terminals that start together spread their first word over five minutes") {
  ManualClock clock;
  MadeHub hub(clock);
  Terminal terminal(clock, hub);
  CHECK(terminal.wait_ms() == 299'999);
  terminal.draw = [](std::int64_t) { return 0; };
  terminal.restart();
  CHECK(terminal.wait_ms() == 0);
}

TEST_CASE("nothing is sent before it is due") {
  Shop shop;
  shop.clock.tick(shop.terminal.wait_ms() - 1);
  shop.terminal.sync->step();
  CHECK(shop.hub.exchanges == 0);
}

TEST_CASE("a start is said even when there is nothing to send") {
  Shop shop;
  shop.terminal.settle();
  CHECK(shop.hub.exchanges == 1);
  CHECK(shop.terminal.sync->state().kind == Kind::well);
}

TEST_CASE("a finished response is sent after two seconds of quiet") {
  Shop shop;
  shop.start_up();
  const std::string id = shop.terminal.finish();
  CHECK(shop.terminal.wait_ms() == 2000);
  shop.terminal.settle();
  CHECK(had_by(shop.hub) == std::set{id});
  CHECK(shop.terminal.unsent().count == 0);
}

TEST_CASE("a second response within the quiet joins the same batch") {
  Shop shop;
  shop.start_up();
  shop.terminal.finish();
  shop.clock.tick(1500);
  shop.terminal.finish();
  CHECK(shop.terminal.wait_ms() == 2000);
  shop.terminal.settle();
  CHECK(shop.hub.exchanges == 1);
  CHECK(had_by(shop.hub) == shop.terminal.finished);
}

TEST_CASE("a heartbeat with health goes out every five minutes") {
  Shop shop;
  shop.start_up();
  shop.terminal.health.version = "0.1.0";
  CHECK(shop.terminal.wait_ms() == 300'000);
  shop.terminal.settle();
  REQUIRE(shop.hub.seen.size() == 1);
  const wire::Batch batch = batch_of(shop.hub.seen[0]);
  CHECK(batch.items.empty());
  REQUIRE(batch.health);
  CHECK(batch.health->version == "0.1.0");
  CHECK(shop.terminal.wait_ms() == 300'000);
}

TEST_CASE("what piled up goes out without pause, two hundred at a time") {
  Shop shop;
  for (int i = 0; i < 210; ++i) shop.terminal.finish();
  shop.terminal.settle();
  CHECK(had_by(shop.hub) == shop.terminal.finished);
  CHECK(shop.hub.exchanges == 2);
  CHECK(shop.terminal.wait_ms() == 300'000);
}

TEST_CASE("large responses fill a batch by their bytes") {
  Shop shop;
  wire::Response large = a_response(shop.clock);
  large.unknown["newer"] = std::string(7000, 'a');
  for (int i = 0; i < 60; ++i) {
    large.id = new_uuid_v7(shop.clock.utc_ms());
    shop.terminal.finish(large);
  }
  shop.terminal.settle();
  CHECK(had_by(shop.hub) == shop.terminal.finished);
  CHECK(shop.hub.exchanges > 1);
}

TEST_CASE("after a failure the wait doubles, drawn by chance") {
  Shop shop;
  shop.hub.weather = [] { return Weather::request_lost; };
  shop.terminal.step();
  CHECK(shop.terminal.wait_ms() == 1999);
  shop.terminal.step();
  CHECK(shop.terminal.wait_ms() == 3999);
  for (int i = 0; i < 10; ++i) shop.terminal.step();
  CHECK(shop.terminal.wait_ms() == 299'999);
  CHECK(shop.terminal.sync->state().kind == Kind::waiting);
  CHECK(shop.terminal.sync->state().why == "no route");
}

TEST_CASE("a success ends the backing off") {
  Shop shop;
  shop.hub.weather = [] { return Weather::request_lost; };
  for (int i = 0; i < 5; ++i) shop.terminal.step();
  shop.hub.weather = nullptr;
  shop.terminal.settle();
  CHECK(shop.terminal.sync->state().kind == Kind::well);
  CHECK(shop.terminal.sync->state().why.empty());
  shop.hub.weather = [] { return Weather::request_lost; };
  shop.terminal.step();
  CHECK(shop.terminal.wait_ms() == 1999);
}

TEST_CASE("a response finished while backing off does not hasten the next try") {
  Shop shop;
  shop.hub.weather = [] { return Weather::request_lost; };
  for (int i = 0; i < 8; ++i) shop.terminal.step();
  const std::int64_t wait_ms = shop.terminal.wait_ms();
  shop.terminal.finish();
  CHECK(shop.terminal.wait_ms() == wait_ms);
}

TEST_CASE("Retry-After is a floor with jitter on top") {
  Shop shop;
  shop.hub.weather = [] { return Weather::too_many; };
  shop.terminal.step();
  CHECK(shop.terminal.wait_ms() == 7000 + 1999);
}

TEST_CASE("a terminal that is not enrolled keeps all and tries every fifteen minutes") {
  Shop shop;
  shop.hub.forget_terminal(shop.terminal.enrolment.terminal);
  shop.terminal.finish();
  shop.terminal.step();
  CHECK(shop.terminal.sync->state().kind == Kind::not_enrolled);
  CHECK(shop.terminal.wait_ms() == 900'000);
  CHECK(shop.terminal.unsent().count == 1);
  shop.terminal.finish();
  CHECK(shop.terminal.wait_ms() == 900'000);
}

TEST_CASE("hurrying sends at once, before the start's spread is over and while backing off") {
  Shop shop;
  shop.terminal.sync->hurry();
  CHECK(shop.terminal.wait_ms() == 0);
  shop.hub.weather = [] { return Weather::request_lost; };
  for (int i = 0; i < 8; ++i) shop.terminal.step();
  shop.terminal.sync->hurry();
  CHECK(shop.terminal.wait_ms() == 0);
}

TEST_CASE("what the hub says of the time and the configuration is kept") {
  Shop shop;
  shop.hub.config_version = 7;
  shop.terminal.settle();
  CHECK(shop.terminal.sync->state().config_version == 7);
  CHECK(shop.terminal.sync->state().clock_offset_ms == 0);
  CHECK(shop.terminal.sync->state().epoch == shop.hub.state().epoch);
  CHECK(shop.terminal.sync->state().last_success_utc_ms == shop.clock.utc_ms());
}

TEST_CASE("a terminal whose clock is ahead of the hub's knows by how much") {
  ManualClock clock;
  ManualClock ahead;
  ahead.set_utc_ms(clock.utc_ms() + 90'000);
  MadeHub hub(clock);
  Terminal terminal(ahead, hub);
  const std::int64_t before = clock.utc_ms();
  terminal.settle();
  CHECK(terminal.sync->state().clock_offset_ms == ahead.utc_ms() - before);
}

TEST_CASE("acknowledged responses are forgotten after thirty-five days of the hub's time") {
  Shop shop;
  shop.terminal.finish();
  shop.terminal.settle();
  const auto kept = [&] {
    return shop.terminal.journal
        ->ask([](journal::Journal& it) { return it.entries_after(it.current_stream()->id, 0, 10, 100'000); })
        ->size();
  };
  shop.clock.tick(34LL * 86'400'000);
  shop.terminal.settle();
  CHECK(kept() == 1);
  shop.clock.tick(2LL * 86'400'000);
  shop.terminal.settle();
  CHECK(shop.terminal.sync->state().why.empty());
  CHECK(kept() == 0);
}

TEST_CASE("a reply that verifies but is not understood acknowledges nothing") {
  Shop shop;
  shop.start_up();
  shop.terminal.finish();
  shop.hub.instead = [&](const sync::Request& request, const std::string&) {
    return std::optional(shop.hub.answer(request, 200, "{}"));
  };
  shop.terminal.step();
  CHECK(shop.terminal.unsent().count == 1);
  CHECK(shop.terminal.sync->state().kind == Kind::waiting);
}

TEST_CASE("a hub that takes nothing is not asked without pause") {
  Shop shop;
  shop.start_up();
  shop.terminal.finish();
  shop.hub.instead = [&](const sync::Request& request, const std::string&) {
    const wire::BatchReply reply{.epoch = shop.hub.state().epoch,
                                 .have_upto = 0,
                                 .rejected = {},
                                 .config_version = 1,
                                 .time_utc_ms = shop.clock.utc_ms()};
    return std::optional(shop.hub.answer(request, 200, wire::to_json(reply).dump()));
  };
  shop.terminal.step();
  CHECK(shop.terminal.wait_ms() == 1999);
  CHECK(shop.terminal.unsent().count == 1);
}
