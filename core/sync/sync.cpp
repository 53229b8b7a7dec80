#include "core/sync/sync.h"

#include <algorithm>
#include <utility>

namespace farewell::sync {
namespace {

using journal::Journal;
using Kind = Outcome::Kind;

constexpr std::size_t kHealthRoomBytes = 48u << 10;  // what a batch keeps free for health and its own frame
constexpr std::int64_t kForgetEveryMs = 3'600'000;
constexpr std::int64_t kReviveEveryMs = 24 * 3'600'000;

std::vector<std::string> bodies_of(const std::vector<journal::Entry>& entries) {
  std::vector<std::string> bodies;
  for (const journal::Entry& entry : entries) bodies.push_back(entry.body);
  return bodies;
}

}  // namespace

std::size_t Sync::Batch::unsent_count() const {
  if (!has_unsent()) return 0;
  return static_cast<std::size_t>(entries.back().seq - std::max(entries.front().seq - 1, stream.acked_upto));
}

Sync::Sync(journal::Writer& journal, Hub& hub, const Clock& clock, Draw draw,
           std::function<wire::Health()> health, Settings settings)
    : journal_(journal),
      hub_(hub),
      clock_(clock),
      draw_(std::move(draw)),
      health_(std::move(health)),
      settings_(settings) {
  times_.heartbeat_at_ms = clock_.monotonic_ms() + draw_(settings_.start_spread_ms);
}

void Sync::response_finished() {
  const std::int64_t now = clock_.monotonic_ms();
  if (times_.send_at_ms && *times_.send_at_ms <= now) return;
  times_.send_at_ms = now + settings_.quiet_ms;
}

void Sync::hurry() {
  failures_ = 0;
  times_.not_before_ms = 0;
  times_.heartbeat_at_ms = clock_.monotonic_ms();
}

void Sync::step() {
  if (clock_.monotonic_ms() < due_ms()) return;
  const Result<std::optional<Batch>> batch = next_batch();
  if (!batch.ok()) return failed(batch.error().text());
  if (!*batch) return rest();
  const std::int64_t sent_utc_ms = clock_.utc_ms();
  const Outcome outcome = send(**batch);
  switch (outcome.kind) {
    case Kind::ok:
      return take_reply(**batch, outcome.reply, sent_utc_ms);
    case Kind::unreachable:
      return failed(outcome.why, outcome.retry_after_ms.value_or(0));
    case Kind::not_enrolled:
      return not_enrolled(outcome.why);
    case Kind::too_large:
      return too_large(**batch, outcome);
    case Kind::refused:
      return refused(**batch, outcome);
    case Kind::forked:
      return forked(**batch, outcome);
  }
}

void Sync::rest() {
  times_.send_at_ms.reset();
  times_.heartbeat_at_ms = clock_.monotonic_ms() + settings_.heartbeat_ms;
  batch_limit_ = wire::kMaxBatchResponses;
  leave_out_health_ = false;
}

/// What the hub refused is tried again at each start, since this may be a newer terminal, and every day,
/// since the hub may be.
void Sync::revive_dead() {
  const std::int64_t now = clock_.monotonic_ms();
  if (now < times_.heartbeat_at_ms || (revived_at_ms_ && now - *revived_at_ms_ < kReviveEveryMs)) return;
  const auto revived = journal_.ask([](Journal& journal) { return journal.revive_dead(); });
  if (revived.ok()) revived_at_ms_ = now;
}

/// None when the hub has everything and the heartbeat is not due.
Result<std::optional<Sync::Batch>> Sync::next_batch() {
  revive_dead();
  const auto streams = journal_.ask([](Journal& journal) { return journal.streams(); });
  if (!streams.ok()) return streams.error();
  const std::int64_t now = clock_.monotonic_ms();
  if (now >= times_.heartbeat_at_ms && !streams->empty()) {
    heard_ = for_heartbeat(std::move(heard_), streams->back().id);
    times_.heartbeat_at_ms = now + settings_.heartbeat_ms;
  }
  const auto stream = next_stream(*streams, heard_);
  if (!stream) return std::optional<Batch>();
  Batch batch{.stream = *stream,
              .is_current = stream->id == streams->back().id,
              .with_health = !leave_out_health_ && batch_limit_ == wire::kMaxBatchResponses,
              .entries = {}};
  if (stream->id == suspect_stream_) return std::optional(std::move(batch));
  auto entries = take_entries(batch);
  if (!entries.ok()) return entries.error();
  batch.entries = without_gaps(*std::move(entries), stream->acked_upto);
  if (!batch.has_unsent() && stream->last_seq > stream->acked_upto) return close_gap(*stream);
  return std::optional(std::move(batch));
}

/// The journal lost what comes next (a damaged file): what is left takes new numbers.
Result<std::optional<Sync::Batch>> Sync::close_gap(const journal::Stream& stream) {
  const auto started = journal_.ask([&](Journal& journal) { return journal.start_new_stream(stream.id); });
  if (!started.ok()) return started.error();
  return next_batch();
}

Result<std::vector<journal::Entry>> Sync::take_entries(const Batch& batch) {
  const bool in_good_times = batch.with_health && batch.stream.acked_upto > 0;
  const std::int64_t after = batch.stream.acked_upto - (in_good_times ? 1 : 0);
  return journal_.ask([&](Journal& journal) {
    return journal.entries_after(batch.stream.id, after, batch_limit_,
                                 wire::kMaxBatchBytes - kHealthRoomBytes);
  });
}

Outcome Sync::send(const Batch& batch) {
  const auto health = batch.with_health ? std::optional(health_()) : std::nullopt;
  return hub_.exchange({.method = "POST",
                        .path = "/v1/batches",
                        .body = wire::batch_text(batch.stream.id, bodies_of(batch.entries), health)});
}

void Sync::take_reply(const Batch& batch, const Reply& reply, std::int64_t sent_utc_ms) {
  const Result<wire::BatchReply> read = wire::parse_batch_reply(reply.body);
  if (!read.ok()) return failed("the hub's reply is not understood: " + read.error().text());
  if (const Status kept = acknowledge(batch, *read); !kept.ok()) return failed(kept.error().text());
  const std::int64_t upto = believed(read->have_upto, batch.stream.acked_upto, batch.entries);
  const bool went_back = upto < batch.stream.acked_upto;
  if (went_back || (!state_.epoch.empty() && state_.epoch != read->epoch)) heard_.clear();
  heard_ = with_heard(std::move(heard_), batch.stream.id);
  if (fresh_stream_ == batch.stream.id) fresh_stream_.clear();
  if (batch.has_unsent() && upto == batch.stream.acked_upto) return failed("the hub took nothing of a batch");
  note(*read, sent_utc_ms);
  batch_limit_ = std::min(batch_limit_ * 2, wire::kMaxBatchResponses);
  leave_out_health_ = false;
  forget_old(read->time_utc_ms);
  go_on();
  if (suspect_stream_ == batch.stream.id) return number_again(batch.stream, read->time_utc_ms);
  // A hub that has less has lost it for every terminal: they do not come back all at once.
  if (went_back) times_.not_before_ms = clock_.monotonic_ms() + draw_(settings_.backoff_base_ms);
}

Status Sync::acknowledge(const Batch& batch, const wire::BatchReply& reply) {
  const auto rejected = of_batch(reply.rejected, batch.entries);
  const std::int64_t upto = believed(reply.have_upto, batch.stream.acked_upto, batch.entries);
  return journal_.ask([&](Journal& journal) -> Status {
    for (const wire::Rejected& each : rejected) {
      if (Status marked = journal.mark_rejected(batch.stream.id, each.seq, each.reason); !marked.ok()) {
        return marked;
      }
    }
    return journal.acknowledge(batch.stream.id, upto, reply.time_utc_ms);
  });
}

/// By the hub's clock, which also dated the acknowledgements: the terminal's own may be years off.
void Sync::forget_old(std::int64_t hub_now_utc_ms) {
  const std::int64_t now = clock_.monotonic_ms();
  if (forgot_at_ms_ && now - *forgot_at_ms_ < kForgetEveryMs) return;
  forgot_at_ms_ = now;
  journal_.post([before = hub_now_utc_ms - settings_.keep_ms](Journal& journal) {
    static_cast<void>(journal.forget_acknowledged(before));  // tried again in an hour
  });
}

void Sync::note(const wire::BatchReply& reply, std::int64_t sent_utc_ms) {
  failures_ = 0;
  state_.kind = SyncState::Kind::well;
  state_.why.clear();
  state_.last_success_utc_ms = clock_.utc_ms();
  state_.config_version = reply.config_version;
  state_.epoch = reply.epoch;
  state_.clock_offset_ms = (sent_utc_ms + clock_.utc_ms()) / 2 - reply.time_utc_ms;
}

void Sync::too_large(const Batch& batch, const Outcome& outcome) {
  if (made_smaller(batch)) return go_on();
  failed(outcome.why, outcome.retry_after_ms.value_or(0));
}

void Sync::refused(const Batch& batch, const Outcome& outcome) {
  if (made_smaller(batch)) return go_on();
  if (!batch.has_unsent()) return failed(outcome.why);
  set_aside(batch, outcome);
}

void Sync::forked(const Batch& batch, const Outcome& outcome) {
  // No other terminal can have a stream just made: then it is a response that the hub has from another one.
  if (batch.stream.id == fresh_stream_) return refused(batch, outcome);
  if (batch.entries.empty()) return leave_stream(batch);
  suspect_stream_ = batch.stream.id;
  go_on();
}

/// The hub refuses even an empty hand: the stream is another terminal's. What it has of it stays there.
void Sync::leave_stream(const Batch& batch) {
  suspect_stream_.clear();
  heard_ = with_heard(std::move(heard_), batch.stream.id);
  if (!batch.is_current && batch.stream.last_seq == batch.stream.acked_upto) return go_on();
  const auto started =
      journal_.ask([&](Journal& journal) { return journal.start_new_stream(batch.stream.id); });
  if (!started.ok()) return failed(started.error().text());
  fresh_stream_ = started->id;
  go_on();
}

/// The stream is ours, but somewhere the hub has other responses under its numbers. Nobody knows from where
/// on, so all that is kept goes again under new ones; the hub knows each by its id.
void Sync::number_again(const journal::Stream& stream, std::int64_t now_utc_ms) {
  suspect_stream_.clear();
  const Result<journal::Stream> current = journal_.ask([&](Journal& journal) -> Result<journal::Stream> {
    if (const Status back = journal.acknowledge(stream.id, 0, now_utc_ms); !back.ok()) return back.error();
    const auto streams = journal.streams();  // the journal may have moved everything by itself
    if (!streams.ok()) return streams.error();
    const auto left = std::find_if(streams->begin(), streams->end(),
                                   [&](const journal::Stream& each) { return each.id == stream.id; });
    return left == streams->end() ? journal.current_stream() : journal.start_new_stream(stream.id);
  });
  if (!current.ok()) return failed(current.error().text());
  fresh_stream_ = current->id;
}

/// Leaves out first what only good times need, so that it never costs a response its place, then half of the
/// responses.
bool Sync::made_smaller(const Batch& batch) {
  if (batch.with_health) {
    leave_out_health_ = true;
    return true;
  }
  if (batch.unsent_count() < 2) return false;
  batch_limit_ = batch.unsent_count() / 2;
  return true;
}

void Sync::set_aside(const Batch& batch, const Outcome& outcome) {
  const Status marked = journal_.ask([&](Journal& journal) {
    return journal.mark_dead(batch.stream.id, batch.entries.front().seq, outcome.why);
  });
  failed(marked.ok() ? outcome.why : marked.error().text());
}

void Sync::failed(const std::string& why, std::int64_t floor_ms) {
  const std::int64_t now = clock_.monotonic_ms();
  state_.kind = SyncState::Kind::waiting;
  state_.why = why;
  times_.send_at_ms = now;
  times_.not_before_ms =
      now + backoff_ms(failures_++, settings_.backoff_base_ms, settings_.backoff_cap_ms, floor_ms, draw_);
}

void Sync::not_enrolled(const std::string& why) {
  const std::int64_t now = clock_.monotonic_ms();
  state_.kind = SyncState::Kind::not_enrolled;
  state_.why = why;
  times_.send_at_ms = now;
  times_.not_before_ms = now + settings_.not_enrolled_retry_ms;
}

/// At once: there may be more to send.
void Sync::go_on() {
  times_.send_at_ms = clock_.monotonic_ms();
  times_.not_before_ms = 0;
}

}  // namespace farewell::sync
