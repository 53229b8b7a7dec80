// What happens to those who keep records for years: the hub comes back from a backup, a journal from a copy,
// one tablet's image is written to ten, clocks are wrong, terminal and hub are of different ages. Real
// journals and sync against the real hub; in the end it has what was thanked for, each once.
#include "tests/faults/history.h"

#include <algorithm>

#include "tests/faults/real_hub.h"
#include "tests/faults/tablet.h"

namespace farewell::testing {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kDayMs = 24 * kHourMs;
constexpr int kTablets = 3;
constexpr int kClones = 10;

struct World {
  ManualClock clock;
  RealHub hub{clock};
  SocketTransport network{[this] { return hub.port(); }};
  std::vector<std::unique_ptr<Tablet>> tablets;

  Tablet& add(const wire::Enrolment& enrolment) {
    return *tablets.emplace_back(std::make_unique<Tablet>(clock, network, enrolment));
  }

  /// Every tablet thanks a few customers and mostly tells the hub.
  void live(Random& random, std::uint64_t most_visits) {
    for (auto& tablet : tablets) {
      for (std::uint64_t visits = below(random, most_visits + 1); visits > 0; --visits) tablet->finish();
      if (!once_in(random, 3)) tablet->settle();
    }
  }

  void come_to_rest(int heartbeats) {
    for (int i = 0; i < heartbeats; ++i)
      for (auto& tablet : tablets) tablet->settle();
  }

  void demand_all_arrived() {
    const RealHub::Holdings had = hub.holdings();
    std::set<std::string> thanked;
    for (const auto& tablet : tablets) {
      thanked.insert(tablet->thanked.begin(), tablet->thanked.end());
      const auto unsent = tablet->unsent();
      demand(unsent.count == 0 && unsent.dead == 0,
             "a tablet still has something that the hub has not: " + tablet->sync->state().why);
    }
    for (const std::string& id : thanked)
      demand(had.responses.contains(id), id + " was thanked for and is gone");
    demand(had.responses.size() == thanked.size(), "the hub has what nobody was thanked for");
    demand(had.quarantined == 0, "the hub refused what a terminal of its own age sent");
  }
};

/// Hands on what the real hub says, as a hub of another age would have said it.
class OtherHub final : public sync::Transport {
 public:
  using Change = std::function<void(int& status, Json& body)>;
  OtherHub(sync::Transport& hub, const wire::Key& key, std::string terminal, Change change)
      : hub_(hub), key_(key), terminal_(std::move(terminal)), change_(std::move(change)) {}

  Result<sync::Reply> exchange(const sync::Request& request) override {
    auto reply = hub_.exchange(request);
    if (!reply.ok()) return reply;
    Json body = Json::parse(reply->body);
    change_(reply->status, body);
    reply->body = body.dump();
    const auto said = wire::read_parameters(request.headers.at("signature-input"));
    const wire::Signed fields =
        wire::sign_reply(reply->status, reply->body, key_, terminal_, 1'795'276'800, must(said).nonce);
    reply->headers["content-digest"] = fields.content_digest;
    reply->headers["signature-input"] = fields.signature_input;
    reply->headers["signature"] = fields.signature;
    return reply;
  }

 private:
  sync::Transport& hub_;
  wire::Key key_;
  std::string terminal_;
  Change change_;
};

/// A response of a later format: something unknown at every level.
wire::Response of_tomorrow(const Clock& clock) {
  wire::Response response = a_response(clock);
  response.change = wire::Change{{"waiting"}, "slow"};
  response.unknown = {{"weather", "rain"}, {"change", {{"mood", {1, 2, 3}}}}};
  return response;
}

/// Only what must be there.
wire::Response of_yesterday(const Clock& clock) {
  wire::Response response = a_response(clock);
  response.language.clear();
  response.ended = wire::Ended::interrupted;
  return response;
}

void an_older_hub_refuses_and_is_upgraded(World& world, Tablet& tablet) {
  OtherHub older(world.network, tablet.enrolment.key, tablet.enrolment.terminal, [](int& status, Json& body) {
    status = 422;
    body = {{"type", "https://farewell.invalid/problems/invalid-batch"},
            {"title", "format is 2"},
            {"status", 422}};
  });
  Tablet newer(world.clock, older, world.hub.enrol());
  newer.become_copy_of(tablet);
  tablet.stop();
  // Nothing reaches the older hub's store, so this world's real hub must not have seen it either.
  world.hub.back_up("before the upgrade");
  for (int i = 0; i < 5; ++i) newer.finish(of_tomorrow(world.clock));
  newer.settle(12);
  demand(newer.unsent().count + newer.unsent().dead >= 5, "what an older hub refused is not kept");
  world.hub.restore("before the upgrade");
  newer.stop();
  std::filesystem::copy_file(newer.file(), tablet.file(), std::filesystem::copy_options::overwrite_existing);
  tablet.thanked.insert(newer.thanked.begin(), newer.thanked.end());
  tablet.start();
  tablet.settle(3);
}

void a_newer_hub_says_more(World& world) {
  const wire::Enrolment enrolment = world.hub.enrol();
  OtherHub newer(world.network, enrolment.key, enrolment.terminal, [](int&, Json& body) {
    body["mood"] = {{"of the hub", "good"}};
    body["rejected"] = body.value("rejected", Json::array());
  });
  Tablet older(world.clock, newer, enrolment);
  older.finish(of_yesterday(world.clock));
  older.settle();
  demand(older.unsent().count == 0, "a reply that says more than is known is not understood");
  Tablet& now = world.add(enrolment);
  now.become_copy_of(older);
  now.thanked = older.thanked;
}

}  // namespace

int hub_restored(Random& random) {
  constexpr int kRestores = 10;
  World world;
  for (int i = 0; i < kTablets; ++i) world.add(world.hub.enrol());
  for (int restore = 0; restore < kRestores; ++restore) {
    world.live(random, 12);
    world.hub.back_up("backup");
    const std::int64_t age_ms = kHourMs + static_cast<std::int64_t>(below(random, 30 * kDayMs - kHourMs));
    for (int parts = 4; parts > 0; --parts) {
      world.live(random, 12);
      world.clock.tick(age_ms / 4);
    }
    world.hub.restore("backup");
    if (once_in(random, 2)) world.live(random, 3);
    world.come_to_rest(4);
    world.demand_all_arrived();
  }
  return kRestores;
}

int journal_restored(Random& random) {
  World world;
  Tablet& original = world.add(world.hub.enrol());
  world.live(random, 12);
  original.settle(2);
  Tablet& copy = world.add(original.enrolment);
  copy.become_copy_of(original);
  for (std::uint64_t visits = 1 + below(random, 12); visits > 0; --visits) original.finish();
  original.settle(2);
  original.stop();  // its disk is dead; the copy is what there is
  for (std::uint64_t visits = 1 + below(random, 15); visits > 0; --visits) copy.finish();
  copy.settle(2);
  demand(world.hub.holdings().cloned == 1, "two syncs later the hub does not show that there were two");
  original.start();
  world.come_to_rest(3);
  world.demand_all_arrived();
  return 1;
}

int cloned_to_ten(Random& random) {
  World world;
  Tablet& original = world.add(world.hub.enrol());
  for (std::uint64_t visits = 1 + below(random, 12); visits > 0; --visits) original.finish();
  if (!once_in(random, 3)) original.settle();
  for (int i = 1; i < kClones; ++i) world.add(original.enrolment).become_copy_of(original);
  for (auto& tablet : world.tablets)
    for (std::uint64_t visits = 1 + below(random, 4); visits > 0; --visits) tablet->finish();
  for (int sync = 0; sync < 2; ++sync) {
    std::shuffle(world.tablets.begin(), world.tablets.end(), random);
    for (auto& tablet : world.tablets) tablet->settle();
  }
  demand(world.hub.holdings().cloned == 1, "two syncs later the hub does not show the clones");
  world.live(random, 3);
  world.come_to_rest(3);
  world.demand_all_arrived();
  return 1;
}

int other_formats(Random& random) {
  World world;
  Tablet& tablet = world.add(world.hub.enrol());
  std::set<std::string> of_later;
  for (std::uint64_t visits = 1 + below(random, 5); visits > 0; --visits) {
    of_later.insert(tablet.finish(of_tomorrow(world.clock)));
    tablet.finish(of_yesterday(world.clock));
  }
  tablet.settle();
  for (const auto& [id, body] : world.hub.holdings().responses) {
    if (!of_later.contains(id)) continue;
    const Json kept = Json::parse(body);
    demand(kept.value("weather", "") == "rain" && kept["change"]["mood"] == Json{1, 2, 3},
           "the hub lost what a newer terminal said");
  }
  an_older_hub_refuses_and_is_upgraded(world, tablet);
  a_newer_hub_says_more(world);
  world.come_to_rest(2);
  world.demand_all_arrived();
  return 1;
}

}  // namespace farewell::testing

int main(int argc, char** argv) {
  using namespace farewell::testing;
  return carry_out(
      argc, argv, 100,
      {{"hub", "hub restored from a backup 1 h to 30 d old", 4, hub_restored},
       {"journal", "journal restored from a copy", 2, journal_restored},
       {"clones", "tablet cloned to ten", 1, cloned_to_ten},
       {"formats", "terminal and hub one format apart", 1, other_formats},
       {"clocks", "clock ±50 years, 1970, daylight saving, another zone, jumps mid-visit", 4, wrong_clocks}});
}
