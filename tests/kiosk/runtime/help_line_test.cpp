#include "app/kiosk/runtime/help_line.h"

#include <catch2/catch.hpp>

#include "tests/kiosk/runtime/shared_hub.h"

namespace farewell::kiosk {
namespace {

using farewell::testing::MadeHub;
using farewell::testing::Weather;

wire::HelpCall a_call() {
  return {.id = "4c8b1d9e-2f3a-4b5c-8d6e-7f8091a2b3c4",
          .response = "019388a1-7f10-7c3e-9a44-0d6c8be1f2a3",
          .language = "en",
          .at_utc_ms = 1'795'276'800'000,
          .at_offset_minutes = 0};
}

/// A hub whose help calls are in the given state, and a line to it.
struct Staffed {
  explicit Staffed(wire::HelpCallState state) {
    hub.with([&](MadeHub& made) {
      enrolment = made.enrol_terminal();
      made.instead = [&made, state](const sync::Request& request, const std::string&) {
        return request.method == "POST" ? made.answer(request, 202, "{}")
                                        : made.answer(request, 200, wire::to_json(state).dump());
      };
    });
  }

  SystemClock clock;
  testing::SharedHub hub{clock};
  testing::Listener listener;
  wire::Enrolment enrolment;
  HelpLine line{clock, listener.notices, hub.connect()};
};

}  // namespace

TEST_CASE("a call rings, and whoever accepts it is named") {
  Staffed staffed({wire::HelpState::accepted, "Anna"});
  staffed.line.enrol(staffed.enrolment);
  staffed.line.ring(7, a_call());
  CHECK(staffed.listener.hears<visit::HelpRinging>([](const auto& ringing) { return ringing.visit == 7; }));
  CHECK(staffed.listener.hears<visit::HelpAccepted>(
      [](const auto& accepted) { return accepted.visit == 7 && accepted.by == "Anna"; }));
}

TEST_CASE("a terminal that is not enrolled can ring nobody and says so at once") {
  Staffed staffed({wire::HelpState::ringing, ""});
  staffed.line.ring(7, a_call());
  CHECK(staffed.listener.hears<visit::HelpUnavailable>([](const auto& none) { return none.visit == 7; }));
}

TEST_CASE("a call that the hub refuses is unavailable") {
  Staffed staffed({wire::HelpState::ringing, ""});
  staffed.hub.with([&](MadeHub& made) { made.forget_terminal(staffed.enrolment.terminal); });
  staffed.line.enrol(staffed.enrolment);
  staffed.line.ring(7, a_call());
  CHECK(staffed.listener.hears<visit::HelpUnavailable>());
}

TEST_CASE("a call rings through a network that fails at first") {
  Staffed staffed({wire::HelpState::ringing, ""});
  staffed.hub.with([](MadeHub& made) {
    made.weather = [first = true]() mutable {
      return std::exchange(first, false) ? Weather::html_page : Weather::fair;
    };
  });
  staffed.line.enrol(staffed.enrolment);
  staffed.line.ring(7, a_call());
  CHECK(staffed.listener.hears<visit::HelpRinging>());
}

TEST_CASE("a newer call takes the place of one that nobody has answered") {
  Staffed staffed({wire::HelpState::ringing, ""});
  staffed.line.enrol(staffed.enrolment);
  staffed.line.ring(7, a_call());
  CHECK(staffed.listener.hears<visit::HelpRinging>([](const auto& ringing) { return ringing.visit == 7; }));
  staffed.line.ring(8, a_call());
  CHECK(staffed.listener.hears<visit::HelpRinging>([](const auto& ringing) { return ringing.visit == 8; }));
}

}  // namespace farewell::kiosk
