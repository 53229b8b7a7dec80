// A terminal's day at its journal, and a ledger of what it was told is on disk, kept outside of the product.
// The journal that comes after a fault is held against the ledger. One thread.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "core/journal/journal.h"
#include "tests/faults/campaign.h"
#include "tests/faults/journal_visits.h"

namespace farewell::testing {

/// What visits left, by number, as the next start must find it: an unfinished one closed as interrupted.
class TerminalLedger {
 public:
  /// The visit is about to be stored so. Until the call has returned it may or may not be.
  void begin(int number, int stage);
  /// It was thanked for.
  void thanked(int number);
  /// Acknowledged long ago: these may be gone.
  void may_forget(std::set<std::string> ids) { forgettable_.merge(std::move(ids)); }

  /// Throws Broken unless `journal` holds what was thanked for, each once, as it was, and nothing else.
  void compare(journal::Journal& journal) const;
  /// As compare(); what was under way has now either happened or not.
  void settle(journal::Journal& journal);

 private:
  struct Told {
    std::optional<wire::Response> sure;
    std::optional<wire::Response> perhaps;
  };
  std::map<std::string, wire::Response> look(journal::Journal& journal) const;

  std::map<std::string, Told> told_;  ///< by the response's id
  std::set<std::string> forgettable_;
};

/// Opens as the terminal does and demands that nothing was damaged and nothing is wrong in the file.
std::unique_ptr<journal::Journal> open_sound(const std::filesystem::path& file);

class TerminalDay {
 public:
  explicit TerminalDay(std::uint64_t seed) : random_(seed) {}

  /// Does the next thing. False if the journal says that it could not.
  bool go_on(journal::Journal& journal);
  TerminalLedger ledger;

 private:
  bool visit(journal::Journal& journal);
  bool hear_hub(journal::Journal& journal);
  bool meet_trouble(journal::Journal& journal);
  bool forget(journal::Journal& journal);
  bool store(journal::Journal& journal, int number, int stage);

  Random random_;
  int visits_ = 0;
};

}  // namespace farewell::testing
