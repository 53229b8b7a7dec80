// The terminal's own SQLite journal of responses: each tap durable when a call returns, each finished response
// numbered without gaps. Not a queue (sync/ decides what to send) and not encrypted (contact details arrive
// sealed). One thread at a time owns a Journal; the running terminal reaches it through Writer.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/time_zone.h"
#include "core/wire/batch.h"
#include "core/wire/response.h"

namespace farewell::journal {

/// A stream of this journal and how far the hub has said to have it.
struct Stream {
  std::string id;
  std::int64_t acked_upto = 0;
  std::int64_t last_seq = 0;  ///< the highest number given; 0: none
};

/// A finished response as it is sent: `body` is its JSON with its seq.
struct Entry {
  std::int64_t seq = 0;
  std::string id;
  std::string body;
};

struct Unsent {
  std::int64_t count = 0;
  std::int64_t oldest_started_at_utc_ms = 0;  ///< 0: none
  std::int64_t dead = 0;
};

/// What opening found and mended.
struct Opened {
  int interrupted = 0;                  ///< unfinished visits closed
  bool was_damaged = false;             ///< the old file was set aside
  std::filesystem::path set_aside;      ///< where
  std::int64_t carried_over = 0;        ///< readable unsent responses taken into the new file
};

enum class Mode {
  own,        ///< read and write, create, migrate, quick_check, salvage, close interrupted visits
  read_only,  ///< look on while another process writes; nothing is changed
};

class Journal {
 public:
  /// Errors: unavailable (cannot open, disk full), corrupt (read_only only: `own` sets the file aside and
  /// starts a new one), conflict (another program's database, or a newer version of ours).
  static Result<std::unique_ptr<Journal>> open(const std::filesystem::path& file, Mode mode,
                                               Opened* opened = nullptr);
  ~Journal();

  // --- a visit ---------------------------------------------------------------------------------------

  /// Stores the visit as it stands (keyed by id, seq 0), replacing what stood. Durable on return.
  Status save_unfinished(const wire::Response& response);
  /// Gives the response the next number of the current stream and stores it, in one transaction that also
  /// removes the unfinished one. Finishing the same id again returns its number and changes nothing.
  Result<std::int64_t> finish(const wire::Response& response);
  /// Adds to an hour's counts (for health). `hour_utc_ms` is cut to the hour.
  Status count(std::int64_t hour_utc_ms, const wire::HourCounts& more);
  Result<std::vector<wire::HourCounts>> hours(std::size_t most_recent);

  // --- the outbox ------------------------------------------------------------------------------------

  /// The stream that new responses join.
  Result<Stream> current_stream();
  /// All streams of which any response is kept, the current one last.
  Result<std::vector<Stream>> streams();
  /// Responses of `stream` after `seq` in order; at most `max_count`, and at most `max_bytes` of bodies but
  /// always at least one.
  Result<std::vector<Entry>> entries_after(const std::string& stream, std::int64_t seq, std::size_t max_count,
                                           std::size_t max_bytes);
  /// The hub has the stream up to here: forwards and backwards (a hub restored from a backup has less).
  Status acknowledge(const std::string& stream, std::int64_t have_upto, std::int64_t now_utc_ms);
  /// The hub keeps the response in quarantine: not sent again, not counted unsent.
  Status mark_rejected(const std::string& stream, std::int64_t seq, const std::string& reason);
  /// Sets one response aside (the hub refuses it outright) and moves what follows it to a new stream, ids
  /// kept, so that numbers stay gapless.
  Status mark_dead(const std::string& stream, std::int64_t seq, const std::string& reason);
  /// After a fork: what `stream` has unacknowledged moves to a new current stream, ids kept. Returns it.
  Result<Stream> start_new_stream(const std::string& forked_stream);
  /// Dead responses join the current stream again (after an upgrade). Returns how many.
  Result<std::int64_t> revive_dead();
  Result<Unsent> unsent();
  /// Forgets responses acknowledged before `before_utc_ms`. Unsent ones never go.
  Result<std::int64_t> forget_acknowledged(std::int64_t before_utc_ms);

  // --- reading ---------------------------------------------------------------------------------------

  /// Calls `visit` with each finished response that started in the range, oldest first, without holding more
  /// than one; stops at the first error it returns.
  Status each(const UtcRange& started, const std::function<Status(const wire::Response&)>& visit);
  /// The integrity check of `farewell journal check`: one line a finding, empty when sound.
  Result<std::vector<std::string>> check();

 private:
  struct Database;
  explicit Journal(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

}  // namespace farewell::journal
