#include "app/kiosk/runtime/looks.h"

#include <catch2/catch.hpp>

using namespace farewell;
using namespace farewell::kiosk;

namespace {

constexpr std::int64_t kDecember = 1'797'000'000'000;  // 2026-12-11
constexpr Place kOslo{59.9, 10.8}, kRome{41.9, 12.5};

TimeZone zone(const char* name) {
  const auto found = TimeZone::find(name);
  REQUIRE(found);
  return *found;
}

}  // namespace

TEST_CASE("a terminal knows winter by its zone's city") {
  CHECK(season_at(kDecember, std::nullopt, zone("Europe/Oslo")) == Season::winter);
  CHECK(season_at(kDecember, std::nullopt, zone("Europe/Rome")) == Season::flowering);
}

TEST_CASE("a place that was set goes before the zone's city") {
  CHECK(season_at(kDecember, kRome, zone("Europe/Oslo")) == Season::flowering);
  CHECK(season_at(kDecember, kOslo, zone("Europe/Rome")) == Season::winter);
}

TEST_CASE("a terminal that is nowhere has no winter") {
  CHECK(season_at(kDecember, std::nullopt, TimeZone::utc()) == Season::flowering);
}
