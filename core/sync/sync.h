// When to send what: the outbox against the hub's cumulative acknowledgement, backoff with full jitter,
// heartbeat, rewind, forks, dead letters. Synchronous and single-threaded: a loop (the terminal's sync
// thread, or a test with a made clock) calls step() when due.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/journal/writer.h"
#include "core/sync/hub.h"
#include "core/sync/plan.h"
#include "core/sync/retry.h"

namespace farewell::sync {

struct Settings {
  std::int64_t quiet_ms = 2'000;  ///< after a finished response
  std::int64_t heartbeat_ms = 300'000;
  std::int64_t start_spread_ms = 300'000;  ///< the first send falls within this, by chance
  std::int64_t backoff_base_ms = 2'000;
  std::int64_t backoff_cap_ms = 300'000;
  std::int64_t not_enrolled_retry_ms = 900'000;
  std::int64_t keep_ms = 35LL * 86'400'000;  ///< acknowledged responses stay this long
};

/// What the technician's page shows.
struct SyncState {
  enum class Kind { starting, well, waiting, not_enrolled };
  Kind kind = Kind::starting;
  std::int64_t last_success_utc_ms = 0;  ///< 0: never
  std::string why;                       ///< the last failure, in words; empty when well
  int config_version = 0;                ///< as the hub last said
  std::string epoch;
  std::optional<std::int64_t> clock_offset_ms;
};

class Sync {
 public:
  /// `health` is asked before each batch. All references outlive this.
  Sync(journal::Writer& journal, Hub& hub, const Clock& clock, Draw draw,
       std::function<wire::Health()> health, Settings settings = {});

  /// A response was finished: due after the quiet time, unless backing off.
  void response_finished();
  /// Send at once (the technician's button, or the network came back).
  void hurry();
  /// Monotonic milliseconds at which step() has something to do.
  std::int64_t due_ms() const { return times_.due_ms(); }
  /// At most one exchange. Does nothing before due_ms().
  void step();
  const SyncState& state() const { return state_; }

 private:
  /// A batch on its way. In good times it begins with the last response acknowledged, so that the hub
  /// compares: it may have been restored, and have been given another one there by a clone.
  struct Batch {
    journal::Stream stream;
    bool is_current = false;
    bool with_health = true;
    std::vector<journal::Entry> entries;

    bool has_unsent() const { return !entries.empty() && entries.back().seq > stream.acked_upto; }
    std::size_t unsent_count() const;
  };

  void rest();
  Result<std::optional<Batch>> next_batch();
  Result<std::optional<Batch>> close_gap(const journal::Stream& stream);
  Result<std::vector<journal::Entry>> take_entries(const Batch& batch);
  Outcome send(const Batch& batch);
  void take_reply(const Batch& batch, const Reply& reply, std::int64_t sent_utc_ms);
  Status acknowledge(const Batch& batch, const wire::BatchReply& reply);
  void forget_old(std::int64_t hub_now_utc_ms);
  void revive_dead();
  void note(const wire::BatchReply& reply, std::int64_t sent_utc_ms);

  void refused(const Batch& batch, const Outcome& outcome);
  void too_large(const Batch& batch, const Outcome& outcome);
  void forked(const Batch& batch, const Outcome& outcome);
  void leave_stream(const Batch& batch);
  void number_again(const journal::Stream& stream, std::int64_t now_utc_ms);
  bool made_smaller(const Batch& batch);
  void set_aside(const Batch& batch, const Outcome& outcome);
  void failed(const std::string& why, std::int64_t floor_ms = 0);
  void not_enrolled(const std::string& why);
  void go_on();

  journal::Writer& journal_;
  Hub& hub_;
  const Clock& clock_;
  Draw draw_;
  std::function<wire::Health()> health_;
  Settings settings_;
  SyncState state_;
  Timetable times_;
  Heard heard_;  ///< since the start, or since the hub last turned out to have less
  int failures_ = 0;
  std::size_t batch_limit_ = wire::kMaxBatchResponses;
  bool leave_out_health_ = false;
  std::string suspect_stream_;  ///< forked, and to be asked about with nothing in hand; empty: none
  std::string fresh_stream_;    ///< started after a fork and not taken by the hub so far; empty: none
  std::optional<std::int64_t> forgot_at_ms_;
  std::optional<std::int64_t> revived_at_ms_;
};

}  // namespace farewell::sync
