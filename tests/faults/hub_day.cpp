#include "tests/faults/hub_day.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <set>

#include "core/base/ids.h"

namespace farewell::testing {
namespace {

constexpr std::int64_t kNow = 1'795'276'800'000;
constexpr std::uint64_t kManyTerminals = 4;

/// A UUID of a test's own, the same each time.
std::string uuid(std::uint64_t kind, std::uint64_t number) {
  std::string digits = std::to_string(number);
  digits.insert(0, 12 - digits.size(), '0');
  return "01a1fed6-000" + std::to_string(kind) + "-7000-8000-" + digits;
}

std::map<std::string, std::string> bodies_by_id(hub::Store& store, const std::string& site) {
  std::map<std::string, std::string> bodies;
  hub::ResponseQuery query{site, {0, INT64_MAX}, std::nullopt, 500};
  for (;;) {
    const auto page = must(store.responses(query));
    if (page.empty()) return bodies;
    for (const auto& kept : page) {
      const std::string id = kept.body.substr(0, 36);
      demand(bodies.emplace(id, kept.body).second, id + " is at the hub twice");
    }
    query.after = page.back().place;
  }
}

}  // namespace

void demand_sound_database(const std::filesystem::path& file) {
  const SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
  SQLite::Statement check(database, "PRAGMA integrity_check");
  while (check.executeStep()) {
    const std::string finding = check.getColumn(0).getString();
    demand(finding == "ok", "integrity_check: " + finding);
  }
}

/// How far each stream is.
std::map<std::string, std::int64_t> HubLedger::beginnings(hub::Store& store) const {
  std::map<std::string, std::int64_t> upto;
  if (!site || !store.find_site(site->name).ok()) return upto;
  auto bodies = bodies_by_id(store, must(store.find_site(site->name)).id);
  for (const auto& [id, stream] : streams) {
    std::int64_t& have = upto[id];
    for (std::size_t i = 0; i < stream.ids.size() && bodies.contains(stream.ids[i]); ++i, ++have) {
      demand(bodies[stream.ids[i]] == stream.bodies[i], stream.ids[i] + " is not what came");
      bodies.erase(stream.ids[i]);
    }
    if (have == 0) continue;
    hub::Submission heartbeat;
    heartbeat.terminal = stream.terminal;
    heartbeat.stream = id;
    const auto receipt = must(store.take_batches({&heartbeat, 1}).front());
    demand(receipt.have_upto == have, "have_upto is " + std::to_string(receipt.have_upto) + " of " +
                                          std::to_string(have) + " responses");
  }
  demand(bodies.empty(), bodies.empty() ? "" : bodies.begin()->first + " came in no batch");
  return upto;
}

void HubLedger::demand_prefix(hub::Store& store) const {
  beginnings(store);
}

std::map<std::string, std::int64_t> HubLedger::look(hub::Store& store) const {
  if (!site) return {};
  must(store.find_site(site->name));
  auto upto = beginnings(store);
  for (const auto& [id, stream] : streams) {
    const std::int64_t have = upto.at(id);
    demand(have >= stream.acknowledged, "a stream was acknowledged to " +
                                            std::to_string(stream.acknowledged) + " and is there to " +
                                            std::to_string(have));
    demand(have == stream.acknowledged || have == stream.perhaps, "half of a batch is there");
  }
  for (const auto& terminal : terminals) demand(store.find_terminal(terminal.id).ok(), "a terminal is gone");
  for (const auto& call : calls) demand(store.find_help_call(call.id).ok(), "a help call is gone");
  demand(must(store.config(site->id)).version >= survey, "a survey is gone");
  return upto;
}

void HubLedger::compare(hub::Store& store) const {
  look(store);
}

void HubLedger::settle(hub::Store& store) {
  const auto upto = look(store);
  const bool some_happened = std::any_of(streams.begin(), streams.end(), [&](const auto& entry) {
    return upto.at(entry.first) != entry.second.acknowledged;
  });
  for (auto& [id, stream] : streams) {
    const bool was_under_way = stream.perhaps != stream.acknowledged;
    demand(!some_happened || !was_under_way || upto.at(id) == stream.perhaps,
           "of batches committed together some are there and some are not");
    stream.acknowledged = stream.perhaps = upto.at(id);
  }
}

bool HubDay::open_site(hub::Store& store) {
  const std::string name = "Demo shop";
  const auto standing = store.find_site(name);
  const auto site = standing.ok() ? standing : store.add_site(name, "Europe/Oslo");
  if (site.ok()) ledger.site = *site;
  return site.ok();
}

bool HubDay::enrol(hub::Store& store) {
  hub::Enrolling enrolling;
  const std::uint64_t number = ++made_;
  for (auto& byte : enrolling.code) byte = static_cast<std::uint8_t>(random_());
  enrolling.terminal = uuid(1, number);
  enrolling.name = "Door " + std::to_string(number);
  enrolling.now_utc_ms = kNow;
  if (!store.add_pairing_code(ledger.site->id, enrolling.code, kNow + 1).ok()) return false;
  const auto terminal = store.enrol(enrolling);
  if (!terminal.ok()) return false;
  ledger.terminals.push_back(*terminal);
  ledger.streams[uuid(2, number)].terminal = terminal->id;
  return true;
}

void HubDay::make_responses(HubLedger::Stream& stream, std::size_t count) {
  while (stream.ids.size() < count) {
    const std::string id = uuid(3, ++made_);
    stream.ids.push_back(id);
    stream.bodies.push_back(id + std::string(200 + below(random_, 1'200), 'x'));
  }
}

/// Goes over some of what the hub has already, as after a lost reply.
hub::Submission HubDay::next_batch(HubLedger::Stream& stream, const std::string& id) {
  hub::Submission batch;
  batch.terminal = stream.terminal;
  batch.site = ledger.site->id;
  batch.stream = id;
  batch.received_at_utc_ms = kNow;
  const std::int64_t had = stream.acknowledged;
  const std::int64_t first =
      1 + had - static_cast<std::int64_t>(below(random_, std::min<std::uint64_t>(had, 5) + 1));
  const std::int64_t last = had + static_cast<std::int64_t>(below(random_, once_in(random_, 4) ? 70 : 12));
  make_responses(stream, static_cast<std::size_t>(last));
  for (std::int64_t seq = first; seq <= last; ++seq) {
    const auto at = static_cast<std::size_t>(seq - 1);
    batch.arrivals.push_back({seq, stream.ids[at], stream.bodies[at], "", kNow + seq, 60, 4, 5});
  }
  if (once_in(random_, 2)) batch.health = R"({"version":"0.1.0"})";
  stream.perhaps = std::max(had, last);
  return batch;
}

bool HubDay::take(hub::Store& store) {
  std::vector<hub::Submission> group;
  std::vector<HubLedger::Stream*> streams;
  for (auto& [id, stream] : ledger.streams) {
    if (!once_in(random_, 2)) continue;
    group.push_back(next_batch(stream, id));
    streams.push_back(&stream);
  }
  const auto receipts = store.take_batches(group);
  for (const auto& receipt : receipts)
    if (!receipt.ok()) return false;
  for (std::size_t i = 0; i < receipts.size(); ++i) {
    demand(receipts[i]->verdict == hub::Verdict::taken, "a stream of one terminal is called a fork");
    demand(receipts[i]->have_upto == streams[i]->perhaps, "the hub stops short of a batch");
    streams[i]->acknowledged = streams[i]->perhaps;
  }
  return true;
}

bool HubDay::ring(hub::Store& store) {
  const auto& terminal = ledger.terminals[below(random_, ledger.terminals.size())];
  const hub::HelpCall call{uuid(4, ++made_), terminal.id, terminal.site.id, uuid(3, 1), "nb", kNow, {}, ""};
  if (!store.ring(call).ok()) return false;
  ledger.calls.push_back(call);
  return true;
}

/// A command that is refused after it has written something.
bool HubDay::fail_together(hub::Store& store) {
  bool is_well = false;
  const Status refused = store.together([&]() -> Status {
    const auto added = store.add_site("Harbour", "Etc/UTC");
    is_well = added.ok();
    return Error{ErrorCode::conflict, "refused", ""};
  });
  demand(!refused.ok(), "what failed together is said to have gone well");
  return is_well;
}

bool HubDay::go_on(hub::Store& store) {
  if (!ledger.site) return open_site(store);
  if (ledger.terminals.size() < 2) return enrol(store);
  const std::uint64_t what = below(random_, 16);
  if (what == 0 && ledger.terminals.size() < kManyTerminals) return enrol(store);
  if (what == 1) return ring(store);
  if (what == 3) return fail_together(store);
  if (what == 2) {
    const auto version = store.set_survey(ledger.site->id, "{}");
    if (version.ok()) ledger.survey = *version;
    return version.ok();
  }
  return take(store);
}

}  // namespace farewell::testing
