// The audit log: who was let in and what left, one entry after another, each with a hash over itself and the
// one before, so that none can be changed or taken out unseen. Not the log for the technician (log.h), which
// says what happens, and nothing of visits. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>

#include "app/hub/secrets.h"
#include "core/base/result.h"

namespace farewell::hub {

/// What is to be entered.
struct AuditNote {
  std::int64_t at_utc_ms = 0;
  std::string
      what;  ///< "site-added", "code-made", "terminal-enrolled", "token-made", "signed-in", "exported", …
  std::string site;    ///< UUID
  std::string who;     ///< a token's name; "command" for who has the hub's folder
  std::string detail;  ///< a name, a range of days; never a secret
};

struct AuditEntry {
  std::int64_t number = 0;  ///< 1, 2, 3 …
  AuditNote note;
  Hash hash{};
};

/// SHA-256 of the hash before (32 bytes; zeros before the first) and the JSON array
/// [number, at, what, site, who, detail], without spaces.
Hash audit_hash(const Hash& before, std::int64_t number, const AuditNote& note);

/// A line of JSON, with the hash in hexadecimal.
std::string audit_line(const AuditEntry& entry);

/// Follows the chain, entry by entry.
class AuditCheck {
 public:
  /// `head`: a hash in hexadecimal that must come by; empty: none.
  explicit AuditCheck(std::string head) : wanted_(std::move(head)), found_(wanted_.empty()) {}
  /// Errors: corrupt, at the first entry that does not follow from the one before.
  Status add(const AuditEntry& entry);
  /// "214 entries, none changed; head 3f…". Errors: corrupt, if the wanted head did not come by.
  Result<std::string> verdict() const;

 private:
  std::string wanted_;
  bool found_;
  std::int64_t entries_ = 0;
  Hash last_{};
};

}  // namespace farewell::hub
