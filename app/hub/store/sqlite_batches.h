// How the SQLite store takes a batch in: what follows have_upto is inserted, what is there already is
// compared. Runs inside a transaction of its caller and throws SQLite::Exception. One thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "app/hub/store/store.h"

namespace SQLite {
class Database;
}

namespace farewell::hub {

class SqliteBatches {
 public:
  explicit SqliteBatches(SQLite::Database& database);
  ~SqliteBatches();

  /// Errors: not_found, if the terminal is not enrolled.
  Result<Receipt> take(const Submission& submission);
  void mark_cloned(const Submission& submission);
  /// After a rollback: what was remembered may not be so.
  void forget();

 private:
  struct Statements;
  struct KnownTerminal {
    std::int64_t number = 0;
    std::int64_t site = 0;
    bool cloned = false;
    int config_version = 1;
  };
  struct KnownStream {
    std::int64_t number = 0;
    std::int64_t terminal = 0;
    std::int64_t have_upto = 0;
  };

  std::optional<KnownTerminal> terminal(const std::string& id);
  KnownStream stream(const std::string& id, const KnownTerminal& owner);
  /// Why what the hub has at this place is not this arrival; empty if it is.
  std::string difference(const Arrival& arrival, const KnownStream& stream, const KnownTerminal& terminal);
  /// Empty, or why this is a fork.
  std::string insert(const Arrival& arrival, const Submission& submission, const KnownStream& stream,
                     const KnownTerminal& terminal);
  std::string insert_response(const Arrival& arrival, const Submission& submission, const KnownStream& stream,
                              const KnownTerminal& terminal);
  void quarantine(const Arrival& arrival, const Submission& submission, const KnownStream& stream,
                  const KnownTerminal& terminal);
  /// The terminal that sent the response with this id; 0: nobody.
  std::int64_t sender_of(const std::string& id);
  void keep_health(const Submission& submission, const KnownTerminal& terminal);

  std::unique_ptr<Statements> statements_;
  std::unordered_map<std::string, KnownTerminal> terminals_;
};

}  // namespace farewell::hub
