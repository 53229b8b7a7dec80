#include "core/journal/salvage.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "core/base/clock.h"
#include "core/journal/page_scan.h"
#include "core/journal/rows.h"
#include "core/journal/schema.h"
#include "core/journal/streams.h"

namespace farewell::journal {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kResponseColumnCount = 8;
constexpr std::size_t kStreamColumnCount = 5;
constexpr std::size_t kUnfinishedColumnCount = 4;

struct Found {
  Location location;
  Place place;
};

struct FoundUnfinished {
  std::string id, body;
  bool is_live = false;
};

struct Findings {
  std::vector<Found> responses;
  std::map<std::int64_t, std::int64_t> acked_upto;  ///< by a stream's number; live ones only
  std::vector<FoundUnfinished> unfinished;
};

const std::string* text(const Value& value) {
  return std::get_if<std::string>(&value);
}
const std::int64_t* integer(const Value& value) {
  return std::get_if<std::int64_t>(&value);
}

/// The columns of `response` as schema.cpp makes it.
std::optional<ResponseRow> as_response(const Record& record) {
  if (record.size() != kResponseColumnCount) return std::nullopt;
  const auto* id = text(record[1]);
  const auto* seq = integer(record[3]);
  const auto* started_at = integer(record[4]);
  const auto* body = text(record[6]);
  const auto* sum = integer(record[7]);
  if (!id || !seq || !started_at || !body || !sum) return std::nullopt;
  const auto* stream = integer(record[2]);
  ResponseRow row{0, *id, {stream ? *stream : 0, *seq}, *started_at, *body, *sum};
  if (!row.is_intact()) return std::nullopt;
  return row;
}

void take_stream(const Location& location, const Record& record, Findings& findings) {
  const auto* id = text(record[1]);
  const auto *last_seq = integer(record[2]), *acked_upto = integer(record[3]), *sum = integer(record[4]);
  if (!location.is_live || !id || !last_seq || !acked_upto || !sum) return;
  if (*sum != stream_checksum(location.rowid, *id, *last_seq, *acked_upto)) return;
  findings.acked_upto[location.rowid] = *acked_upto;
}

void take_unfinished(const Location& location, const Record& record, Findings& findings) {
  const auto *id = text(record[1]), *body = text(record[2]);
  const auto* sum = integer(record[3]);
  if (!id || !body || !sum || *sum != unfinished_checksum(*id, *body)) return;
  findings.unfinished.push_back({*id, *body, location.is_live});
}

Findings look_through(const PageScan& scan) {
  Findings findings;
  scan.each(kUnfinishedColumnCount, kResponseColumnCount,
            [&](const Location& location, const Record& record) {
              if (record.size() == kStreamColumnCount) take_stream(location, record, findings);
              if (record.size() == kUnfinishedColumnCount) take_unfinished(location, record, findings);
              if (const auto row = as_response(record)) findings.responses.push_back({location, row->place});
            });
  return findings;
}

/// What the hub is not known to have, in the order to send it; what a rearranged page left behind comes last,
/// since it only counts where the row itself is lost.
void keep_unsent(Findings& findings) {
  const auto is_acknowledged = [&](const Found& found) {
    const auto stream = findings.acked_upto.find(found.place.stream);
    return stream != findings.acked_upto.end() && found.place.seq <= stream->second;
  };
  std::erase_if(findings.responses, is_acknowledged);
  const auto order = [](const Found& found) {
    return std::tuple(!found.location.is_live, found.place.stream, found.place.seq);
  };
  std::ranges::sort(findings.responses, {}, order);
  std::ranges::stable_sort(findings.unfinished, {},
                           [](const FoundUnfinished& found) { return !found.is_live; });
}

bool is_known(SQLite::Database& sqlite, const std::string& id) {
  SQLite::Statement query(sqlite, "SELECT 1 FROM response WHERE id = ?");
  query.bind(1, id);
  return query.executeStep();
}

void insert_unfinished(SQLite::Database& sqlite, const FoundUnfinished& found) {
  SQLite::Statement insert(sqlite, "INSERT OR IGNORE INTO unfinished(id, body, checksum) VALUES (?, ?, ?)");
  insert.bind(1, found.id);
  insert.bind(2, found.body);
  insert.bind(3, unfinished_checksum(found.id, found.body));
  insert.exec();
}

void insert_dead(SQLite::Database& sqlite, const ResponseRow& dead, const Value& reason) {
  SQLite::Statement insert(sqlite,
                           "INSERT INTO response(id, seq, started_at_utc_ms, reason, body, checksum) "
                           "VALUES (?, ?, ?, ?, ?, ?)");
  insert.bind(1, dead.id);
  insert.bind(2, dead.place.seq);
  insert.bind(3, dead.started_at_utc_ms);
  insert.bind(4, text(reason) ? *text(reason) : "dead before the journal was damaged");
  insert.bind(5, dead.body);
  insert.bind(6, dead.checksum);
  insert.exec();
}

std::int64_t carry_over(const PageScan& scan, const Findings& findings, SQLite::Database& sqlite) {
  std::int64_t carried_over = 0;
  for (const Found& found : findings.responses) {
    const Record record = scan.at(found.location, kResponseColumnCount);
    const auto row = as_response(record);
    if (!row || is_known(sqlite, row->id)) continue;
    if (row->place.stream == 0) {
      insert_dead(sqlite, *row, record[5]);
    } else {
      append(sqlite, {row->id, row->started_at_utc_ms, row->body});
    }
    ++carried_over;
  }
  for (const FoundUnfinished& found : findings.unfinished) {
    if (!is_known(sqlite, found.id)) insert_unfinished(sqlite, found);
  }
  return carried_over;
}

/// Writes the new journal beside the damaged one.
Result<std::int64_t> build(const fs::path& damaged, const fs::path& fresh) {
  auto scan = PageScan::open(damaged);
  if (!scan.ok()) return scan.error();
  Findings findings = look_through(*scan);
  keep_unsent(findings);
  return guarded(fresh, [&]() -> Result<std::int64_t> {
    const auto sqlite = connect(fresh, Mode::own);
    migrate(*sqlite);
    SQLite::Transaction transaction(*sqlite, SQLite::TransactionBehavior::IMMEDIATE);
    const std::int64_t carried_over = carry_over(*scan, findings, *sqlite);
    transaction.commit();
    return carried_over;
  });
}

/// "kiosk.db.damaged-20261122T031400Z", with "-2", "-3" … where that is taken.
fs::path name_for(const fs::path& file) {
  std::string time = to_rfc3339_utc(SystemClock().utc_ms() / 1000 * 1000);
  std::erase_if(time, [](char c) { return c == '-' || c == ':'; });
  const std::string name = file.string() + ".damaged-" + time;
  fs::path path = name;
  std::error_code ignored;
  for (int i = 2; fs::exists(path, ignored); ++i) path = name + "-" + std::to_string(i);
  return path;
}

void sync_folder_of(const fs::path& file) {
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  ::fsync(fd);
  ::close(fd);
}

/// The damaged file gets its second name before the new one takes the first, so that `file` always exists.
Status exchange(const fs::path& file, const fs::path& fresh, const fs::path& set_aside) {
  std::error_code failed;
  // SQLite would roll the old file's journal back into the new file.
  const fs::path rollback = file.string() + "-journal";
  if (std::error_code ignored; fs::exists(rollback, ignored)) {
    fs::rename(rollback, set_aside.string() + "-journal", failed);
  }
  if (!failed) fs::create_hard_link(file, set_aside, failed);
  if (failed == std::errc::operation_not_permitted) fs::rename(file, set_aside, failed);  // FAT has no links
  if (!failed) sync_folder_of(file);
  if (!failed) fs::rename(fresh, file, failed);
  if (failed) {
    return Error{ErrorCode::unavailable, "the damaged journal cannot be set aside: " + failed.message(),
                 file.string()};
  }
  sync_folder_of(file);
  return {};
}

}  // namespace

Result<Salvaged> salvage(const fs::path& file) {
  const fs::path fresh = file.string() + ".new";
  std::error_code ignored;
  fs::remove(fresh, ignored);  // half built when the power went
  fs::remove(fresh.string() + "-journal", ignored);
  Salvaged salvaged;
  auto lock = OwnerLock::take(fresh);
  if (!lock.ok()) return lock.error();
  salvaged.lock = std::move(*lock);
  auto carried_over = build(file, fresh);
  if (!carried_over.ok()) return carried_over.error();
  salvaged.carried_over = *carried_over;
  salvaged.set_aside = name_for(file);
  if (Status exchanged = exchange(file, fresh, salvaged.set_aside); !exchanged.ok()) return exchanged.error();
  return salvaged;
}

}  // namespace farewell::journal
