#include "tests/faults/terminal_day.h"

#include <algorithm>

namespace farewell::testing {
namespace {

using journal::Journal;

constexpr std::int64_t kHourMs = 3'600'000;
constexpr int kKeptHours = 12;

wire::Response as_found(int number, int stage) {
  wire::Response response = visit_at(number, stage);
  if (stage != kFinished) response.ended = wire::Ended::interrupted;
  return response;
}

/// An hour a visit, so that a day is long enough to forget something.
std::int64_t now_of(int number) {
  return visit_at(0, kRated).started_at_utc_ms + number * kHourMs;
}

std::set<std::string> ids_of_unsent(Journal& journal) {
  std::set<std::string> ids;
  for (const auto& stream : must(journal.streams())) {
    for (const auto& entry : must(journal.entries_after(stream.id, stream.acked_upto, 100'000, 1u << 28)))
      ids.insert(entry.id);
  }
  return ids;
}

}  // namespace

void TerminalLedger::begin(int number, int stage) {
  told_[visit_at(number, kRated).id].perhaps = as_found(number, stage);
}

void TerminalLedger::thanked(int number) {
  Told& told = told_.at(visit_at(number, kRated).id);
  told.sure = std::exchange(told.perhaps, std::nullopt);
}

std::map<std::string, wire::Response> TerminalLedger::look(Journal& journal) const {
  std::map<std::string, wire::Response> found;
  must(journal.each({INT64_MIN, INT64_MAX}, [&](const wire::Response& response) -> Status {
    wire::Response without_seq = response;
    without_seq.seq = 0;
    demand(told_.contains(response.id), "nobody answered " + response.id);
    demand(found.emplace(response.id, without_seq).second, response.id + " is there twice");
    return {};
  }));
  for (const auto& [id, told] : told_) {
    const auto visit = found.find(id);
    if (visit == found.end()) {
      demand(!told.sure || forgettable_.contains(id), id + " was thanked for and is gone");
      continue;
    }
    demand(visit->second == told.sure || visit->second == told.perhaps, id + " is not what was written");
  }
  return found;
}

void TerminalLedger::compare(Journal& journal) const {
  look(journal);
}

void TerminalLedger::settle(Journal& journal) {
  const auto found = look(journal);
  for (auto& [id, told] : told_) told = {};
  for (const auto& [id, response] : found) told_[id].sure = response;
}

std::unique_ptr<Journal> open_sound(const std::filesystem::path& file) {
  journal::Opened opened;
  auto journal = must(Journal::open(file, journal::Mode::own, &opened));
  demand(!opened.was_damaged, "the journal was found damaged: " + opened.damage);
  const auto findings = must(journal->check());
  demand(findings.empty(), findings.empty() ? "" : findings.front());
  return journal;
}

bool TerminalDay::store(Journal& journal, int number, int stage) {
  ledger.begin(number, stage);
  const bool stored = stage == kFinished ? journal.finish(visit_at(number, stage)).ok()
                                         : journal.save_unfinished(visit_at(number, stage)).ok();
  if (stored) ledger.thanked(number);
  return stored;
}

/// Most go all the way; some are walked away from, and the next start closes them.
bool TerminalDay::visit(Journal& journal) {
  const int number = visits_++;
  const int last = once_in(random_, 6) ? static_cast<int>(1 + below(random_, 2)) : kFinished;
  for (int stage = kRated; stage <= last; ++stage)
    if (!store(journal, number, stage)) return false;
  return journal.count(now_of(number), {"", 1, 1, 1, 1}).ok();
}

bool TerminalDay::hear_hub(Journal& journal) {
  const auto streams = journal.streams();
  if (!streams.ok()) return false;
  const auto& stream = (*streams)[below(random_, streams->size())];
  const std::int64_t unsent = stream.last_seq - stream.acked_upto;
  std::int64_t have_upto = stream.acked_upto + static_cast<std::int64_t>(below(random_, unsent + 1));
  if (once_in(random_, 8)) have_upto = static_cast<std::int64_t>(below(random_, stream.last_seq + 2));
  if (once_in(random_, 4) && have_upto > stream.acked_upto && have_upto <= stream.last_seq) {
    if (!journal.mark_rejected(stream.id, have_upto, "satisfaction.value is 9").ok()) return false;
  }
  return journal.acknowledge(stream.id, have_upto, now_of(visits_)).ok();
}

bool TerminalDay::meet_trouble(Journal& journal) {
  const auto stream = journal.current_stream();
  if (!stream.ok()) return false;
  if (once_in(random_, 3)) return journal.start_new_stream(stream->id).ok();
  if (once_in(random_, 2) || stream->last_seq == stream->acked_upto) return journal.revive_dead().ok();
  const std::uint64_t unsent = static_cast<std::uint64_t>(stream->last_seq - stream->acked_upto);
  const std::int64_t seq = stream->acked_upto + 1 + static_cast<std::int64_t>(below(random_, unsent));
  return journal.mark_dead(stream->id, seq, "the hub answers 422").ok();
}

bool TerminalDay::forget(Journal& journal) {
  const auto dead = journal.unsent();
  if (!dead.ok()) return false;
  if (dead->dead > 0) return journal.revive_dead().ok();  // so that what is unsent is all that must stay
  std::set<std::string> all;
  must(journal.each({INT64_MIN, INT64_MAX}, [&](const wire::Response& response) -> Status {
    all.insert(response.id);
    return {};
  }));
  for (const std::string& id : ids_of_unsent(journal)) all.erase(id);
  ledger.may_forget(std::move(all));
  return journal.forget_acknowledged(now_of(visits_ - kKeptHours)).ok();
}

bool TerminalDay::go_on(Journal& journal) {
  const std::uint64_t what = below(random_, 20);
  if (what < 11) return visit(journal);
  if (what < 16) return hear_hub(journal);
  if (what < 18) return meet_trouble(journal);
  return forget(journal);
}

}  // namespace farewell::testing
