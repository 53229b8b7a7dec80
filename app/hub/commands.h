// What the technician asks of a hub by command: a site, a pairing code, a token. Carried out on the store by
// whoever has it open, the serving hub or the command itself (control.h). Not the command line (options.h).
#pragma once

#include <string>

#include "app/hub/store/store.h"
#include "core/base/json.h"

namespace farewell::hub {

inline constexpr std::int64_t kCodeLastsMs = 600'000;

struct Command {
  std::string
      name;  ///< "site-add", "pair", "token", "token-revoke", "config-set", "audit-list", "audit-check"
  std::string site;
  std::string value;  ///< the time zone, whose token, the survey's text, the audit log's head
};

Json to_json(const Command& command);
Result<Command> parse_command(std::string_view text);

/// What to print on stdout; a secret is given this once and never again. Errors: as the store's; invalid.
Result<std::string> carry_out(const Command& command, Store& store, std::int64_t now_utc_ms);

}  // namespace farewell::hub
