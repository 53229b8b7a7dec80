#include "app/hub/commands.h"

#include <deque>
#include <functional>

#include "app/hub/secrets.h"
#include "core/base/text.h"
#include "core/base/time_zone.h"
#include "core/survey/survey.h"

namespace farewell::hub {

namespace {

constexpr std::size_t kMaxNameBytes = 128;
constexpr std::int64_t kAuditPage = 1000;
constexpr std::size_t kMaxListed = 1000;
constexpr std::size_t kMaxCommandBytes = 1u << 20;

Status check_name(const std::string& name, const char* what) {
  const bool has_control =
      std::any_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
  if (is_utf8(name) && !has_control && !trimmed(name).empty() && name.size() <= kMaxNameBytes) return {};
  return Error{ErrorCode::invalid, std::string(what) + " must be 1 to 128 bytes of text", ""};
}

Result<std::string> add_site(const Command& command, Store& store) {
  if (const Status named = check_name(command.site, "a site's name"); !named.ok()) return named.error();
  const auto zone = TimeZone::find(command.value);
  if (!zone.ok()) return zone.error();
  const auto site = store.add_site(command.site, command.value);
  if (!site.ok()) return site.error();
  return site->id;
}

Result<std::string> pair(const Site& site, Store& store, std::int64_t now_utc_ms) {
  const std::string code = wire::new_code();
  const Status added = store.add_pairing_code(site.id, hash_of(code), now_utc_ms + kCodeLastsMs);
  if (!added.ok()) return added.error();
  return code;
}

Result<std::string> make_token(const Site& site, const std::string& who, Store& store,
                               std::int64_t now_utc_ms) {
  if (const Status named = check_name(who, "--name"); !named.ok()) return named.error();
  const std::string token = "farewell_" + new_secret();
  const Status added = store.add_token(site.id, who, hash_of(token), now_utc_ms);
  if (!added.ok()) return added.error();
  return token;
}

Result<std::string> revoke_tokens(const Site& site, const std::string& who, Store& store) {
  const Status removed = store.remove_tokens(site.id, who);
  if (!removed.ok()) return removed.error();
  return std::string("ended");
}

Result<std::string> set_config(const Site& site, const std::string& text, Store& store) {
  const auto parsed = survey::parse_survey(text, "survey");
  if (!parsed.ok()) return parsed.error();
  const auto version = store.set_survey(site.id, survey::to_json(*parsed).dump());
  if (!version.ok()) return version.error();
  return std::to_string(*version);
}

/// Calls `take` with each entry.
Status read_audit(Store& store, const std::function<Status(const AuditEntry&)>& take) {
  std::int64_t after = 0;
  while (true) {
    const auto page = store.audit(after, kAuditPage);
    if (!page.ok()) return page.error();
    for (const AuditEntry& entry : *page) {
      if (const Status taken = take(entry); !taken.ok()) return taken;
      after = entry.number;
    }
    if (static_cast<std::int64_t>(page->size()) < kAuditPage) return {};
  }
}

Result<std::string> list_audit(Store& store) {
  std::deque<std::string> last;
  const Status read = read_audit(store, [&last](const AuditEntry& entry) -> Status {
    last.push_back(audit_line(entry));
    if (last.size() > kMaxListed) last.pop_front();
    return {};
  });
  if (!read.ok()) return read.error();
  std::string out;
  for (const std::string& line : last) out += (out.empty() ? "" : "\n") + line;
  return out;
}

Result<std::string> check_audit(const std::string& head, Store& store) {
  AuditCheck check(head);
  const Status read = read_audit(store, [&check](const AuditEntry& entry) { return check.add(entry); });
  if (!read.ok()) return read.error();
  return check.verdict();
}

struct Done {
  std::string said;  ///< for stdout
  std::string what;  ///< for the audit log
  std::string detail;
};

Result<Done> act(const Command& command, const Site& site, Store& store, std::int64_t now_utc_ms) {
  const auto done = [](Result<std::string> said, const char* what, std::string detail) -> Result<Done> {
    if (!said.ok()) return said.error();
    return Done{*std::move(said), what, std::move(detail)};
  };
  if (command.name == "pair") return done(pair(site, store, now_utc_ms), "code-made", "");
  if (command.name == "token") {
    return done(make_token(site, command.value, store, now_utc_ms), "token-made", command.value);
  }
  if (command.name == "token-revoke") {
    return done(revoke_tokens(site, command.value, store), "token-ended", command.value);
  }
  if (command.name == "config-set") return done(set_config(site, command.value, store), "survey-set", "");
  return Error{ErrorCode::invalid,
               "this hub knows no command " + command.name + "; restart it after an upgrade", ""};
}

Result<Done> act(const Command& command, Store& store, std::int64_t now_utc_ms, std::string& site_id) {
  if (command.name == "site-add") {
    auto id = add_site(command, store);
    if (!id.ok()) return id.error();
    site_id = *id;
    return Done{*std::move(id), "site-added", command.site};
  }
  const auto site = store.find_site(command.site);
  if (!site.ok()) return site.error();
  site_id = site->id;
  return act(command, *site, store, now_utc_ms);
}

}  // namespace

Json to_json(const Command& command) {
  return {{"name", command.name}, {"site", command.site}, {"value", command.value}};
}

Result<Command> parse_command(std::string_view text) {
  const auto document = parse_json(text, "command", {.max_bytes = kMaxCommandBytes, .max_depth = 2});
  if (!document.ok()) return document.error();
  JsonReader reader(*document);
  Command command{reader.string("name"), reader.string("site"), reader.string("value", 0, kMaxCommandBytes)};
  if (const Status status = reader.done(); !status.ok()) return status.error();
  return command;
}

Result<std::string> carry_out(const Command& command, Store& store, std::int64_t now_utc_ms) {
  if (command.name == "audit-list") return list_audit(store);
  if (command.name == "audit-check") return check_audit(command.value, store);
  std::string said;
  const Status kept = store.together([&]() -> Status {
    std::string site;
    auto done = act(command, store, now_utc_ms, site);
    if (!done.ok()) return done.error();
    said = std::move(done->said);
    return store.note({now_utc_ms, done->what, site, "command", done->detail});
  });
  if (!kept.ok()) return kept.error();
  return said;
}

}  // namespace farewell::hub
