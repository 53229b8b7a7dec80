// What Sync decides, apart from doing it: which stream next, how much of it, how far a reply acknowledges,
// when. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/journal/journal.h"
#include "core/wire/batch.h"

namespace farewell::sync {

/// Stream ids in the order in which the hub's word on them was heard.
using Heard = std::vector<std::string>;

bool is_heard(const Heard& heard, const std::string& stream);
/// `heard` with `stream` at its end.
Heard with_heard(Heard heard, const std::string& stream);
/// `heard` without what a heartbeat asks about again: the current stream, and of the older ones that heard
/// longest ago, so that in time the hub is asked about each.
Heard for_heartbeat(Heard heard, const std::string& current_stream);

/// The first stream that the hub has not spoken of, or that has something unacknowledged. `streams` as the
/// journal gives them: oldest first, current last.
std::optional<journal::Stream> next_stream(const std::vector<journal::Stream>& streams, const Heard& heard);

/// Entries up to the first gap: they begin at `acked_upto` (if that is still kept) or just after it. A batch
/// has no gaps, whatever befell the journal.
std::vector<journal::Entry> without_gaps(std::vector<journal::Entry> entries, std::int64_t acked_upto);

/// How far to believe `have_upto`: never beyond what was just sent, since only that was compared. (A journal
/// restored from a copy must not take the hub's word for numbers that it has since given to other responses.)
std::int64_t believed(std::int64_t have_upto, std::int64_t acked_upto,
                      const std::vector<journal::Entry>& sent);

/// The rejections that speak of what was sent.
std::vector<wire::Rejected> of_batch(const std::vector<wire::Rejected>& rejected,
                                     const std::vector<journal::Entry>& sent);

/// When there is something to do, in monotonic milliseconds.
struct Timetable {
  std::int64_t heartbeat_at_ms = 0;
  std::optional<std::int64_t> send_at_ms;  ///< something waits to be sent
  std::int64_t not_before_ms = 0;          ///< backing off

  std::int64_t due_ms() const;
};

}  // namespace farewell::sync
