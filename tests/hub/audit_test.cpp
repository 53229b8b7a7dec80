// The audit log: what is entered, and that nothing in it can be changed or taken out unseen.
#include "app/hub/audit.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

#include "app/hub/commands.h"
#include "app/hub/control.h"
#include "app/hub/store/sqlite_store.h"
#include "core/base/ids.h"
#include "tests/hub/running_hub.h"

using namespace farewell;
using namespace farewell::hub;
using namespace farewell::testing;

namespace {

constexpr std::int64_t kNow = 1'795'276'800'000;

std::vector<AuditEntry> chain(int length) {
  std::vector<AuditEntry> entries;
  Hash before{};
  for (int number = 1; number <= length; ++number) {
    AuditEntry entry{number, {kNow + number, "exported", "a-site", "Marie", "a day"}, {}};
    before = entry.hash = audit_hash(before, number, entry.note);
    entries.push_back(entry);
  }
  return entries;
}

Status checked(const std::vector<AuditEntry>& entries, const std::string& head = "") {
  AuditCheck check(head);
  for (const AuditEntry& entry : entries) {
    if (const Status added = check.add(entry); !added.ok()) return added;
  }
  const auto verdict = check.verdict();
  if (!verdict.ok()) return verdict.error();
  return {};
}

std::vector<Json> listed(const std::filesystem::path& folder) {
  const auto said = ask_serving_hub(folder, {"audit-list", "", ""});
  REQUIRE(said->ok());
  std::vector<Json> entries;
  std::istringstream lines(**said);
  for (std::string line; std::getline(lines, line);) entries.push_back(Json::parse(line));
  return entries;
}

/// A folder whose hub entered a site and two codes.
struct Kept {
  TempDir folder;
  std::string head;
  Kept() {
    auto store = open_sqlite_store(folder.path());
    REQUIRE(carry_out({"site-add", "Demo shop", "Europe/Oslo"}, **store, kNow).ok());
    REQUIRE(carry_out({"pair", "Demo shop", ""}, **store, kNow).ok());
    REQUIRE(carry_out({"pair", "Demo shop", ""}, **store, kNow).ok());
    const std::string verdict = *check(**store);
    head = verdict.substr(verdict.rfind(' ') + 1);
  }
  Result<std::string> check(Store& store, const std::string& wanted = "") const {
    return carry_out({"audit-check", "", wanted}, store, kNow);
  }
  Result<std::string> check(const std::string& wanted = "") const {
    auto store = open_sqlite_store(folder.path());
    REQUIRE(store.ok());
    return check(**store, wanted);
  }
  void forge(const std::string& sql) const {
    SQLite::Database database((folder / "hub.sqlite").string(), SQLite::OPEN_READWRITE);
    database.exec("DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_shortened");
    database.exec(sql);
  }
};

}  // namespace

TEST_CASE("a chain that nobody touched checks") {
  CHECK(checked(chain(20)).ok());
  CHECK(checked({}).ok());
}

TEST_CASE("an entry that was changed, taken out or put in does not check") {
  auto changed = chain(20), shorter = chain(20), longer = chain(20);
  changed[7].note.who = "Nobody";
  shorter.erase(shorter.begin() + 7);
  longer.insert(longer.begin() + 7, longer[6]);
  CHECK(checked(changed).error().code == ErrorCode::corrupt);
  CHECK(checked(shorter).error().code == ErrorCode::corrupt);
  CHECK(checked(longer).error().code == ErrorCode::corrupt);
}

TEST_CASE("an end that was cut off shows by a head noted before") {
  auto entries = chain(20);
  const std::string head = to_hex(entries.back().hash);
  CHECK(checked(entries, head).ok());
  entries.pop_back();
  CHECK(checked(entries).ok());
  CHECK(checked(entries, head).error().code == ErrorCode::corrupt);
}

TEST_CASE("the store itself refuses to change or shorten the audit log") {
  const Kept kept;
  SQLite::Database database((kept.folder / "hub.sqlite").string(), SQLite::OPEN_READWRITE);
  CHECK_THROWS(database.exec("UPDATE audit SET who='Nobody'"));
  CHECK_THROWS(database.exec("DELETE FROM audit"));
}

TEST_CASE("who forges the hub's file is found out by audit check") {
  const Kept kept;
  CHECK(kept.check(kept.head)->starts_with("3 entries, none changed"));
  SECTION("an entry changed") {
    kept.forge("UPDATE audit SET what='signed-in' WHERE number=2");
    CHECK(kept.check().error().context == "audit entry 2");
  }
  SECTION("an entry taken out") {
    kept.forge("DELETE FROM audit WHERE number=2");
    CHECK(kept.check().error().context == "audit entry 3");
  }
  SECTION("the end cut off") {
    kept.forge("DELETE FROM audit WHERE number=3");
    CHECK(kept.check(kept.head).error().context == kept.head);
  }
}

TEST_CASE("who is let in and what leaves is entered, with who did it") {
  RunningHub hub;
  const std::string token = hub.token();
  HubTerminal terminal = hub.terminal();
  HttpClient client(hub.port());
  REQUIRE(client.exchange("POST", "/v1/session", {}, Json{{"token", token}}.dump()).status == 204);
  REQUIRE(client.exchange("GET", "/v1/export?day=2026-11-21", {"Authorization: Bearer " + token}).status ==
          200);
  std::vector<std::string> what;
  const auto entries = listed(hub.folder());
  for (const Json& entry : entries) what.push_back(entry["what"]);
  CHECK(what == std::vector<std::string>{"site-added", "token-made", "code-made", "terminal-enrolled",
                                         "signed-in", "exported"});
  CHECK(entries.back()["who"] == "a test");
  CHECK(entries.back()["detail"] == "farewell-2026-11-21.csv");
}

TEST_CASE("no secret stands in the audit log") {
  RunningHub hub;
  const std::string token = hub.token(), code = hub.code();
  REQUIRE(hub.enrol(code).status == 201);
  for (const Json& entry : listed(hub.folder())) {
    CHECK(entry.dump().find(token) == std::string::npos);
    CHECK(entry.dump().find(code) == std::string::npos);
  }
}

TEST_CASE("a token that was ended lets nobody in, and signs out who was in by it") {
  RunningHub hub;
  const std::string token = hub.token();
  HttpClient client(hub.port());
  const HttpReply in = client.exchange("POST", "/v1/session", {}, Json{{"token", token}}.dump());
  const std::string cookie = in.headers.at("set-cookie").substr(0, in.headers.at("set-cookie").find(';'));
  REQUIRE(client.exchange("GET", "/v1/site", {"Cookie: " + cookie}).status == 200);
  REQUIRE(ask_serving_hub(hub.folder(), {"token-revoke", "Demo shop", "a test"})->ok());
  CHECK(client.exchange("GET", "/v1/site", {"Cookie: " + cookie}).status == 401);
  CHECK(client.exchange("GET", "/v1/site", {"Authorization: Bearer " + token}).status == 401);
}

TEST_CASE("ending tokens of a name that has none says so") {
  RunningHub hub;
  const auto said = ask_serving_hub(hub.folder(), {"token-revoke", "Demo shop", "Nobody"});
  CHECK(said->error().code == ErrorCode::not_found);
}
