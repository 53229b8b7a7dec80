#include "app/hub/audit.h"

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/time_zone.h"

namespace farewell::hub {

Hash audit_hash(const Hash& before, std::int64_t number, const AuditNote& note) {
  const Json fields = {number, note.at_utc_ms, note.what, note.site, note.who, note.detail};
  return hash_of(std::string(before.begin(), before.end()) + fields.dump());
}

std::string audit_line(const AuditEntry& entry) {
  Json out;
  out["number"] = entry.number;
  out["at"] = to_rfc3339_utc(entry.note.at_utc_ms);
  out["what"] = entry.note.what;
  out["site"] = entry.note.site;
  out["who"] = entry.note.who;
  out["detail"] = entry.note.detail;
  out["hash"] = to_hex(entry.hash);
  return out.dump();
}

Status AuditCheck::add(const AuditEntry& entry) {
  ++entries_;
  if (entry.number != entries_ || entry.hash != audit_hash(last_, entry.number, entry.note)) {
    return Error{
        ErrorCode::corrupt,
        "does not follow from the one before: an entry was changed or taken out; compare with a backup",
        "audit entry " + std::to_string(entry.number)};
  }
  last_ = entry.hash;
  found_ = found_ || to_hex(last_) == wanted_;
  return {};
}

Result<std::string> AuditCheck::verdict() const {
  if (!found_) {
    return Error{ErrorCode::corrupt, "is not in the log: its end was cut off; compare with a backup",
                 wanted_};
  }
  return std::to_string(entries_) + (entries_ == 1 ? " entry" : " entries") + ", none changed; head " +
         to_hex(last_);
}

}  // namespace farewell::hub
