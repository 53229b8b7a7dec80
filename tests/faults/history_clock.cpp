// Visits whose clock is wrong, or becomes so meanwhile. No response may be refused, and each says the time
// that the wall showed when its visit began. What the wall showed is worked out by the C library, not by the
// product.
#include <ctime>
#include <map>

#include "core/base/time_zone.h"
#include "tests/faults/history.h"
#include "tests/faults/real_hub.h"
#include "tests/faults/tablet.h"
#include "tests/kiosk/runtime/bench.h"

namespace farewell::testing {
namespace {

constexpr std::int64_t kSecondMs = 1'000;
constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kFiftyYearsMs = 50 * 365 * kDayMs;
constexpr int kVisits = 20;

// With daylight saving in the north, in the south, by half an hour and at another hour; and without.
constexpr std::array kZones = {"Europe/Oslo",     "America/New_York",  "Australia/Lord_Howe",
                               "Pacific/Chatham", "Africa/Casablanca", "Asia/Kolkata",
                               "Etc/UTC"};
// Both changes of 2026, in Oslo and New York, UTC.
constexpr std::array<std::int64_t, 4> kChanges = {1'774'746'000, 1'792'890'000, 1'772'953'200, 1'793'512'800};

/// Seconds east of UTC, by the C library.
long offset_s(const char* zone, std::int64_t utc_ms) {
  ::setenv("TZ", zone, 1);
  ::tzset();
  const std::time_t at = static_cast<std::time_t>(utc_ms / kSecondMs - (utc_ms % kSecondMs < 0 ? 1 : 0));
  std::tm wall{};
  ::localtime_r(&at, &wall);
  return wall.tm_gmtoff;
}

/// What a wrong clock may say.
std::int64_t some_time(Random& random, std::int64_t now_ms) {
  const auto within = [&](std::int64_t ms) { return static_cast<std::int64_t>(below(random, ms)); };
  switch (below(random, 5)) {
    case 0:
      return now_ms + kFiftyYearsMs - within(kDayMs);
    case 1:
      return now_ms - kFiftyYearsMs + within(kDayMs);
    case 2:
      return within(600 * kSecondMs);  // a tablet without a battery begins in 1970
    case 3:
      return kChanges[below(random, kChanges.size())] * kSecondMs - within(10 * kSecondMs);
    default:
      return now_ms + within(kDayMs) - kDayMs / 2;
  }
}

struct Expected {
  std::int64_t utc_ms = 0;
  long offset_minutes = 0;
};

/// A terminal whose clock a test sets as it likes, enrolled at a real hub whose clock is right.
struct Shop {
  ManualClock right_clock;
  RealHub hub{right_clock};
  SocketTransport network{[this] { return hub.port(); }};
  kiosk::testing::Bench bench;
  wire::Enrolment enrolment = hub.enrol();
  std::map<std::string, Expected> expected;

  void move_to(const char* zone) {
    enrolment.time_zone = zone;
    bench.runner.enrol(enrolment);
    bench.settle();
  }

  /// With a jump at some moment, or none.
  void visit(Random& random, const char* zone) {
    bench.clock.set_utc_ms(some_time(random, right_clock.utc_ms()));
    bench.wait(100);
    const std::uint64_t jumps_at = below(random, 4);
    const auto may_jump = [&](std::uint64_t moment) {
      if (moment == jumps_at) bench.clock.set_utc_ms(some_time(random, right_clock.utc_ms()));
    };
    const std::int64_t began_ms = bench.clock.utc_ms();
    bench.answer(4);
    may_jump(1);
    bench.tap(visit::TopicTapped{bench.runner.asked().survey.topics.at(0).id});
    may_jump(2);
    bench.tap(visit::ChangeDone{});
    may_jump(3);
    bench.tap(visit::AllDoneTapped{});
    demand(!bench.runner.state().visit, "the visit does not end");
    note(began_ms, zone);
  }

  void note(std::int64_t began_ms, const char* zone) {
    int found = 0;
    for (const wire::Response& response : bench.responses()) {
      if (expected.contains(response.id)) continue;
      expected[response.id] = {began_ms, offset_s(zone, began_ms) / 60};
      demand(response.ended == wire::Ended::completed, "a jump of the clock ended the visit");
      demand(response.duration_ms && *response.duration_ms >= 0 && *response.duration_ms < 60'000,
             "a jump of the clock went into the duration");
      ++found;
    }
    demand(found == 1, "a visit left " + std::to_string(found) + " responses");
  }

  void sync() {
    sync::Hub signed_hub(network, bench.clock, enrolment);
    sync::Sync sync(
        *bench.writer, signed_hub, bench.clock, [](std::int64_t limit) { return limit / 2; }, some_health);
    for (int steps = 0; steps < 10; ++steps) {
      bench.clock.tick(std::max<std::int64_t>(0, sync.due_ms() - bench.clock.monotonic_ms()));
      sync.step();
    }
    demand(sync.state().why.empty(), "sync waits: " + sync.state().why);
  }

  void demand_labels() {
    const RealHub::Holdings had = hub.holdings();
    demand(had.quarantined == 0, "a response was refused for its time");
    demand(had.responses.size() == expected.size(),
           "the hub has " + std::to_string(had.responses.size()) + " of " + std::to_string(expected.size()));
    for (const auto& [id, body] : had.responses) {
      const std::string text = Json::parse(body)["started_at"];
      const Instant label = must(parse_rfc3339(text));
      const Expected& wanted = expected.at(id);
      demand(label.utc_ms == wanted.utc_ms && label.offset_minutes == wanted.offset_minutes,
             text + " was " + std::to_string(wanted.utc_ms) + " at " + std::to_string(wanted.offset_minutes));
    }
  }
};

}  // namespace

int wrong_clocks(Random& random) {
  Shop shop;
  const char* zone = nullptr;
  for (int visit = 0; visit < kVisits; ++visit) {
    if (zone == nullptr || once_in(random, 3)) {
      zone = kZones[below(random, kZones.size())];
      shop.move_to(zone);
    }
    shop.visit(random, zone);
    if (once_in(random, 5)) shop.sync();
  }
  shop.sync();
  shop.demand_labels();
  return kVisits;
}

}  // namespace farewell::testing
