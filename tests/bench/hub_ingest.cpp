// How many durable responses a second a hub takes from many terminals at once, beside bare SQLite doing the
// same rows in as many commits. Prints one line of JSON. usage: bench_hub_ingest HUB [CONNECTIONS
// [BATCHES_EACH]]
#include <sys/epoll.h>

#include <iostream>
#include <memory>
#include <optional>

#include "core/base/ids.h"
#include "core/wire/gzip.h"
#include "tests/bench/machine.h"
#include "tests/bench/raw_sqlite.h"
#include "tests/support/hub_program.h"
#include "tests/support/hub_terminal.h"
#include "tests/support/temp_dir.h"

namespace {

using namespace farewell;
using namespace farewell::testing;

constexpr int kResponsesEach = 50;
constexpr int kConnectionsAnAddress = 60;

/// One terminal with a connection and its requests, made beforehand so that making them is not measured.
struct Sender {
  std::string from;  ///< its loopback address
  std::vector<std::string> requests;
  std::optional<HttpClient> client;  ///< not before all are made: a connection that says nothing is cut off
  std::size_t sent = 0;
};

std::string command(const std::string& program, const TempDir& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--data", folder / "hub"});
  const TempDir outputs;
  const Said said = run_program(program, arguments, outputs.path());
  if (said.exit != 0) throw std::runtime_error(said.err);
  return said.out.substr(0, said.out.size() - 1);
}

std::string request_of(const wire::Enrolment& enrolled, const std::string& stream, int batch) {
  const std::string body = wire::compress(
      wire::batch_text(stream, response_texts(1 + batch * kResponsesEach, kResponsesEach), std::nullopt));
  std::string text =
      "POST /v1/batches HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nContent-Encoding: "
      "gzip\r\n";
  for (const auto& header : signature_headers(enrolled, "POST", "/v1/batches", body, wire::new_nonce())) {
    text += header + "\r\n";
  }
  return text + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::vector<Sender> make_senders(const std::string& program, const TempDir& folder, int port, int count,
                                 int batches) {
  std::vector<Sender> senders;
  for (int i = 0; i < count; ++i) {
    const std::string code = command(program, folder, {"pair", "--site", "Bench"});
    HttpClient door(port, "127.0.1." + std::to_string(1 + i % 250));
    const HttpReply reply =
        door.exchange("POST", "/v1/terminals", {}, R"({"name":"Door","code":")" + code + "\"}");
    auto enrolled = wire::parse_enrolment(reply.body, "reply");
    if (!enrolled.ok()) throw std::runtime_error("not enrolled: " + reply.body);
    const std::string from = "127.0.0." + std::to_string(1 + i / kConnectionsAnAddress);
    senders.push_back({from, {}, std::nullopt, 0});
    const std::string stream = new_uuid_v4();
    for (int batch = 0; batch < batches; ++batch)
      senders.back().requests.push_back(request_of(*enrolled, stream, batch));
  }
  for (Sender& sender : senders) sender.client.emplace(port, sender.from);
  return senders;
}

/// Each sends its next batch as soon as the last one is acknowledged. Seconds until all are.
double send_all(std::vector<Sender>& senders) {
  const int poll = epoll_create1(EPOLL_CLOEXEC);
  const auto began = std::chrono::steady_clock::now();
  std::size_t open = senders.size();
  for (std::size_t i = 0; i < senders.size(); ++i) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = i;
    epoll_ctl(poll, EPOLL_CTL_ADD, senders[i].client->descriptor(), &event);
    senders[i].client->send(senders[i].requests[senders[i].sent++]);
  }
  std::vector<epoll_event> events(senders.size());
  while (open > 0) {
    const int count = epoll_wait(poll, events.data(), static_cast<int>(events.size()), 60'000);
    if (count <= 0) throw std::runtime_error("the hub does not answer");
    for (int i = 0; i < count; ++i) {
      Sender& sender = senders[events[static_cast<std::size_t>(i)].data.u64];
      const HttpReply reply = sender.client->read("POST");
      if (reply.status != 200) throw std::runtime_error("refused: " + reply.body);
      if (sender.sent < sender.requests.size()) {
        sender.client->send(sender.requests[sender.sent++]);
      } else {
        --open;
      }
    }
  }
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

std::int64_t commits_in(const std::string& log) {
  const std::size_t at = log.find(" responses in ");
  if (at == log.npos) throw std::runtime_error("the hub did not say how often it committed: " + log);
  return std::stoll(log.substr(at + 14));
}

double rounded(double value) {
  return static_cast<double>(static_cast<std::int64_t>(value * 1000 + 0.5)) / 1000;
}

Json measure(const std::string& program, int connections, int batches) {
  const TempDir folder, outputs;
  HubProgram hub(program, folder / "hub", outputs.path());
  command(program, folder, {"site", "add", "Bench", "--time-zone", "Europe/Oslo"});
  std::vector<Sender> senders = make_senders(program, folder, hub.port(), connections, batches);
  const double hub_seconds = send_all(senders);
  if (hub.end(SIGTERM) != 0) throw std::runtime_error("the hub did not end well");
  const std::int64_t rows = static_cast<std::int64_t>(connections) * batches * kResponsesEach;
  const std::int64_t commits = commits_in(text_of(outputs / "err"));
  const auto bare =
      bench::insert_bare(folder / "hub/hub.sqlite", folder.path(), (rows + commits - 1) / commits);
  if (bare.rows != rows) throw std::runtime_error("the hub holds " + std::to_string(bare.rows) + " rows");
  const double hub_rate = static_cast<double>(rows) / hub_seconds,
               bare_rate = static_cast<double>(rows) / bare.seconds;
  return {{"bench", "hub_ingest"},
          {"connections", connections},
          {"responses_a_batch", kResponsesEach},
          {"responses", rows},
          {"hub",
           {{"responses_per_s", static_cast<std::int64_t>(hub_rate)},
            {"seconds", rounded(hub_seconds)},
            {"commits", commits}}},
          {"peer",
           {{"name", "bare SQLite, same rows, table, settings and number of commits"},
            {"responses_per_s", static_cast<std::int64_t>(bare_rate)},
            {"seconds", rounded(bare.seconds)},
            {"commits", bare.commits}}},
          {"ratio", rounded(hub_rate / bare_rate)},
          {"target", {{"ratio_at_least", 0.7}}},
          {"machine", bench::machine()}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: bench_hub_ingest HUB [CONNECTIONS [BATCHES_EACH]]\n";
    return 2;
  }
  try {
    std::cout << measure(argv[1], argc > 2 ? std::stoi(argv[2]) : 200, argc > 3 ? std::stoi(argv[3]) : 20)
              << std::endl;
  } catch (const std::exception& fault) {
    std::cerr << "bench_hub_ingest: " << fault.what() << "\n";
    return 1;
  }
}
