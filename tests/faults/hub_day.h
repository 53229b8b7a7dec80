// A hub's day at its store, and a ledger of what it was told is durable, kept outside of the product. The
// store that comes after a fault is held against the ledger. One thread.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/hub/store/sqlite_store.h"
#include "tests/faults/campaign.h"

namespace farewell::testing {

class HubLedger {
 public:
  /// Throws Broken unless `store` holds what was acknowledged, each once, as it came; what was under way came
  /// whole or not at all.
  void compare(hub::Store& store) const;
  /// Of each stream a beginning is there, as it came, and the store says as much.
  void demand_prefix(hub::Store& store) const;
  /// As compare(); what was under way has now either happened or not.
  void settle(hub::Store& store);

 private:
  friend class HubDay;
  struct Stream {
    std::string terminal;
    std::vector<std::string> ids, bodies;  ///< all that was ever made, by seq - 1
    std::int64_t acknowledged = 0;
    std::int64_t perhaps = 0;  ///< as far as the group of batches under way would bring it
  };
  std::map<std::string, std::int64_t> beginnings(hub::Store& store) const;
  std::map<std::string, std::int64_t> look(hub::Store& store) const;

  std::optional<hub::Site> site;
  std::vector<hub::Terminal> terminals;
  std::map<std::string, Stream> streams;
  std::vector<hub::HelpCall> calls;
  int survey = 1;
};

/// PRAGMA integrity_check over a store that is closed.
void demand_sound_database(const std::filesystem::path& file);

class HubDay {
 public:
  explicit HubDay(std::uint64_t seed) : random_(seed) {}

  /// Does the next thing. False if the store says that it could not.
  bool go_on(hub::Store& store);
  HubLedger ledger;

 private:
  bool open_site(hub::Store& store);
  bool enrol(hub::Store& store);
  bool take(hub::Store& store);
  bool ring(hub::Store& store);
  bool fail_together(hub::Store& store);
  hub::Submission next_batch(HubLedger::Stream& stream, const std::string& id);
  void make_responses(HubLedger::Stream& stream, std::size_t count);

  Random random_;
  std::uint64_t made_ = 0;
};

}  // namespace farewell::testing
