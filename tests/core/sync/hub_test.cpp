#include "core/sync/hub.h"

#include <catch2/catch.hpp>

#include "core/wire/gzip.h"
#include "core/wire/problems.h"
#include "tests/support/made_hub.h"
#include "tests/support/manual_clock.h"

using namespace farewell;
using namespace farewell::sync;
using farewell::testing::MadeHub;
using farewell::testing::ManualClock;
using farewell::testing::Weather;
using Kind = Outcome::Kind;

namespace {

const std::string kStream = "7d1f4a3e-52c8-4d0b-8a6f-1c9e7b2d4f60";

struct Line {
  ManualClock clock;
  MadeHub made{clock};
  wire::Enrolment enrolment = made.enrol_terminal();
  Hub hub{made, clock, enrolment};

  Outcome send(std::string body = wire::batch_text(kStream, {}, {})) {
    return hub.exchange({.method = "POST", .path = "/v1/batches", .body = body});
  }
  Outcome send_in(Weather weather) {
    made.weather = [weather] { return weather; };
    return send();
  }
  Outcome answered(const wire::ProblemKind& kind) {
    made.instead = [this, &kind](const Request& request, const std::string&) {
      return std::optional(made.problem(request, kind));
    };
    return send();
  }
};

/// Answers everything the same, unsigned.
struct Fixed final : Transport {
  Reply reply;
  Request last;
  Result<Reply> exchange(const Request& request) override {
    last = request;
    return reply;
  }
};

}  // namespace

TEST_CASE("a signed exchange with the hub is verified and ok") {
  Line line;
  const Outcome outcome = line.send();
  CHECK(outcome.kind == Kind::ok);
  CHECK(outcome.why.empty());
  CHECK(wire::parse_batch_reply(outcome.reply.body).ok());
}

TEST_CASE("a body says that it is JSON") {
  Line line;
  line.send();
  CHECK(line.made.seen.at(0).headers.at("content-type") == "application/json");
}

TEST_CASE("a body of one kibibyte goes as it is and a longer one is packed") {
  Line line;
  line.send(std::string(1024, ' '));
  CHECK_FALSE(line.made.seen.at(0).headers.contains("content-encoding"));
  line.send(std::string(1025, ' '));
  CHECK(line.made.seen.at(1).headers.at("content-encoding") == "gzip");
  CHECK(wire::decompress(line.made.seen.at(1).body, 2000).value() == std::string(1025, ' '));
}

TEST_CASE("each request has a nonce of its own") {
  Line line;
  line.send();
  line.send();
  CHECK(line.made.seen.at(0).headers.at("signature-input") !=
        line.made.seen.at(1).headers.at("signature-input"));
}

TEST_CASE("a network that loses, replaces or damages the reply leaves the hub unreachable") {
  for (const Weather weather :
       {Weather::request_lost, Weather::reply_lost, Weather::html_page, Weather::no_content,
        Weather::redirect, Weather::not_signed_by_us, Weather::server_error, Weather::too_many}) {
    Line line;
    const Outcome outcome = line.send_in(weather);
    CHECK(outcome.kind == Kind::unreachable);
    CHECK(outcome.reply.body.empty());
    CHECK_FALSE(outcome.why.empty());
  }
}

TEST_CASE("an unverified reply of any other status leaves the hub unreachable") {
  for (const int status : {200, 201, 204, 301, 304, 400, 404, 409, 413, 422, 500, 503}) {
    Line line;
    Fixed wall;
    wall.reply = {status, {}, R"({"type":"https://farewell.invalid/problems/stream-forked"})"};
    Hub hub(wall, line.clock, line.enrolment);
    CHECK(hub.exchange({.method = "GET", .path = "/v1/config"}).kind == Kind::unreachable);
  }
}

TEST_CASE("a verified reply means what its status says") {
  namespace p = wire::problems;
  for (const auto& [kind, expected] : {std::pair{p::kMalformedJson, Kind::refused},
                                       {p::kInvalidBatch, Kind::refused},
                                       {p::kUnknownTerminal, Kind::not_enrolled},
                                       {p::kForbidden, Kind::not_enrolled},
                                       {p::kTooLarge, Kind::too_large},
                                       {p::kStreamForked, Kind::forked},
                                       {p::kNotFound, Kind::unreachable},
                                       {p::kRequestTimeout, Kind::unreachable},
                                       {p::kTooManyRequests, Kind::unreachable},
                                       {p::kInternal, Kind::unreachable},
                                       {p::kUnavailable, Kind::unreachable}}) {
    Line line;
    const Outcome outcome = line.answered(kind);
    CHECK(outcome.kind == expected);
    CHECK_THAT(outcome.why, Catch::Contains(std::string(kind.title)));
  }
}

TEST_CASE("a conflict other than a fork is no fork") {
  CHECK(kind_of(409, "https://farewell.invalid/problems/other") == Kind::unreachable);
}

TEST_CASE("a hub that does not know the terminal is believed though it cannot sign") {
  Line line;
  line.made.forget_terminal(line.enrolment.terminal);
  CHECK(line.send().kind == Kind::not_enrolled);
}

TEST_CASE("a reply to another request is not a reply") {
  Line line;
  std::optional<Reply> first;
  line.made.instead = [&](const Request& request, const std::string&) {
    if (!first) first = line.made.answer(request, 200, "{}");
    return first;
  };
  CHECK(line.send().kind == Kind::ok);
  CHECK(line.send().kind == Kind::unreachable);
}

TEST_CASE("Retry-After is heard even from a proxy") {
  Line line;
  CHECK(line.send_in(Weather::too_many).retry_after_ms == 7000);
}

TEST_CASE("a Retry-After date is held against the answerer's own clock") {
  Line line;
  Fixed proxy;
  proxy.reply = {
      503, {{"date", "Sun, 06 Nov 1994 08:49:37 GMT"}, {"retry-after", "Sun, 06 Nov 1994 08:50:37 GMT"}}, ""};
  Hub hub(proxy, line.clock, line.enrolment);
  CHECK(hub.exchange({.method = "GET", .path = "/v1/config"}).retry_after_ms == 60'000);
}

TEST_CASE("enrolment brings the terminal's keys") {
  Line line;
  Fixed hub;
  hub.reply = {201, {}, wire::to_json(line.enrolment).dump()};
  const Result<wire::Enrolment> enrolment = enrol(hub, {"K7QM-2RXD", "Front door"});
  REQUIRE(enrolment.ok());
  CHECK(enrolment->key == line.enrolment.key);
  CHECK(hub.last.path == "/v1/terminals");
  CHECK_FALSE(hub.last.headers.contains("signature"));
}

TEST_CASE("a refused code is told from a hub that is not there") {
  Fixed hub;
  hub.reply = {403, {}, wire::to_json(wire::problem_of(wire::problems::kCodeRefused, "")).dump()};
  CHECK(enrol(hub, {"K7QM-2RXD", ""}).error().code == ErrorCode::unauthorised);
  hub.reply = {403, {}, "<html>"};
  CHECK(enrol(hub, {"K7QM-2RXD", ""}).error().code == ErrorCode::unavailable);
  hub.reply = {200, {}, "<html>"};
  CHECK(enrol(hub, {"K7QM-2RXD", ""}).error().code == ErrorCode::unavailable);
  hub.reply = {400, {}, wire::to_json(wire::problem_of(wire::problems::kMalformedJson, "")).dump()};
  CHECK(enrol(hub, {"K7QM-2RXD", ""}).error().code == ErrorCode::invalid);
}
