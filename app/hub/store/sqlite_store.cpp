#include "app/hub/store/sqlite_store.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <cstring>

#include "app/hub/store/sqlite_audit.h"
#include "app/hub/store/sqlite_batches.h"
#include "app/hub/store/sqlite_errors.h"
#include "app/hub/store/sqlite_open.h"
#include "core/base/ids.h"

namespace farewell::hub {

namespace {

using SQLite::Database;
using SQLite::Statement;

template <std::size_t N>
std::array<std::uint8_t, N> bytes_of(const SQLite::Column& column) {
  std::array<std::uint8_t, N> bytes{};
  if (column.getBytes() == static_cast<int>(N)) std::memcpy(bytes.data(), column.getBlob(), N);
  return bytes;
}

void bind_bytes(Statement& statement, int index, std::span<const std::uint8_t> bytes) {
  statement.bind(index, bytes.data(), static_cast<int>(bytes.size()));
}

Site site_from(Statement& row, int first) {
  return {row.getColumn(first).getString(), row.getColumn(first + 1).getString(),
          row.getColumn(first + 2).getString()};
}

/// A savepoint, or a transaction if none is open. Not SQLiteCpp's, whose destructor undoes and leaves it
/// open: all that came after would then be acknowledged and never committed.
class Savepoint {
 public:
  explicit Savepoint(Database& database) : database_(database) { database_.exec("SAVEPOINT whole"); }
  ~Savepoint() {
    if (!is_open_) return;
    database_.tryExec("ROLLBACK TO whole");
    database_.tryExec("RELEASE whole");
  }
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;

  void release() {
    database_.exec("RELEASE whole");
    is_open_ = false;
  }

 private:
  Database& database_;
  bool is_open_ = true;
};

class SqliteStore final : public Store {
 public:
  explicit SqliteStore(std::shared_ptr<Database> database)
      : database_(std::move(database)), batches_(*database_) {
    epoch_ = database_->execAndGet("SELECT CAST(value AS TEXT) FROM meta WHERE key='epoch'").getString();
    sealing_key_ = bytes_of<32>(database_->execAndGet("SELECT value FROM meta WHERE key='sealing_public'"));
  }

  std::string epoch() const override { return epoch_; }
  wire::Key sealing_key() const override { return sealing_key_; }

  Status together(const std::function<Status()>& work) override {
    return caught([&]() -> Status {
      Savepoint whole(*database_);
      const Status done = work();
      if (done.ok()) whole.release();
      return done;
    });
  }

  Status note(const AuditNote& note) override {
    return caught([&]() -> Status {
      append_audit(*database_, note);
      return {};
    });
  }

  Result<std::vector<AuditEntry>> audit(std::int64_t after, std::int64_t limit) override {
    return caught([&]() -> Result<std::vector<AuditEntry>> { return read_audit(*database_, after, limit); });
  }

  Result<Site> add_site(const std::string& name, const std::string& time_zone) override {
    return caught([&]() -> Result<Site> {
      if (find_site(name).ok())
        return Error{ErrorCode::conflict, "there is a site of this name already", name};
      const Site site{new_uuid_v4(), name, time_zone};
      Statement insert(*database_, "INSERT INTO site (id, name, time_zone) VALUES (?, ?, ?)");
      SQLite::bind(insert, site.id, site.name, site.time_zone);
      insert.exec();
      return site;
    });
  }

  Result<Site> find_site(const std::string& name) override {
    return caught([&]() -> Result<Site> {
      Statement select(*database_, "SELECT id, name, time_zone FROM site WHERE name=?");
      select.bind(1, name);
      if (!select.executeStep()) {
        return Error{ErrorCode::not_found, "there is no site of this name; add it with farewell-hub site add",
                     name};
      }
      return site_from(select, 0);
    });
  }

  Result<std::vector<Site>> sites() override {
    return caught([&]() -> Result<std::vector<Site>> {
      std::vector<Site> all;
      Statement select(*database_, "SELECT id, name, time_zone FROM site ORDER BY name");
      while (select.executeStep()) all.push_back(site_from(select, 0));
      return all;
    });
  }

  Status add_pairing_code(const std::string& site, const Hash& code, std::int64_t expires_utc_ms) override {
    return caught([&]() -> Status {
      Statement insert(
          *database_,
          "INSERT INTO pairing_code (hash, site, expires_at) SELECT ?, number, ? FROM site WHERE id=?");
      bind_bytes(insert, 1, code);
      insert.bind(2, expires_utc_ms);
      insert.bind(3, site);
      if (insert.exec() == 0) return Error{ErrorCode::not_found, "there is no such site", site};
      return {};
    });
  }

  Result<Terminal> enrol(const Enrolling& enrolling) override {
    return caught([&]() -> Result<Terminal> {
      Savepoint transaction(*database_);
      Statement use(*database_, "DELETE FROM pairing_code WHERE hash=? RETURNING site, expires_at");
      bind_bytes(use, 1, enrolling.code);
      const bool known = use.executeStep();
      const std::int64_t site = known ? use.getColumn(0).getInt64() : 0;
      const bool good = known && use.getColumn(1).getInt64() > enrolling.now_utc_ms;
      use.reset();
      Statement(*database_,
                "DELETE FROM pairing_code WHERE expires_at <= " + std::to_string(enrolling.now_utc_ms))
          .exec();
      if (good) insert_terminal(enrolling, site);
      transaction.release();
      if (!good)
        return Error{ErrorCode::unauthorised, "the code is unknown, used or expired; make another", ""};
      return find_terminal(enrolling.terminal);
    });
  }

  Result<Terminal> find_terminal(const std::string& id) override {
    return caught([&]() -> Result<Terminal> {
      Statement select(*database_,
                       "SELECT t.id, t.name, t.key, s.id, s.name, s.time_zone FROM terminal t "
                       "JOIN site s ON s.number=t.site WHERE t.id=?");
      select.bind(1, id);
      if (!select.executeStep()) return Error{ErrorCode::not_found, "this terminal is not enrolled here", id};
      return Terminal{select.getColumn(0).getString(), select.getColumn(1).getString(),
                      bytes_of<32>(select.getColumn(2)), site_from(select, 3)};
    });
  }

  Status add_token(const std::string& site, const std::string& who, const Hash& hash,
                   std::int64_t now_utc_ms) override {
    return caught([&]() -> Status {
      Statement insert(*database_,
                       "INSERT INTO token (selector, hash, site, who, made_at) "
                       "SELECT ?, ?, number, ?, ? FROM site WHERE id=?");
      bind_bytes(insert, 1, std::span(hash).first(8));
      bind_bytes(insert, 2, hash);
      insert.bind(3, who);
      insert.bind(4, now_utc_ms);
      insert.bind(5, site);
      if (insert.exec() == 0) return Error{ErrorCode::not_found, "there is no such site", site};
      return {};
    });
  }

  Status remove_tokens(const std::string& site, const std::string& who) override {
    return caught([&]() -> Status {
      Statement remove(*database_,
                       "DELETE FROM token WHERE who=? AND site=(SELECT number FROM site WHERE id=?)");
      SQLite::bind(remove, who, site);
      if (remove.exec() == 0) return Error{ErrorCode::not_found, "there is no token of this name", who};
      return {};
    });
  }

  Result<std::vector<Token>> tokens_like(const Hash& hash) override {
    return caught([&]() -> Result<std::vector<Token>> {
      Statement select(*database_,
                       "SELECT k.hash, k.who, s.id, s.name, s.time_zone FROM token k "
                       "JOIN site s ON s.number=k.site WHERE k.selector=?");
      bind_bytes(select, 1, std::span(hash).first(8));
      std::vector<Token> all;
      while (select.executeStep()) {
        all.push_back(
            {bytes_of<32>(select.getColumn(0)), select.getColumn(1).getString(), site_from(select, 2)});
      }
      return all;
    });
  }

  std::vector<Result<Receipt>> take_batches(std::span<const Submission> submissions) override {
    std::vector<Result<Receipt>> results;
    try {
      SQLite::Transaction transaction(*database_);
      for (const Submission& submission : submissions) results.push_back(take_one(submission));
      transaction.commit();
    } catch (const std::exception&) {
      batches_.forget();
      results.assign(submissions.size(), current_store_error());
    }
    return results;
  }

  Result<std::vector<KeptResponse>> responses(const ResponseQuery& query) override {
    return caught([&]() -> Result<std::vector<KeptResponse>> {
      Statement select(
          *database_,
          "SELECT started_at, number, body FROM response "
          "WHERE site=(SELECT number FROM site WHERE id=?1) AND started_at >= ?2 AND started_at < ?3 "
          "AND (started_at, number) > (?4, ?5) ORDER BY started_at, number LIMIT ?6");
      const Place after = query.after.value_or(Place{query.range.from_ms, -1});
      select.bind(1, query.site);
      select.bind(2, std::max(query.range.from_ms, after.started_at_utc_ms));
      select.bind(3, query.range.to_ms);
      select.bind(4, after.started_at_utc_ms);
      select.bind(5, after.number);
      select.bind(6, query.limit);
      std::vector<KeptResponse> page;
      while (select.executeStep()) {
        page.push_back({{select.getColumn(0).getInt64(), select.getColumn(1).getInt64()},
                        select.getColumn(2).getString()});
      }
      return page;
    });
  }

  Result<SiteSummary> summary(const std::string& site) override {
    return caught([&]() -> Result<SiteSummary> {
      Statement select(*database_,
                       "SELECT (SELECT count(*) FROM terminal WHERE site=s.number), "
                       "(SELECT count(*) FROM terminal WHERE site=s.number AND cloned_at IS NOT NULL), "
                       "(SELECT count(*) FROM quarantine WHERE site=s.number) FROM site s WHERE s.id=?");
      select.bind(1, site);
      if (!select.executeStep()) return Error{ErrorCode::not_found, "there is no such site", site};
      return SiteSummary{select.getColumn(0).getInt64(), select.getColumn(1).getInt64(),
                         select.getColumn(2).getInt64()};
    });
  }

  Status ring(const HelpCall& call) override {
    return caught([&]() -> Status {
      Statement insert(*database_,
                       "INSERT INTO help_call (id, terminal, site, response, language, at) "
                       "SELECT ?, number, site, ?, ?, ? FROM terminal WHERE id=? ON CONFLICT DO NOTHING");
      SQLite::bind(insert, call.id, call.response, call.language, call.at_utc_ms, call.terminal);
      if (insert.exec() == 1) return {};
      const auto had = find_help_call(call.id);
      if (had.ok() && had->terminal == call.terminal) return {};
      return Error{ErrorCode::conflict, "another terminal rang with this id", call.id};
    });
  }

  Result<HelpCall> find_help_call(const std::string& id) override {
    return caught([&]() -> Result<HelpCall> {
      Statement select(*database_, kHelpCalls + std::string("WHERE h.id=?"));
      select.bind(1, id);
      if (!select.executeStep()) return Error{ErrorCode::not_found, "there is no such help call", id};
      return help_call_from(select);
    });
  }

  Result<std::vector<HelpCall>> help_calls(const std::string& site, std::int64_t since_utc_ms) override {
    return caught([&]() -> Result<std::vector<HelpCall>> {
      Statement select(*database_,
                       kHelpCalls + std::string("WHERE s.id=? AND h.at >= ? ORDER BY h.at DESC LIMIT 100"));
      select.bind(1, site);
      select.bind(2, since_utc_ms);
      std::vector<HelpCall> all;
      while (select.executeStep()) all.push_back(help_call_from(select));
      return all;
    });
  }

  Result<HelpCall> accept_help_call(const std::string& site, const std::string& id,
                                    const std::string& by) override {
    return caught([&]() -> Result<HelpCall> {
      Statement update(*database_,
                       "UPDATE help_call SET state=1, taken_by=? WHERE id=? AND state=0 "
                       "AND site=(SELECT number FROM site WHERE id=?)");
      SQLite::bind(update, by, id, site);
      update.exec();
      auto call = find_help_call(id);
      if (call.ok() && call->site != site)
        return Error{ErrorCode::not_found, "there is no such help call", id};
      return call;
    });
  }

  Result<Config> config(const std::string& site) override {
    return caught([&]() -> Result<Config> {
      Statement select(*database_,
                       "SELECT version, survey FROM config WHERE site=(SELECT number FROM site WHERE id=?)");
      select.bind(1, site);
      if (!select.executeStep()) return Config{};
      return Config{select.getColumn(0).getInt(), select.getColumn(1).getString()};
    });
  }

  Result<int> set_survey(const std::string& site, const std::string& survey) override {
    return caught([&]() -> Result<int> {
      Statement upsert(
          *database_,
          "INSERT INTO config (site, version, survey) SELECT number, 2, ?2 FROM site WHERE id=?1 "
          "ON CONFLICT DO UPDATE SET version=version+1, survey=?2 RETURNING version");
      upsert.bind(1, site);
      upsert.bind(2, survey);
      if (!upsert.executeStep()) return Error{ErrorCode::not_found, "there is no such site", site};
      const int version = upsert.getColumn(0).getInt();
      upsert.executeStep();
      batches_.forget();
      return version;
    });
  }

 private:
  static constexpr const char* kHelpCalls =
      "SELECT h.id, t.id, s.id, h.response, h.language, h.at, h.state, h.taken_by, t.name FROM help_call h "
      "JOIN terminal t ON t.number=h.terminal JOIN site s ON s.number=h.site ";

  static HelpCall help_call_from(Statement& row) {
    return {row.getColumn(0).getString(),
            row.getColumn(1).getString(),
            row.getColumn(2).getString(),
            row.getColumn(3).getString(),
            row.getColumn(4).getString(),
            row.getColumn(5).getInt64(),
            {static_cast<wire::HelpState>(row.getColumn(6).getInt()), row.getColumn(7).getString()},
            row.getColumn(8).getString()};
  }

  void insert_terminal(const Enrolling& enrolling, std::int64_t site) {
    Statement insert(*database_,
                     "INSERT INTO terminal (id, site, name, key, enrolled_at) VALUES (?, ?, ?, ?, ?)");
    insert.bind(1, enrolling.terminal);
    insert.bind(2, site);
    insert.bind(3, enrolling.name);
    bind_bytes(insert, 4, enrolling.key);
    insert.bind(5, enrolling.now_utc_ms);
    insert.exec();
  }

  /// A batch that fails is undone alone; a fork keeps only that the terminal was seen to be cloned.
  Result<Receipt> take_one(const Submission& submission) {
    database_->exec("SAVEPOINT batch");
    Result<Receipt> result = caught([&] { return batches_.take(submission); });
    const bool undone = !result.ok() || result->verdict == Verdict::forked;
    if (undone) {
      batches_.forget();
      database_->exec("ROLLBACK TO batch");
    }
    database_->exec("RELEASE batch");
    if (result.ok() && result->verdict == Verdict::forked) batches_.mark_cloned(submission);
    return result;
  }

  std::shared_ptr<Database> database_;
  SqliteBatches batches_;
  std::string epoch_;
  wire::Key sealing_key_{};
};

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite_store(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "hub.sqlite";
  auto opened = open_hub_database(file);
  if (!opened.ok()) return Error{opened.error().code, opened.error().message, file};
  return caught([&]() -> Result<std::unique_ptr<Store>> {
    return std::unique_ptr<Store>(std::make_unique<SqliteStore>(*std::move(opened)));
  });
}

}  // namespace farewell::hub
