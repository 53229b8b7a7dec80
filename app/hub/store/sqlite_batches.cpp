#include "app/hub/store/sqlite_batches.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <array>

namespace farewell::hub {

namespace {

using SQLite::Statement;
using IdBytes = std::array<std::uint8_t, 16>;

int nibble(char c) {
  return c <= '9' ? c - '0' : c - 'a' + 10;
}

/// Of a UUID in lower case, which parsing has made sure of.
IdBytes id_bytes(const std::string& uuid) {
  IdBytes bytes{};
  std::size_t digit = 0;
  for (const char c : uuid) {
    if (c == '-' || digit >= 32) continue;
    bytes[digit / 2] = static_cast<std::uint8_t>(bytes[digit / 2] << 4 | nibble(c));
    ++digit;
  }
  return bytes;
}

std::string uuid_text(const SQLite::Column& column) {
  static constexpr char kDigits[] = "0123456789abcdef";
  const auto* bytes = static_cast<const std::uint8_t*>(column.getBlob());
  std::string text;
  for (int i = 0; i < column.getBytes(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += kDigits[bytes[i] >> 4];
    text += kDigits[bytes[i] & 15];
  }
  return text;
}

void bind_id(Statement& statement, int index, const IdBytes& id) {
  statement.bindNoCopy(index, id.data(), static_cast<int>(id.size()));
}

/// Resets a kept statement when its use ends, also by an exception.
class Use {
 public:
  explicit Use(Statement& statement) : statement_(statement) {}
  ~Use() { statement_.tryReset(); }
  Use(const Use&) = delete;
  Use& operator=(const Use&) = delete;
  Statement* operator->() { return &statement_; }
  Statement& operator*() { return statement_; }

 private:
  Statement& statement_;
};

}  // namespace

struct SqliteBatches::Statements {
  explicit Statements(SQLite::Database& db)
      : terminal(db,
                 "SELECT t.number, t.site, t.cloned_at IS NOT NULL, coalesce(c.version, 1) FROM terminal t "
                 "LEFT JOIN config c ON c.site=t.site WHERE t.id=?"),
        stream(db, "SELECT number, terminal, have_upto FROM stream WHERE id=?"),
        open_stream(db, "INSERT INTO stream (id, terminal, have_upto) VALUES (?, ?, 0)"),
        advance(db, "UPDATE stream SET have_upto=? WHERE number=?"),
        insert(
            db,
            "INSERT INTO response (id, stream, seq, terminal, site, started_at, offset_minutes, value, of, "
            "received_at, body) VALUES (?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO NOTHING"),
        quarantine(db,
                   "INSERT INTO quarantine (id, stream, seq, terminal, site, reason, received_at, body) "
                   "SELECT ?1,?2,?3,?4,?5,?6,?7,?8 WHERE NOT EXISTS "
                   "(SELECT 1 FROM quarantine WHERE id=?1 AND terminal=?4 AND body=?8)"),
        response_at(db, "SELECT id FROM response WHERE stream=? AND seq=?"),
        quarantine_at(db, "SELECT id FROM quarantine WHERE stream=? AND seq=?"),
        sender(db, "SELECT terminal FROM response WHERE id=?"),
        in_quarantine(db, "SELECT 1 FROM quarantine WHERE id=?"),
        clone(db, "UPDATE terminal SET cloned_at=coalesce(cloned_at, ?) WHERE id=?"),
        health(db,
               "INSERT INTO health VALUES (?,?,?) ON CONFLICT DO UPDATE SET "
               "received_at=excluded.received_at, body=excluded.body"),
        hour(db,
             "INSERT INTO hour VALUES (?,?,?,?,?,?) ON CONFLICT DO UPDATE SET woken=excluded.woken, "
             "rated=excluded.rated, answered=excluded.answered, completed=excluded.completed") {}

  Statement terminal, stream, open_stream, advance, insert, quarantine, response_at, quarantine_at, sender,
      in_quarantine, clone, health, hour;
};

SqliteBatches::SqliteBatches(SQLite::Database& database)
    : statements_(std::make_unique<Statements>(database)) {}
SqliteBatches::~SqliteBatches() = default;

Result<Receipt> SqliteBatches::take(const Submission& submission) {
  const auto sender = terminal(submission.terminal);
  if (!sender) return Error{ErrorCode::not_found, "this terminal is not enrolled here", submission.terminal};
  KnownStream to = stream(submission.stream, *sender);
  if (to.terminal != sender->number) {
    return Receipt{Verdict::forked, 0, sender->config_version, "the stream is another terminal's"};
  }
  keep_health(submission, *sender);
  const std::int64_t had_upto = to.have_upto;
  const bool leaves_gap = !submission.arrivals.empty() && submission.arrivals.front().seq > had_upto + 1;
  if (!leaves_gap) {
    for (const Arrival& arrival : submission.arrivals) {
      const std::string fork = arrival.seq <= had_upto ? difference(arrival, to, *sender)
                                                       : insert(arrival, submission, to, *sender);
      if (!fork.empty()) return Receipt{Verdict::forked, had_upto, sender->config_version, fork};
      to.have_upto = std::max(to.have_upto, arrival.seq);
    }
  }
  if (to.have_upto > had_upto) {
    Use advance(statements_->advance);
    SQLite::bind(*advance, to.have_upto, to.number);
    advance->exec();
  }
  return Receipt{Verdict::taken, to.have_upto, sender->config_version, ""};
}

void SqliteBatches::mark_cloned(const Submission& submission) {
  Use clone(statements_->clone);
  SQLite::bind(*clone, submission.received_at_utc_ms, submission.terminal);
  clone->exec();
  terminals_.erase(submission.terminal);
}

void SqliteBatches::forget() {
  terminals_.clear();
}

std::optional<SqliteBatches::KnownTerminal> SqliteBatches::terminal(const std::string& id) {
  if (const auto known = terminals_.find(id); known != terminals_.end()) return known->second;
  Use select(statements_->terminal);
  select->bind(1, id);
  if (!select->executeStep()) return std::nullopt;
  const KnownTerminal found{select->getColumn(0).getInt64(), select->getColumn(1).getInt64(),
                            select->getColumn(2).getInt() != 0, select->getColumn(3).getInt()};
  terminals_.emplace(id, found);
  return found;
}

SqliteBatches::KnownStream SqliteBatches::stream(const std::string& id, const KnownTerminal& owner) {
  Use select(statements_->stream);
  select->bind(1, id);
  if (select->executeStep()) {
    return {select->getColumn(0).getInt64(), select->getColumn(1).getInt64(),
            select->getColumn(2).getInt64()};
  }
  Use open(statements_->open_stream);
  SQLite::bind(*open, id, owner.number);
  open->exec();
  Use again(statements_->stream);
  again->reset();
  again->bind(1, id);
  again->executeStep();
  return {again->getColumn(0).getInt64(), owner.number, 0};
}

std::string SqliteBatches::difference(const Arrival& arrival, const KnownStream& stream,
                                      const KnownTerminal& terminal) {
  Use response(statements_->response_at);
  SQLite::bind(*response, stream.number, arrival.seq);
  std::string had;
  if (response->executeStep()) {
    had = uuid_text(response->getColumn(0));
  } else {
    Use kept(statements_->quarantine_at);
    SQLite::bind(*kept, stream.number, arrival.seq);
    if (kept->executeStep()) had = kept->getColumn(0).getString();
  }
  if (had == arrival.id) return {};
  // At this place nothing was stored if the response was had already under its id from elsewhere.
  if (had.empty()) {
    const std::int64_t sender = arrival.reason.empty() ? sender_of(arrival.id) : 0;
    if (sender == terminal.number || (sender != 0 && terminal.cloned)) return {};
    Use kept(statements_->in_quarantine);
    kept->bind(1, arrival.id);
    if (!arrival.reason.empty() && kept->executeStep()) return {};
  }
  return "seq " + std::to_string(arrival.seq) + " has another id here";
}

std::string SqliteBatches::insert(const Arrival& arrival, const Submission& submission,
                                  const KnownStream& stream, const KnownTerminal& terminal) {
  if (arrival.reason.empty()) return insert_response(arrival, submission, stream, terminal);
  quarantine(arrival, submission, stream, terminal);
  return {};
}

std::string SqliteBatches::insert_response(const Arrival& arrival, const Submission& submission,
                                           const KnownStream& stream, const KnownTerminal& terminal) {
  Use insert(statements_->insert);
  const IdBytes id = id_bytes(arrival.id);
  bind_id(*insert, 1, id);
  insert->bind(2, stream.number);
  insert->bind(3, arrival.seq);
  insert->bind(4, terminal.number);
  insert->bind(5, terminal.site);
  insert->bind(6, arrival.started_at_utc_ms);
  insert->bind(7, arrival.offset_minutes);
  insert->bind(8, arrival.value);
  insert->bind(9, arrival.of);
  insert->bind(10, submission.received_at_utc_ms);
  insert->bindNoCopy(11, arrival.body);
  if (insert->exec() == 1) return {};
  // A terminal is told once that it is one of two. After that it shares responses with the other for good
  // reason, and telling it again would never let it send them.
  if (sender_of(arrival.id) == terminal.number || terminal.cloned) return {};
  return "seq " + std::to_string(arrival.seq) + " came from another terminal already";
}

void SqliteBatches::quarantine(const Arrival& arrival, const Submission& submission,
                               const KnownStream& stream, const KnownTerminal& terminal) {
  Use insert(statements_->quarantine);
  SQLite::bind(*insert, arrival.id, stream.number, arrival.seq, terminal.number, terminal.site,
               arrival.reason, submission.received_at_utc_ms, arrival.body);
  insert->exec();
}

std::int64_t SqliteBatches::sender_of(const std::string& id) {
  Use select(statements_->sender);
  const IdBytes bytes = id_bytes(id);
  bind_id(*select, 1, bytes);
  return select->executeStep() ? select->getColumn(0).getInt64() : 0;
}

void SqliteBatches::keep_health(const Submission& submission, const KnownTerminal& terminal) {
  if (submission.health.empty()) return;
  Use health(statements_->health);
  SQLite::bind(*health, terminal.number, submission.received_at_utc_ms, submission.health);
  health->exec();
  for (const wire::HourCounts& counts : submission.hours) {
    Use hour(statements_->hour);
    SQLite::bind(*hour, terminal.number, counts.hour, counts.woken, counts.rated, counts.answered,
                 counts.completed);
    hour->exec();
  }
}

}  // namespace farewell::hub
