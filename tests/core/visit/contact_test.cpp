#include <catch2/catch.hpp>

#include "tests/core/visit/terminal.h"

namespace farewell::visit {
namespace {

struct AtContact : testing::Terminal {
  AtContact() {
    answer(1);
    happens(ChangeDone{});
    happens(ContactTapped{});
  }
};

}  // namespace

TEST_CASE("a contact is offered only where it can be sealed and the survey wants it") {
  testing::Terminal terminal;
  terminal.answer(1);
  terminal.happens(ChangeDone{});
  SECTION("no key") {
    terminal.abilities.contacts = false;
  }
  SECTION("not wanted") {
    terminal.survey.follow_ups = false;
  }
  terminal.happens(ContactTapped{});
  CHECK(terminal.state.screen == Screen::recovery);
}

TEST_CASE("a contact is sealed, and only then does Goodbye promise a reply") {
  AtContact terminal;
  terminal.happens(ContactEdited{"+47 912 34 567"});
  terminal.happens(ContactSent{});
  CHECK(terminal.state.screen == Screen::contact);
  REQUIRE(terminal.all<SealContact>().size() == 1);
  CHECK(terminal.all<SealContact>()[0].text == "+47 912 34 567");
  terminal.happens(ContactSealed{terminal.number()});
  CHECK(farewell(terminal.state) == Farewell::quiet_contact);
  CHECK(terminal.state.visit->contact_draft.empty());
}

TEST_CASE("a contact that could not be sealed is forgotten, and Goodbye points to the desk") {
  AtContact terminal;
  terminal.happens(ContactEdited{"912 34 567"});
  terminal.happens(ContactSent{});
  terminal.happens(ContactNotSealed{terminal.number()});
  CHECK(farewell(terminal.state) == Farewell::quiet_desk);
  CHECK(terminal.state.visit->contact_draft.empty());
}

TEST_CASE("an unfinished contact is not sent, and the screen says so until it is edited") {
  AtContact terminal;
  terminal.happens(ContactEdited{"912"});
  terminal.happens(ContactSent{});
  CHECK(terminal.all<SealContact>().empty());
  CHECK(terminal.state.visit->contact_checked);
  terminal.happens(ContactEdited{"9123"});
  CHECK_FALSE(terminal.state.visit->contact_checked);
}

TEST_CASE("while a contact is being sealed no second one is sent") {
  AtContact terminal;
  terminal.happens(ContactEdited{"912 34 567"});
  terminal.happens(ContactSent{});
  terminal.happens(ContactEdited{"000000000"});
  terminal.happens(ContactSent{});
  terminal.happens(BackTapped{});
  CHECK(terminal.all<SealContact>().size() == 1);
  CHECK(terminal.state.screen == Screen::contact);
}

TEST_CASE("Back and another way to be reached both forget what was typed") {
  AtContact terminal;
  terminal.happens(ContactEdited{"912 34 567"});
  SECTION("back") {
    terminal.happens(BackTapped{});
    CHECK(terminal.state.screen == Screen::recovery);
  }
  SECTION("e-mail instead") {
    terminal.happens(ContactByTapped{ContactBy::email});
  }
  CHECK(terminal.state.visit->contact_draft.empty());
}

TEST_CASE("a phone number has at least six digits") {
  CHECK(contact_looks_complete(ContactBy::phone, "123 456"));
  CHECK(contact_looks_complete(ContactBy::phone, "+47 (0) 91-23"));
  CHECK_FALSE(contact_looks_complete(ContactBy::phone, "12345"));
  CHECK_FALSE(contact_looks_complete(ContactBy::phone, ""));
}

TEST_CASE("an address has a name, one @ and a dotted domain") {
  CHECK(contact_looks_complete(ContactBy::email, "kari@example.no"));
  CHECK(contact_looks_complete(ContactBy::email, "løv@blåbær.example"));
  for (const char* unfinished :
       {"", "kari", "kari@", "@example.no", "kari@example", "kari@.no", "kari@example.", "ka@ri@example.no",
        "ka ri@example.no", "kari@example..no"}) {
    CAPTURE(unfinished);
    CHECK_FALSE(contact_looks_complete(ContactBy::email, unfinished));
  }
}

}  // namespace farewell::visit
