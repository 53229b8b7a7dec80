#include "core/sync/plan.h"

#include <algorithm>
#include <utility>

namespace farewell::sync {

bool is_heard(const Heard& heard, const std::string& stream) {
  return std::find(heard.begin(), heard.end(), stream) != heard.end();
}

Heard with_heard(Heard heard, const std::string& stream) {
  std::erase(heard, stream);
  heard.push_back(stream);
  return heard;
}

Heard for_heartbeat(Heard heard, const std::string& current_stream) {
  std::erase(heard, current_stream);
  if (!heard.empty()) heard.erase(heard.begin());
  return heard;
}

std::optional<journal::Stream> next_stream(const std::vector<journal::Stream>& streams, const Heard& heard) {
  for (const journal::Stream& stream : streams) {
    if (stream.last_seq > stream.acked_upto || !is_heard(heard, stream.id)) return stream;
  }
  return std::nullopt;
}

std::vector<journal::Entry> without_gaps(std::vector<journal::Entry> entries, std::int64_t acked_upto) {
  const bool from_acked = !entries.empty() && entries.front().seq == acked_upto;
  std::int64_t expected = from_acked ? acked_upto : acked_upto + 1;
  const auto gap = std::find_if(entries.begin(), entries.end(),
                                [&](const journal::Entry& entry) { return entry.seq != expected++; });
  entries.erase(gap, entries.end());
  return entries;
}

std::int64_t believed(std::int64_t have_upto, std::int64_t acked_upto,
                      const std::vector<journal::Entry>& sent) {
  return std::min(have_upto, sent.empty() ? acked_upto : sent.back().seq);
}

std::vector<wire::Rejected> of_batch(const std::vector<wire::Rejected>& rejected,
                                     const std::vector<journal::Entry>& sent) {
  std::vector<wire::Rejected> out;
  for (const wire::Rejected& each : rejected) {
    const bool was_sent = std::any_of(sent.begin(), sent.end(), [&](const journal::Entry& entry) {
      return entry.seq == each.seq && entry.id == each.id;
    });
    if (was_sent) out.push_back(each);
  }
  return out;
}

std::int64_t Timetable::due_ms() const {
  return std::max(not_before_ms, std::min(heartbeat_at_ms, send_at_ms.value_or(heartbeat_at_ms)));
}

}  // namespace farewell::sync
