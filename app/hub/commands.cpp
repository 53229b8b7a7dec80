#include "app/hub/commands.h"

#include "app/hub/secrets.h"
#include "core/base/text.h"
#include "core/base/time_zone.h"
#include "core/survey/survey.h"

namespace farewell::hub {

namespace {

constexpr std::size_t kMaxNameBytes = 128;
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

Result<std::string> set_config(const Site& site, const std::string& text, Store& store) {
  const auto parsed = survey::parse_survey(text, "survey");
  if (!parsed.ok()) return parsed.error();
  const auto version = store.set_survey(site.id, survey::to_json(*parsed).dump());
  if (!version.ok()) return version.error();
  return std::to_string(*version);
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
  if (command.name == "site-add") return add_site(command, store);
  const auto site = store.find_site(command.site);
  if (!site.ok()) return site.error();
  if (command.name == "pair") return pair(*site, store, now_utc_ms);
  if (command.name == "token") return make_token(*site, command.value, store, now_utc_ms);
  if (command.name == "config-set") return set_config(*site, command.value, store);
  return Error{ErrorCode::invalid,
               "this hub knows no command " + command.name + "; restart it after an upgrade", ""};
}

}  // namespace farewell::hub
