// The terminal's own SQLite journal of responses: each tap durable when a call returns, each finished
// response numbered without gaps. Not a queue (sync/ decides what to send) and not encrypted (contact details
// arrive sealed). One thread at a time owns a Journal; the running terminal reaches it through Writer. The
// file's tables are described in schema.cpp, what is done about damage in salvage.h.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "core/base/result.h"
#include "core/base/time_zone.h"
#include "core/wire/batch.h"
#include "core/wire/response.h"

namespace SQLite {
class Database;
}

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
  int interrupted = 0;              ///< unfinished visits closed
  bool was_damaged = false;         ///< the old file was set aside
  std::string damage;               ///< what was wrong with it, in words
  std::filesystem::path set_aside;  ///< where
  std::int64_t carried_over = 0;    ///< readable unsent responses taken into the new file
};

enum class Mode {
  own,        ///< read and write, create, migrate, look for damage, salvage, close interrupted visits
  read_only,  ///< look on while another process writes; nothing is changed
};

/// How a thorough look for damage goes on.
enum class Examined { so_far, entirely };

class Journal {
 public:
  /// Errors: unavailable (cannot open, disk full, another process owns it), corrupt (read_only only: `own`
  /// sets the file aside and starts a new one), conflict (another program's database, or a newer version of
  /// ours; untouched).
  ///
  /// Looking for damage must not make a start slower as answers gather. So opening checks the header, the
  /// schema, the streams and both ends of every index, and the whole file only while it is small (256 KiB); a
  /// larger one is looked through in slices afterwards (examine()). Every row has a checksum, so that a bit
  /// turned over in a text is found too. Whichever call meets damage, the file is then set aside, what is
  /// intact and unsent is carried over (salvage.h), and the call is carried out on the new file.
  static Result<std::unique_ptr<Journal>> open(const std::filesystem::path& file, Mode mode,
                                               Opened* opened = nullptr);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  /// What opening found and, since then, any other call: `was_damaged` may become true while the terminal
  /// runs.
  const Opened& opened() const;
  /// The disk was full, and the room kept for answers (reserve.h) is in use: somebody should be told.
  bool has_given_up_reserve() const;
  /// Looks at the next few hundred responses for damage, a few milliseconds' work; Writer calls it when it
  /// has nothing else to do until it answers `entirely`.
  Result<Examined> examine();

  // --- a visit ---------------------------------------------------------------------------------------

  /// Stores the visit as it stands (keyed by id, seq 0), replacing what stood. Durable on return.
  Status save_unfinished(const wire::Response& response);
  /// Gives the response the next number of the current stream and stores it, in one transaction that also
  /// removes the unfinished one; the response's own seq is not looked at. Finishing the same id again returns
  /// its number and changes nothing.
  Result<std::int64_t> finish(const wire::Response& response);
  /// Adds to an hour's counts (for health). `hour_utc_ms` is cut to the hour.
  Status count(std::int64_t hour_utc_ms, const wire::HourCounts& more);
  /// The last `most_recent` hours that have counts, oldest first.
  Result<std::vector<wire::HourCounts>> hours(std::size_t most_recent);

  // --- the outbox ------------------------------------------------------------------------------------

  /// The stream that new responses join.
  Result<Stream> current_stream();
  /// All streams of which any response is kept, oldest first, and the current one last even when it is empty.
  Result<std::vector<Stream>> streams();
  /// Responses of `stream` after `seq` in order; at most `max_count`, and at most `max_bytes` of bodies but
  /// always at least one.
  Result<std::vector<Entry>> entries_after(const std::string& stream, std::int64_t seq, std::size_t max_count,
                                           std::size_t max_bytes);
  /// The hub has the stream up to here: forwards and backwards (a hub restored from a backup has less; what
  /// it rejected beyond that counts as unsent again). Where its count cannot be met by sending this stream
  /// on, because it lies beyond the last number given (another copy of this journal has been at work) or
  /// before the first one kept, what is kept and not acknowledged moves to a new current stream, as after a
  /// fork. Errors: not_found for a stream that is no longer here, invalid for a negative number.
  Status acknowledge(const std::string& stream, std::int64_t have_upto, std::int64_t now_utc_ms);
  /// The hub keeps the response in quarantine: not counted unsent, and once acknowledged not sent again.
  Status mark_rejected(const std::string& stream, std::int64_t seq, const std::string& reason);
  /// Sets one response aside (the hub refuses it outright) and moves what follows it to a new stream, ids
  /// kept, so that numbers stay gapless. Errors: conflict for one that is acknowledged.
  Status mark_dead(const std::string& stream, std::int64_t seq, const std::string& reason);
  /// After a fork: what the stream has unacknowledged moves to a new current stream, ids kept. Returns it.
  Result<Stream> start_new_stream(const std::string& forked_stream);
  /// Dead responses join the current stream again (after an upgrade). Returns how many.
  Result<std::int64_t> revive_dead();
  Result<Unsent> unsent();
  /// Forgets responses acknowledged before `before_utc_ms` (times are kept to the hour), at most 1,000 a call
  /// so that a tap never waits long. Unsent and dead ones never go. Returns how many went.
  Result<std::int64_t> forget_acknowledged(std::int64_t before_utc_ms);

  // --- reading ---------------------------------------------------------------------------------------

  /// Calls `visit` with each finished response (sent, unsent, rejected, dead) that started in the range,
  /// oldest first, a short page at a time and with no lock held meanwhile, so that the terminal can write.
  /// Stops at the first error `visit` returns. One that cannot be read is passed over and is an Error
  /// (corrupt) at the end, when all others have been visited.
  Status each(const UtcRange& started, const std::function<Status(const wire::Response&)>& visit);
  /// The integrity check of `farewell journal check`: one line a finding, empty when sound.
  Result<std::vector<std::string>> check();

 private:
  struct Database;
  explicit Journal(std::unique_ptr<Database> database);
  /// Calls `work`, turns what SQLite throws into an Error, and mends damage once.
  template <class Work>
  auto carry_out(Work work) -> std::invoke_result_t<Work, SQLite::Database&>;
  Status open_own();
  Status open_read_only();
  Status look_and_connect();
  Status mend(const std::string& damage);
  std::unique_ptr<Database> database_;
};

}  // namespace farewell::journal
