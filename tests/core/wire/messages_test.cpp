#include "core/wire/messages.h"

#include <catch2/catch.hpp>
#include <set>

#include "core/wire/problems.h"

using namespace farewell;
using namespace farewell::wire;

namespace {

Enrolment enrolment() {
  Enrolment out;
  out.terminal = "0f8b5b0e-3c0a-4a54-9f7e-2f6d3c1b5a90";
  out.key.fill(7);
  out.sealing_key.fill(9);
  out.site_id = "demo";
  out.site_name = "Demo shop";
  out.time_zone = "Europe/Oslo";
  return out;
}

HelpCall help_call() {
  return {.id = "4c8b1d9e-2f3a-4b5c-8d6e-7f8091a2b3c4",
          .response = "019388a1-7f10-7c3e-9a44-0d6c8be1f2a3",
          .language = "nb",
          .at_utc_ms = 1'795'276'800'000,
          .at_offset_minutes = 60};
}

}  // namespace

TEST_CASE("an enrolment comes back as it went in") {
  const Result<Enrolment> read = parse_enrolment(to_json(enrolment()).dump(), "enrolment");
  REQUIRE(read.ok());
  CHECK(read->terminal == enrolment().terminal);
  CHECK(read->key == enrolment().key);
  CHECK(read->sealing_key == enrolment().sealing_key);
  CHECK(read->site_id == "demo");
  CHECK(read->site_name == "Demo shop");
  CHECK(read->time_zone == "Europe/Oslo");
}

TEST_CASE("an enrolment with a key of another length is invalid") {
  Json json = to_json(enrolment());
  json["key"] = "AAAA";
  const Result<Enrolment> read = parse_enrolment(json.dump(), "enrolment");
  REQUIRE_FALSE(read.ok());
  CHECK(read.error().message == "key is not the base64 of 32 bytes");
}

TEST_CASE("an enrolment request comes back as it went in") {
  const Result<EnrolRequest> read =
      parse_enrol_request(to_json(EnrolRequest{"K7QM-2RXD", "Front door"}).dump());
  REQUIRE(read.ok());
  CHECK(read->code == "K7QM-2RXD");
  CHECK(read->name == "Front door");
}

TEST_CASE("a code is understood however it is typed") {
  for (const char* typed : {"K7QM-2RXD", "k7qm2rxd", " k7qm 2rxd ", "K7-QM-2R-XD"}) {
    const Result<std::string> code = normalise_code(typed);
    REQUIRE(code.ok());
    CHECK(*code == "K7QM-2RXD");
  }
}

TEST_CASE("a code of other letters or another length is invalid") {
  for (const char* typed :
       {"", "K7QM-2RX", "K7QM-2RXDD", "K7QM-2RX0", "K7QM-2RXO", "K7QM-2RXI", "K7QM_2RXD"}) {
    CHECK_FALSE(normalise_code(typed).ok());
  }
}

TEST_CASE("new codes are in normal form and differ") {
  std::set<std::string> codes;
  for (int i = 0; i < 200; ++i) {
    const std::string code = new_code();
    const Result<std::string> normal = normalise_code(code);
    REQUIRE(normal.ok());
    CHECK(*normal == code);
    codes.insert(code);
  }
  CHECK(codes.size() == 200);
}

TEST_CASE("a help call comes back as it went in") {
  const Result<HelpCall> read = parse_help_call(to_json(help_call()).dump());
  REQUIRE(read.ok());
  CHECK(read->id == help_call().id);
  CHECK(read->response == help_call().response);
  CHECK(read->language == "nb");
  CHECK(read->at_utc_ms == help_call().at_utc_ms);
  CHECK(read->at_offset_minutes == 60);
}

TEST_CASE("a help call's state comes back as it went in") {
  for (const HelpCallState& state :
       {HelpCallState{HelpState::ringing, ""}, HelpCallState{HelpState::accepted, "Kari"},
        HelpCallState{HelpState::done, "Kari"}}) {
    const Result<HelpCallState> read = parse_help_call_state(to_json(state).dump());
    REQUIRE(read.ok());
    CHECK(read->state == state.state);
    CHECK(read->by == state.by);
  }
}

TEST_CASE("an unknown state of a help call is invalid") {
  CHECK_FALSE(parse_help_call_state(R"({"state":"asleep"})").ok());
}

TEST_CASE("a problem comes back as it went in") {
  const Problem problem = problem_of(problems::kStreamForked, "seq 51 has another id");
  const Problem read = parse_problem(409, to_json(problem).dump());
  CHECK(read.type == "https://farewell.invalid/problems/stream-forked");
  CHECK(read.title == problem.title);
  CHECK(read.status == 409);
  CHECK(read.detail == "seq 51 has another id");
  CHECK(is(read, problems::kStreamForked));
}

TEST_CASE("a body that is no problem is read as one without a type") {
  for (const char* text : {"", "<html>", "[]", "7", R"({"type":7})"}) {
    const Problem read = parse_problem(502, text);
    CHECK(read.type.empty());
    CHECK(read.status == 502);
  }
}

TEST_CASE("every problem has its own slug") {
  std::set<std::string_view> slugs;
  for (const ProblemKind& kind : problems::kAll) slugs.insert(kind.slug);
  CHECK(slugs.size() == problems::kAll.size());
}
