// Terminals behind a network that does every harm it can to their exchanges with the real hub, over real
// sockets and by the real client. Whatever it answers, a terminal believes nobody but its hub; at rest both
// sides' sets are equal.
#include <array>

#include "app/kiosk/platform/curl_transport.h"
#include "tests/faults/bad_network.h"
#include "tests/faults/real_hub.h"
#include "tests/faults/tablet.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

constexpr int kExchanges = 250;
constexpr std::size_t kTablets = 2;
constexpr int kPatientMs = 20'000;
constexpr int kImpatientMs = 150;

/// The real client, which waits no longer than a test has time.
class Client final : public sync::Transport {
 public:
  explicit Client(int port)
      : curl_(must(kiosk::CurlTransport::to("http://127.0.0.1:" + std::to_string(port),
                                            kiosk::PlainHttp::refused))) {}
  Result<sync::Reply> exchange(const sync::Request& request) override {
    sync::Request sooner = request;
    sooner.timeout_ms = patience_ms;
    return curl_->exchange(sooner);
  }
  int patience_ms = kPatientMs;

 private:
  std::unique_ptr<kiosk::CurlTransport> curl_;
};

bool is_word_of_hub(Harm harm) {
  return harm == Harm::none || harm == Harm::doubled || harm == Harm::byte_by_byte;
}

class World {
 public:
  explicit World(Random& random) : random_(random) {
    for (auto& client : clients_) {
      client = std::make_unique<Client>(network_.port());
      tablets_.push_back(std::make_unique<Tablet>(clock_, *client, hub_.enrol()));
      tablets_.back()->draw = [this](std::int64_t limit) {
        return static_cast<std::int64_t>(below(random_, static_cast<std::uint64_t>(limit)));
      };
    }
  }

  void go_on() {
    const std::size_t which = below(random_, kTablets);
    Tablet& tablet = *tablets_[which];
    for (std::uint64_t visits = below(random_, 3); visits > 0; --visits) tablet.finish();
    // Half of all is well; a cut goes through the bytes one after the other.
    const Harm harm = once_in(random_, 2) ? Harm::none : static_cast<Harm>(below(random_, kHarms));
    const bool is_cut = harm == Harm::request_cut || harm == Harm::reply_cut;
    network_.strike(harm, is_cut ? cut_at_++ : below(random_, 1'000));
    clients_[which]->patience_ms = harm == Harm::stalled ? kImpatientMs : kPatientMs;
    const int before = exchanges();
    tablet.step();
    demand(exchanges() == before || is_word_of_hub(harm) ||
               tablet.sync->state().kind != sync::SyncState::Kind::well,
           "a terminal took harm " + std::to_string(static_cast<int>(harm)) + " for its hub");
  }

  /// Fair weather until nothing is left to say.
  void come_to_rest() {
    network_.calm_down();
    for (std::size_t i = 0; i < kTablets; ++i) {
      clients_[i]->patience_ms = kPatientMs;
      tablets_[i]->settle(3);
    }
  }

  void demand_equal_sets() {
    std::set<std::string> thanked, had;
    for (const auto& tablet : tablets_) {
      thanked.insert(tablet->thanked.begin(), tablet->thanked.end());
      const auto unsent = tablet->unsent();
      demand(unsent.count == 0, "at rest something is unsent: " + tablet->sync->state().why);
      demand(unsent.dead == 0, "a terminal set an answer aside for what was not its hub's word");
    }
    for (const auto& [id, body] : hub_.holdings().responses) had.insert(id);
    demand(had == thanked, "the hub has " + std::to_string(had.size()) +
                               " answers, the screens thanked for " + std::to_string(thanked.size()));
  }

  int exchanges() const { return network_.exchanges(); }

 private:
  Random& random_;
  std::size_t cut_at_ = below(random_, 2'000);
  ManualClock clock_;
  RealHub hub_{clock_};
  BadNetwork network_{[this] { return hub_.port(); }};
  std::array<std::unique_ptr<Client>, kTablets> clients_;
  std::vector<std::unique_ptr<Tablet>> tablets_;
};

int bad_weather(Random& random) {
  World world(random);
  while (world.exchanges() < kExchanges) world.go_on();
  world.come_to_rest();
  world.demand_equal_sets();
  return world.exchanges();
}

}  // namespace

int main(int argc, char** argv) {
  return carry_out(
      argc, argv, 2'000,
      {{"network", "network: dropped, doubled, late, cut at each byte, stalled, HTML 200, 204, 302, forged",
        1, bad_weather}});
}
