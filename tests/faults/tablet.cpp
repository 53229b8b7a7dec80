#include "tests/faults/tablet.h"

#include <algorithm>

namespace farewell::testing {
namespace {

/// An hour of somebody's Retry-After, with jitter on top.
constexpr std::int64_t kLongestWaitMs = 4'000'000;

}  // namespace

wire::Health some_health() {
  wire::Health health;
  health.version = "0.1.0";
  return health;
}

Result<sync::Reply> SocketTransport::exchange(const sync::Request& request) {
  try {
    if (!client_ || connected_to_ != port_()) {
      connected_to_ = port_();
      client_ = std::make_unique<HttpClient>(connected_to_);
    }
    std::vector<std::string> headers;
    for (const auto& [name, value] : request.headers) headers.push_back(name + ": " + value);
    const std::string target = request.path + (request.query.empty() ? "" : "?" + request.query);
    HttpReply reply = client_->exchange(request.method, target, headers, request.body);
    if (reply.headers["connection"] == "close") client_.reset();
    return sync::Reply{reply.status, std::move(reply.headers), std::move(reply.body)};
  } catch (const std::exception& broken_off) {
    client_.reset();
    return Error{ErrorCode::unavailable, broken_off.what(), ""};
  }
}

Tablet::Tablet(ManualClock& clock, sync::Transport& transport, wire::Enrolment enrolled_as)
    : enrolment(std::move(enrolled_as)), clock_(clock), transport_(transport) {
  start();
}

void Tablet::start() {
  journal = std::make_unique<journal::Writer>(must(journal::Journal::open(file(), journal::Mode::own)));
  hub_ = std::make_unique<sync::Hub>(transport_, clock_, enrolment);
  sync = std::make_unique<sync::Sync>(
      *journal, *hub_, clock_, [this](std::int64_t limit) { return draw(limit); }, some_health);
}

void Tablet::stop() {
  sync.reset();
  hub_.reset();
  journal.reset();
}

void Tablet::become_copy_of(Tablet& other) {
  stop();
  other.stop();
  std::filesystem::copy_file(other.file(), file(), std::filesystem::copy_options::overwrite_existing);
  other.start();
  enrolment = other.enrolment;
  start();
}

std::string Tablet::finish(const wire::Response& response) {
  must(journal->ask([&](journal::Journal& it) { return it.save_unfinished(response); }));
  thanked.insert(response.id);
  must(journal->ask([&](journal::Journal& it) { return it.finish(response); }));
  sync->response_finished();
  return response.id;
}

void Tablet::step() {
  const std::int64_t wait_ms = std::max<std::int64_t>(0, sync->due_ms() - clock_.monotonic_ms());
  demand(wait_ms <= kLongestWaitMs,
         "the terminal gives up for " + std::to_string(wait_ms / 3'600'000) + " h");
  clock_.tick(wait_ms);
  sync->step();
}

void Tablet::settle() {
  constexpr int kEndless = 100'000;
  int steps = 0;
  do {
    step();
    demand(++steps < kEndless, "terminal and hub never come to rest: " + sync->state().why);
  } while (sync->due_ms() <= clock_.monotonic_ms());
}

void Tablet::settle(int heartbeats) {
  for (int i = 0; i < heartbeats; ++i) settle();
}

journal::Unsent Tablet::unsent() {
  return must(journal->ask([](journal::Journal& it) { return it.unsent(); }));
}

}  // namespace farewell::testing
