#include "app/kiosk/ui/garden.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>

namespace farewell::kiosk {
namespace {

constexpr Day kDay{2026, 11, 21};

Bed bed() {
  Bed made{0, 1280, {}, {}};
  made.ridges = {{[](float) { return 500.f; }, .2f, .4f, 4}, {[](float) { return 640.f; }, .5f, .6f, 0}};
  return made;
}

using Places = std::map<std::uint32_t, std::pair<float, float>>;

Places places_of(const std::vector<Flower>& flowers) {
  Places places;
  for (const Flower& flower : flowers) places[flower.guest] = {flower.x, flower.y};
  return places;
}

}  // namespace

TEST_CASE("each guest of the day has one flower, until there are too many for the garden") {
  for (const std::uint32_t count : {0u, 1u, 148u, 240u}) {
    const auto guests = guests_of(kDay, count);
    const auto flowers = plant(guests, bed());
    REQUIRE(flowers.size() == count);
    std::set<std::uint32_t> planted;
    for (const Flower& flower : flowers) planted.insert(flower.guest);
    CHECK(planted == std::set<std::uint32_t>(guests.begin(), guests.end()));
  }
}

TEST_CASE("on a busy day the newest guests' flowers stand, as many as there is room for") {
  const auto guests = guests_of(kDay, 3000);
  const auto flowers = plant(guests, bed());
  REQUIRE(flowers.size() == kMostFlowers);
  std::set<std::uint32_t> planted;
  for (const Flower& flower : flowers) planted.insert(flower.guest);
  CHECK(planted == std::set<std::uint32_t>(guests.end() - kMostFlowers, guests.end()));
}

TEST_CASE("a flower keeps its place as others join, also once the garden is full") {
  for (const std::uint32_t count : {1u, 100u, 239u, 240u, 241u, 500u, 2999u}) {
    const Places before = places_of(plant(guests_of(kDay, count), bed()));
    const Places after = places_of(plant(guests_of(kDay, count + 1), bed()));
    std::size_t kept = 0;
    for (const auto& [guest, place] : before) {
      const auto there = after.find(guest);
      if (there == after.end()) continue;
      CHECK(there->second == place);
      ++kept;
    }
    CHECK(kept == std::min<std::size_t>(count, kMostFlowers - 1 + (count < kMostFlowers ? 1 : 0)));
  }
}

TEST_CASE("no flower stands where the bed says not to, however little room is left") {
  Bed little = bed();
  little.avoid = [](float x, float y, float) { return y < 600 || x < 1100; };
  for (const Flower& flower : plant(guests_of(kDay, 148), little)) {
    CHECK(flower.y >= 600);
    CHECK(flower.x >= 1100);
  }
  little.avoid = [](float, float, float) { return true; };
  for (const Flower& flower : plant(guests_of(kDay, 20), little)) CHECK(flower.scale == 0);
}

TEST_CASE("another day's garden is another one") {
  CHECK(guests_of(kDay, 20) != guests_of({2026, 11, 22}, 20));
  CHECK(guests_of(kDay, 20) == guests_of(kDay, 20));
}

TEST_CASE("every kind of flower grows on a usual day") {
  std::set<std::string> kinds;
  for (const std::uint32_t guest : guests_of(kDay, 148)) kinds.insert(flower_kind(guest));
  CHECK(kinds.size() == 12);
}

TEST_CASE("a kind is drawn by its own drawing, and what is no flower by none") {
  CHECK(drawing_of("poppy") == "flowers/flower-01-poppy");
  CHECK(drawing_of("lingonberry") == "flowers/flower-12-lingonberry");
  CHECK(drawing_of("parking").empty());
}

}  // namespace farewell::kiosk
