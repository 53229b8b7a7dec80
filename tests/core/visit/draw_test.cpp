#include "core/visit/draw.h"

#include <catch2/catch.hpp>
#include <map>

#include "tests/core/visit/terminal.h"

namespace farewell::visit {

TEST_CASE("the generator gives the published sequence") {
  // Source: Vigna, splitmix64.c, seed 1234567.
  std::uint64_t random = 1234567;
  CHECK(draw(random) == 6457827717110365317u);
  CHECK(draw(random) == 3203168211198807973u);
  CHECK(draw(random) == 9817491932198370423u);
}

TEST_CASE("a draw below five gives each of the five about as often") {
  std::uint64_t random = 7;
  std::map<std::uint64_t, int> counts;
  for (int i = 0; i < 50'000; ++i) ++counts[draw_below(random, 5)];
  REQUIRE(counts.size() == 5);
  for (const auto& [value, count] : counts) CHECK(std::abs(count - 10'000) < 400);
}

TEST_CASE("every topic comes to stand in every place about as often, something else always last") {
  const survey::Survey survey = testing::test_survey();
  std::uint64_t random = 3;
  std::map<std::pair<std::string, std::size_t>, int> counts;
  for (int i = 0; i < 12'000; ++i) {
    const auto order = shuffled_topics(random, survey.topics);
    REQUIRE(order.back() == "something-else");
    for (std::size_t place = 0; place < order.size(); ++place) ++counts[{order[place], place}];
  }
  for (const auto& [where, count] : counts) {
    if (where.first != "something-else") CHECK(std::abs(count - 3'000) < 250);
  }
}

TEST_CASE("the control group has its share") {
  std::uint64_t random = 11;
  survey::Surprises surprises;
  surprises.control_share = 0.2;
  int control = 0;
  for (int i = 0; i < 50'000; ++i) control += draw_surprise(random, surprises, {}).shown ? 0 : 1;
  CHECK(std::abs(control - 10'000) < 400);
}

TEST_CASE("with no kinds there is nothing to draw") {
  std::uint64_t random = 11;
  survey::Surprises surprises;
  surprises.kinds.clear();
  const DrawnSurprise drawn = draw_surprise(random, surprises, {});
  CHECK(drawn.kind.empty());
  CHECK_FALSE(drawn.shown);
}

TEST_CASE("each kind is drawn about as often as each other") {
  std::uint64_t random = 5;
  survey::Surprises surprises;
  surprises.kinds = {"garden", "fact", "number", "treat", "changed"};
  std::map<std::string, int> counts;
  for (int i = 0; i < 50'000; ++i)
    ++counts[draw_surprise(random, surprises, {.treats = true, .guest = 7}).kind];
  REQUIRE(counts.size() == 5);
  for (const auto& [kind, count] : counts) CHECK(std::abs(count - 10'000) < 400);
}

TEST_CASE("no treat is drawn once there are none left, and no number that is not known") {
  std::uint64_t random = 5;
  survey::Surprises surprises;
  surprises.kinds = {"number", "treat", "fact"};
  for (int i = 0; i < 200; ++i)
    CHECK(draw_surprise(random, surprises, {.treats = false, .guest = 0}).kind == "fact");
}

TEST_CASE("a milestone takes the draw's place, and still has its control group") {
  std::uint64_t random = 5;
  survey::Surprises surprises;
  surprises.kinds = {"garden", "number"};
  surprises.milestone_every = 100;
  int shown = 0;
  for (int i = 0; i < 10'000; ++i) {
    const DrawnSurprise drawn = draw_surprise(random, surprises, {.treats = true, .guest = 300});
    REQUIRE(drawn.kind == "number");
    REQUIRE(drawn.milestone);
    shown += drawn.shown ? 1 : 0;
  }
  CHECK(std::abs(shown - 8'000) < 200);
  CHECK_FALSE(draw_surprise(random, surprises, {.treats = true, .guest = 301}).milestone);
}

}  // namespace farewell::visit
