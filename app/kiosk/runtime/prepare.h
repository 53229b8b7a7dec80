// What a terminal must know before it opens its window: its folder, its settings, who it is, what it asks and
// how it looks. Reads files; starts nothing. Drawing thread, at start.
#pragma once

#include <optional>
#include <string>

#include "app/kiosk/runtime/config.h"
#include "app/kiosk/runtime/data_folder.h"
#include "app/kiosk/runtime/front.h"
#include "app/kiosk/runtime/options.h"
#include "app/kiosk/runtime/sync_thread.h"

namespace farewell::kiosk {

struct Prepared {
  DataFolder data;
  Config config;
  std::optional<Enrolled> enrolled;
  Asked asked;
  Looks looks;
  int config_version = 0;               ///< of the hub's configuration in use; 0: none
  bool rolled_back = false;             ///< the hub's newest configuration did not load
  std::string hub;                      ///< URL; empty: none
  Pairing pairing;                      ///< of use until enrolled; an empty code: none
  std::optional<treat::Key> treat_key;  ///< nothing: it cannot be had, and no treats are given
  bool enrolment_damaged = false;       ///< its copy is in use, or the terminal must be enrolled again
};

/// Errors: for the technician, what to mend and where.
Result<Prepared> prepare(const RunOptions& options, const std::filesystem::path& assets);

/// What to ask by the hub's configuration, in the shipped languages and the chain's own. `language`, if not
/// empty, is the one to begin in. Errors: not_found, for a language that there is not.
Result<Asked> asked_by(HubConfig config, const std::filesystem::path& assets, const std::string& language);

}  // namespace farewell::kiosk
