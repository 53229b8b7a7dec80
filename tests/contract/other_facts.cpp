// Sites, enrolment, tokens, days, help calls, configuration.
#include <algorithm>

#include "tests/contract/store_shop.h"

namespace farewell::testing {

namespace {

hub::Enrolling enrolling_with(const hub::Hash& code, std::int64_t now_utc_ms) {
  hub::Enrolling out;
  out.code = code;
  out.terminal = new_uuid_v4();
  out.name = "Front door";
  out.now_utc_ms = now_utc_ms;
  return out;
}

void site_once(StoreUnderTest& under_test) {
  Shop shop(under_test);
  CHECK(shop.store->add_site("Demo shop", "Etc/UTC").error().code == ErrorCode::conflict);
  CHECK(shop.store->find_site("Demo shop")->time_zone == "Europe/Oslo");
  CHECK(shop.store->find_site("Nowhere").error().code == ErrorCode::not_found);
}

void undone_together(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto terminal = shop.enrol();
  const auto fails = [&]() -> Status {
    REQUIRE(shop.store->add_site("Harbour", "Etc/UTC").ok());
    const auto again = shop.store->add_site("Harbour", "Etc/UTC");
    return again.ok() ? Status() : Status(again.error());
  };
  CHECK(shop.store->together(fails).error().code == ErrorCode::conflict);
  CHECK(shop.store->find_site("Harbour").error().code == ErrorCode::not_found);
  const std::string stream = new_uuid_v4();
  CHECK(shop.take(batch(terminal, stream, arrivals(1, 2))).have_upto == 2);
  shop.store = &under_test.reopen();
  CHECK(shop.take(batch(terminal, stream, {})).have_upto == 2);
}

void code_once(StoreUnderTest& under_test) {
  Shop shop(under_test);
  hub::Hash code{};
  fill_random(code);
  REQUIRE(shop.store->add_pairing_code(shop.site.id, code, kNow + 600'000).ok());
  CHECK(shop.store->enrol(enrolling_with(code, kNow)).ok());
  CHECK(shop.store->enrol(enrolling_with(code, kNow)).error().code == ErrorCode::unauthorised);
}

void code_expires(StoreUnderTest& under_test) {
  Shop shop(under_test);
  hub::Hash code{};
  fill_random(code);
  REQUIRE(shop.store->add_pairing_code(shop.site.id, code, kNow + 600'000).ok());
  CHECK(shop.store->enrol(enrolling_with(code, kNow + 600'000)).error().code == ErrorCode::unauthorised);
  CHECK(shop.store->enrol(enrolling_with(code, kNow)).error().code == ErrorCode::unauthorised);
}

void terminal_is_found(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto enrolled = shop.enrol("Side door");
  const auto found = shop.store->find_terminal(enrolled.id);
  REQUIRE(found.ok());
  CHECK(found->name == "Side door");
  CHECK(found->key == enrolled.key);
  CHECK(found->site.id == shop.site.id);
  CHECK(shop.store->find_terminal(new_uuid_v4()).error().code == ErrorCode::not_found);
}

void tokens(StoreUnderTest& under_test) {
  Shop shop(under_test);
  hub::Hash hash{};
  fill_random(hash);
  REQUIRE(shop.store->add_token(shop.site.id, "Marie", hash, kNow).ok());
  const auto like = shop.store->tokens_like(hash);
  REQUIRE(like->size() == 1);
  CHECK(like->front().hash == hash);
  CHECK(like->front().site.name == "Demo shop");
  hash[0] ^= 1;
  CHECK(shop.store->tokens_like(hash)->empty());
}

void tokens_end(StoreUnderTest& under_test) {
  Shop shop(under_test);
  hub::Hash hash{};
  fill_random(hash);
  REQUIRE(shop.store->add_token(shop.site.id, "Marie", hash, kNow).ok());
  CHECK(shop.store->remove_tokens(shop.site.id, "Nobody").error().code == ErrorCode::not_found);
  CHECK(shop.store->remove_tokens(shop.site.id, "Marie").ok());
  CHECK(shop.store->tokens_like(hash)->empty());
}

void together(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const Status undone = shop.store->together([&]() -> Status {
    REQUIRE(shop.store->add_site("Other shop", "Etc/UTC").ok());
    REQUIRE(shop.store->note({kNow, "site-added", "", "command", "Other shop"}).ok());
    return Error{ErrorCode::invalid, "no", ""};
  });
  CHECK(undone.error().message == "no");
  CHECK_FALSE(shop.store->find_site("Other shop").ok());
  CHECK(shop.store->audit(0, 10)->empty());
  CHECK(shop.store->together([&] { return shop.store->note({kNow, "tried", "", "", ""}); }).ok());
  CHECK(shop.store->audit(0, 10)->size() == 1);
}

void audit_chain(StoreUnderTest& under_test) {
  Shop shop(under_test);
  for (const char* what : {"first", "second", "third"}) {
    REQUIRE(shop.store->note({kNow, what, shop.site.id, "Marie", "detail"}).ok());
  }
  const auto entries = under_test.reopen().audit(0, 10);
  REQUIRE(entries->size() == 3);
  hub::AuditCheck check("");
  for (const hub::AuditEntry& entry : *entries) CHECK(check.add(entry).ok());
  CHECK(under_test.reopen().audit(2, 10)->front().note.what == "third");
}

void range(StoreUnderTest& under_test) {
  Shop shop(under_test);
  shop.take(batch(shop.enrol(), new_uuid_v4(), arrivals(1, 5)));
  const auto page = shop.store->responses({shop.site.id, {kNow + 2, kNow + 4}, std::nullopt, 10});
  REQUIRE(page->size() == 2);
  CHECK(page->front().place.started_at_utc_ms == kNow + 2);
}

void pages(StoreUnderTest& under_test) {
  Shop shop(under_test);
  auto same_moment = arrivals(1, 7);
  for (auto& one : same_moment) one.started_at_utc_ms = kNow;
  shop.take(batch(shop.enrol(), new_uuid_v4(), same_moment));
  hub::ResponseQuery query{shop.site.id, {kNow, kNow + 1}, std::nullopt, 3};
  std::vector<std::string> bodies;
  for (auto page = shop.store->responses(query); !page->empty(); page = shop.store->responses(query)) {
    for (const auto& kept : *page) bodies.push_back(kept.body);
    query.after = page->back().place;
  }
  REQUIRE(bodies.size() == 7);
  CHECK(std::equal(bodies.begin(), bodies.end(), same_moment.begin(),
                   [](const std::string& body, const hub::Arrival& one) { return body == one.body; }));
}

void sites_apart(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto other = shop.store->add_site("Harbour", "Etc/UTC");
  shop.take(batch(shop.enrol(), new_uuid_v4(), arrivals(1, 2)));
  CHECK(shop.store->responses({other->id, {0, 4'000'000'000'000}, std::nullopt, 10})->empty());
  CHECK(shop.store->summary(other->id)->terminals == 0);
}

void far_times(StoreUnderTest& under_test) {
  Shop shop(under_test);
  auto far = arrivals(1, 2);
  far[0].started_at_utc_ms = -1'000'000'000'000;
  far[1].started_at_utc_ms = 9'000'000'000'000;
  shop.take(batch(shop.enrol(), new_uuid_v4(), far));
  CHECK(shop.store->responses({shop.site.id, {-2'000'000'000'000, 10'000'000'000'000}, std::nullopt, 10})
            ->size() == 2);
}

hub::HelpCall call_from(const hub::Terminal& terminal) {
  return {new_uuid_v4(), terminal.id, terminal.site.id, new_uuid_v7(kNow), "nb", kNow, {}, ""};
}

void rings_once(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto terminal = shop.enrol(), other = shop.enrol();
  auto call = call_from(terminal);
  CHECK(shop.store->ring(call).ok());
  CHECK(shop.store->ring(call).ok());
  CHECK(shop.store->help_calls(shop.site.id, kNow)->size() == 1);
  call.terminal = other.id;
  CHECK(shop.store->ring(call).error().code == ErrorCode::conflict);
}

void accepted_once(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto call = call_from(shop.enrol());
  REQUIRE(shop.store->ring(call).ok());
  CHECK(shop.store->accept_help_call(shop.site.id, call.id, "Anna")->state.by == "Anna");
  CHECK(shop.store->accept_help_call(shop.site.id, call.id, "Kari")->state.by == "Anna");
  CHECK(shop.store->find_help_call(call.id)->state.state == wire::HelpState::accepted);
}

void accepted_at_its_site(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto other = shop.store->add_site("Harbour", "Etc/UTC");
  const auto call = call_from(shop.enrol());
  REQUIRE(shop.store->ring(call).ok());
  CHECK(shop.store->accept_help_call(other->id, call.id, "Anna").error().code == ErrorCode::not_found);
  CHECK(shop.store->find_help_call(call.id)->state.state == wire::HelpState::ringing);
}

void config(StoreUnderTest& under_test) {
  Shop shop(under_test);
  const auto terminal = shop.enrol();
  CHECK(shop.store->config(shop.site.id)->version == 1);
  CHECK(shop.take(batch(terminal, new_uuid_v4(), {})).config_version == 1);
  CHECK(*shop.store->set_survey(shop.site.id, "{}") == 2);
  CHECK(*shop.store->set_survey(shop.site.id, R"({"id":"own"})") == 3);
  CHECK(shop.store->config(shop.site.id)->survey == R"({"id":"own"})");
  CHECK(shop.take(batch(terminal, new_uuid_v4(), {})).config_version == 3);
}

}  // namespace

const std::vector<Fact>& other_facts() {
  static const std::vector<Fact> kFacts = {
      {"a site's name is taken once", site_once},
      {"what is done together and fails is undone, and what comes after is durable", undone_together},
      {"a pairing code enrols one terminal", code_once},
      {"a pairing code expires, and trying it then uses it up", code_expires},
      {"an enrolled terminal is found with its key and site", terminal_is_found},
      {"a token is found by its hash and by no other", tokens},
      {"tokens of a name end together", tokens_end},
      {"what is done together is kept as a whole or not at all", together},
      {"the audit log is a chain that outlives the program", audit_chain},
      {"responses are those that began from the first instant to before the last", range},
      {"pages go on after the last place, also within one millisecond", pages},
      {"a site sees its own responses and terminals only", sites_apart},
      {"no time is too far off to be kept and found", far_times},
      {"a help call rings once, and belongs to the terminal that rang", rings_once},
      {"the first to accept a help call stays", accepted_once},
      {"a help call is accepted at its own site only", accepted_at_its_site},
      {"a survey given to a site raises its version, which terminals hear of", config}};
  return kFacts;
}

}  // namespace farewell::testing
