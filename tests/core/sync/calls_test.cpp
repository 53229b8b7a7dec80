// Help calls and configuration over a signed line.
#include <catch2/catch.hpp>

#include "core/sync/config.h"
#include "core/sync/help_calls.h"
#include "tests/support/made_hub.h"
#include "tests/support/manual_clock.h"

using namespace farewell;
using namespace farewell::sync;
using farewell::testing::MadeHub;
using farewell::testing::ManualClock;

namespace {

struct Line {
  ManualClock clock;
  MadeHub made{clock};
  wire::Enrolment enrolment = made.enrol_terminal();
  Hub hub{made, clock, enrolment};

  void answer(int status, std::string body, std::string etag = "") {
    made.instead = [this, status, body, etag](const Request& request, const std::string&) {
      Reply reply = made.answer(request, status, body);
      if (!etag.empty()) reply.headers["etag"] = etag;
      return std::optional(reply);
    };
  }
};

const wire::HelpCall kCall{.id = "4c8b1d9e-2f3a-4b5c-8d6e-7f8091a2b3c4",
                           .response = "019388a1-7f10-7c3e-9a44-0d6c8be1f2a3",
                           .language = "nb",
                           .at_utc_ms = 1'795'276'800'000,
                           .at_offset_minutes = 60};

}  // namespace

TEST_CASE("a help call is posted whole") {
  Line line;
  line.answer(202, "");
  CHECK(post_help_call(line.hub, kCall).ok());
  CHECK(line.made.seen.at(0).path == "/v1/help-calls");
  CHECK(Json::parse(line.made.seen.at(0).body) == wire::to_json(kCall));
}

TEST_CASE("a help call that the hub refuses is an error in its words") {
  Line line;
  line.answer(422, R"({"type":"x","title":"Wrong","detail":"at is missing"})");
  const Status status = post_help_call(line.hub, kCall);
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().code == ErrorCode::invalid);
  CHECK_THAT(status.error().message, Catch::Contains("at is missing"));
}

TEST_CASE("a waiting terminal hears who comes") {
  Line line;
  line.answer(200, R"({"state":"accepted","by":"Kari"})");
  const Result<wire::HelpCallState> state = poll_help_call(line.hub, kCall.id, 25);
  REQUIRE(state.ok());
  CHECK(state->state == wire::HelpState::accepted);
  CHECK(state->by == "Kari");
}

TEST_CASE("a wait is asked for in the query and outlasted by the time-out") {
  Line line;
  line.answer(200, R"({"state":"ringing"})");
  CHECK(poll_help_call(line.hub, kCall.id, 25).ok());
  CHECK(line.made.seen.at(0).query == "wait=25");
  CHECK(line.made.seen.at(0).timeout_ms > 25'000);
}

TEST_CASE("a help call that the hub does not have is not found") {
  Line line;
  CHECK(poll_help_call(line.hub, kCall.id, 0).error().code == ErrorCode::not_found);
}

TEST_CASE("a new configuration comes with its tag") {
  Line line;
  line.answer(200, R"({"version":7})", "\"7\"");
  const auto config = fetch_config(line.hub, "");
  REQUIRE(config.ok());
  REQUIRE(*config);
  CHECK((*config)->body == R"({"version":7})");
  CHECK((*config)->etag == "\"7\"");
  CHECK_FALSE(line.made.seen.at(0).headers.contains("if-none-match"));
}

TEST_CASE("a configuration that has not changed is not sent again") {
  Line line;
  line.answer(304, "");
  const auto config = fetch_config(line.hub, "\"7\"");
  REQUIRE(config.ok());
  CHECK_FALSE(*config);
  CHECK(line.made.seen.at(0).headers.at("if-none-match") == "\"7\"");
}

TEST_CASE("a configuration from a captive portal is none") {
  Line line;
  line.made.weather = [] { return farewell::testing::Weather::html_page; };
  CHECK(fetch_config(line.hub, "").error().code == ErrorCode::unavailable);
}
