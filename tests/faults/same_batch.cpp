// The real farewell-hub under many hands: the same batch over 64 connections at once leaves one row each;
// killed in the middle of batches, the hub has all that it acknowledged and nothing twice.
#include <array>
#include <atomic>
#include <set>
#include <thread>

#include "core/base/ids.h"
#include "core/base/time_zone.h"
#include "core/wire/signature.h"
#include "tests/faults/campaign.h"
#include "tests/support/hub_program.h"
#include "tests/support/hub_terminal.h"
#include "tests/support/temp_dir.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

constexpr int kConnections = 64;
constexpr int kAtOnce = 10;
constexpr int kKills = 10;
constexpr int kSenders = 4;
constexpr std::int64_t kFirstDay = 1'795'276'800'000;
constexpr std::int64_t kDayMs = 86'400'000;

/// A data folder with a site, and what a manager reads of it.
class Site {
 public:
  Site() {
    std::filesystem::create_directory(home());
    command({"site", "add", "Demo shop", "--time-zone", "Etc/UTC"});
    token_ = command({"token", "--site", "Demo shop", "--name", "test"});
  }

  std::unique_ptr<HubProgram> serve() {
    return std::make_unique<HubProgram>(FAREWELL_HUB, home(), dir_.path());
  }

  wire::Enrolment enrol(int port) {
    HttpClient client(port);
    const std::string code = command({"pair", "--site", "Demo shop"});
    const std::string wish = R"({"name":"Door","code":")" + code + "\"}";
    return must(wire::parse_enrolment(client.exchange("POST", "/v1/terminals", {}, wish).body, "enrolment"));
  }

  /// Of one day, as often as the hub has them.
  std::vector<std::string> ids(int port, const std::string& day) const {
    std::vector<std::string> all;
    HttpClient client(port);
    for (std::string cursor;;) {
      const std::string target = "/v1/responses?day=" + day + cursor;
      const Json page = Json::parse(client.exchange("GET", target, {"Authorization: Bearer " + token_}).body);
      for (const Json& response : page["responses"]) all.push_back(response["id"]);
      if (page["next"].is_null()) return all;
      cursor = "&cursor=" + page["next"].get<std::string>();
    }
  }

 private:
  std::filesystem::path home() const { return dir_ / "hub"; }

  std::string command(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--data", home()});
    const TempDir outputs;
    const Said said = run_program(FAREWELL_HUB, arguments, outputs.path());
    demand(said.exit == 0, "farewell-hub " + arguments.front() + ": " + said.err);
    return said.out.substr(0, said.out.size() - 1);
  }

  TempDir dir_;
  std::string token_;
};

/// One terminal's many connections to one hub, kept over all tries.
class Crowd {
 public:
  Crowd() : hub_(site_.serve()), enrolled_(site_.enrol(hub_->port())) {
    // From several addresses, since one may not have so many connections.
    for (int i = 0; i < kConnections; ++i)
      clients_.emplace_back(hub_->port(), "127.0.0." + std::to_string(2 + i % 8));
  }

  /// Each batch has a day of its own, so that its rows are found among those of all tries.
  void send_the_same(Random& random) {
    const std::string started_at = to_rfc3339_utc(kFirstDay + ++days_ * kDayMs);
    std::vector<std::string> texts;
    const auto count = static_cast<std::int64_t>(1 + below(random, 30));
    for (std::int64_t seq = 1; seq <= count; ++seq)
      texts.push_back(response_text(seq, new_uuid_v7(kFirstDay + seq), started_at));
    const std::string body = wire::batch_text(new_uuid_v4(), texts, std::nullopt);
    std::vector<std::string> nonces;
    for (HttpClient& client : clients_) nonces.push_back(send(client, body));
    for (std::size_t i = 0; i < clients_.size(); ++i) hear(clients_[i], nonces[i], count);
    const auto ids = site_.ids(hub_->port(), started_at.substr(0, 10));
    demand(std::set(ids.begin(), ids.end()).size() == static_cast<std::size_t>(count),
           "a response is not there");
    demand(ids.size() == static_cast<std::size_t>(count), "a response is there more than once");
  }

 private:
  std::string send(HttpClient& client, const std::string& body) {
    std::string nonce = wire::new_nonce();
    std::string text = "POST /v1/batches HTTP/1.1\r\nHost: hub\r\n";
    for (const auto& header : signature_headers(enrolled_, "POST", "/v1/batches", body, nonce))
      text += header + "\r\n";
    client.send(text + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    return nonce;
  }

  void hear(HttpClient& client, const std::string& nonce, std::int64_t count) {
    HttpReply reply = client.read("POST");
    const wire::Signed fields{reply.headers["content-digest"], reply.headers["signature-input"],
                              reply.headers["signature"]};
    must(wire::verify_reply(reply.status, reply.body, fields, enrolled_.key, enrolled_.terminal, nonce));
    demand(reply.status == 200,
           "a batch that the hub has already is answered " + std::to_string(reply.status));
    demand(must(wire::parse_batch_reply(reply.body)).have_upto == count, "the hub says that it has less");
  }

  Site site_;
  std::unique_ptr<HubProgram> hub_;
  wire::Enrolment enrolled_;
  std::vector<HttpClient> clients_;
  int days_ = 0;
};

int the_same_at_once(Random& random) {
  static Crowd crowd;
  for (int i = 0; i < kAtOnce; ++i) crowd.send_the_same(random);
  return kAtOnce;
}

struct Sender {
  wire::Enrolment enrolled;
  std::string stream = new_uuid_v4();
  std::vector<std::string> ids, texts;  ///< by seq - 1
  std::int64_t acknowledged = 0;
  std::string broken;

  /// Uploads until the hub is gone.
  void run(int port, std::atomic<std::uint64_t>& heard) {
    try {
      HubTerminal terminal(port, enrolled);
      for (;;) {
        while (texts.size() < static_cast<std::size_t>(acknowledged) + 20) {
          ids.push_back(new_uuid_v7(kFirstDay));
          texts.push_back(response_text(static_cast<std::int64_t>(ids.size()), ids.back()));
        }
        const std::int64_t have_upto = terminal.upload(stream, {texts.begin() + acknowledged, texts.end()});
        if (have_upto < acknowledged) broken = "the hub has lost what it acknowledged";
        acknowledged = std::max(acknowledged, have_upto);
        ++heard;
      }
    } catch (const std::exception&) {
    }
  }
};

/// A few batches in, at any moment of the next ones.
void work_until_killed(HubProgram& hub, std::array<Sender, kSenders>& senders, Random& random) {
  std::atomic<std::uint64_t> heard = 0;
  std::vector<std::thread> threads;
  for (Sender& sender : senders) threads.emplace_back([&] { sender.run(hub.port(), heard); });
  const std::uint64_t enough = below(random, 8);
  for (int i = 0; i < 5'000 && heard < enough; ++i) ::usleep(1'000);
  ::usleep(static_cast<useconds_t>(below(random, 8'000)));
  hub.end(SIGKILL);
  for (std::thread& thread : threads) thread.join();
}

int killed_in_a_batch(Random& random) {
  Site site;
  std::array<Sender, kSenders> senders;
  for (int kill = 0; kill < kKills; ++kill) {
    const auto hub = site.serve();
    for (Sender& sender : senders)
      if (sender.enrolled.terminal.empty()) sender.enrolled = site.enrol(hub->port());
    work_until_killed(*hub, senders, random);
  }
  const auto hub = site.serve();
  const auto ids = site.ids(hub->port(), "2026-11-21");
  const std::set<std::string> unique(ids.begin(), ids.end());
  demand(unique.size() == ids.size(), "a response is at the hub twice");
  std::int64_t acknowledged = 0;
  for (const Sender& sender : senders) {
    demand(sender.broken.empty(), sender.broken);
    acknowledged += sender.acknowledged;
    for (std::int64_t i = 0; i < sender.acknowledged; ++i)
      demand(unique.contains(sender.ids[static_cast<std::size_t>(i)]), "what was acknowledged is gone");
  }
  demand(acknowledged > 0, "the hub was killed before it could do anything");
  return kKills;
}

}  // namespace

int main(int argc, char** argv) {
  return carry_out(argc, argv, 1'500,
                   {{"same", "the same batch from 64 connections at once", 2, the_same_at_once},
                    {"killed", "hub SIGKILLed in a batch", 1, killed_in_a_batch}});
}
