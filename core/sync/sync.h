// When to send what: the outbox against the hub's cumulative acknowledgement, backoff with full jitter,
// heartbeat, rewind, forks, dead letters. Synchronous and single-threaded: a loop (the terminal's sync
// thread, or a test with a made clock) calls step() when due.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/journal/writer.h"
#include "core/sync/hub.h"

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

/// A number in [0, below), for jitter.
using Draw = std::function<std::int64_t(std::int64_t below)>;

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
  std::int64_t due_ms() const;
  /// At most one exchange. Does nothing before due_ms().
  void step();
  const SyncState& state() const { return state_; }

 private:
  void send_batch(const journal::Stream& stream);
  void take_reply(const journal::Stream& stream, const Reply& reply);
  void failed(const Outcome& outcome);
  void refused(const journal::Stream& stream, const Outcome& outcome);

  journal::Writer& journal_;
  Hub& hub_;
  const Clock& clock_;
  Draw draw_;
  std::function<wire::Health()> health_;
  Settings settings_;
  SyncState state_;
  std::int64_t due_ms_ = 0;
  int failures_ = 0;
  std::size_t batch_limit_ = wire::kMaxBatchResponses;
  std::map<std::string, bool> verified_;  ///< streams whose have_upto this run has heard
};

}  // namespace farewell::sync
