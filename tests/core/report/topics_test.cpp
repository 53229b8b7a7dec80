#include "core/report/topics.h"

#include <catch2/catch.hpp>

#include "samples.h"

using namespace farewell;
using namespace farewell::report;
using namespace farewell::testing;

namespace {

std::vector<TopicFigures> figures_of(const std::vector<wire::Response>& responses) {
  TopicCounter counter;
  for (const auto& response : responses) counter.add(response);
  return counter.result();
}

}  // namespace

TEST_CASE("a topic's share is of the responses with a change answer") {
  const auto figures = figures_of({naming(3, {"prices"}), naming(3, {"waiting"}), answer(3)});
  CHECK(figures[0].named == Share{1, 2});
}

TEST_CASE("a comment alone is a change answer, an empty one is not") {
  const auto figures = figures_of({naming(3, {"prices"}), naming(3, {}, "More light"), naming(3, {}, "")});
  CHECK(figures[0].named == Share{1, 2});
}

TEST_CASE("lift is the share among the unhappy over the share among the happy") {
  const auto figures = figures_of({naming(1, {"waiting"}), naming(2, {"waiting"}), naming(5, {"waiting"}),
                                   naming(4, {"prices"}), naming(4, {"prices"}), naming(5, {"prices"})});
  REQUIRE(figures[0].topic == "waiting");
  CHECK(figures[0].named_unhappy == Share{2, 2});
  CHECK(figures[0].named_happy == Share{1, 4});
  CHECK(figures[0].lift.value() == Approx(4));
}

TEST_CASE("a topic that no happy customer named still has a lift") {
  const auto figures = figures_of({naming(1, {"waiting"}), naming(5, {"prices"})});
  CHECK(figures[0].topic == "waiting");
  CHECK(figures[0].lift.value() == Approx(2));
}

TEST_CASE("without unhappy or without happy customers there is no lift") {
  CHECK_FALSE(figures_of({naming(5, {"waiting"})})[0].lift);
  CHECK_FALSE(figures_of({naming(1, {"waiting"})})[0].lift);
}

TEST_CASE("topics are ranked by share times lift") {
  // "prices" is named more often, "waiting" by those who left unhappy.
  const auto figures = figures_of({naming(1, {"waiting"}), naming(1, {"waiting"}), naming(1, {"prices"}),
                                   naming(5, {"prices"}), naming(5, {"prices"}), naming(5, {"waiting"}),
                                   naming(5, {"prices"}), naming(5, {"prices"})});
  CHECK(figures[0].topic == "waiting");
  CHECK(figures[0].named == Share{3, 8});
  CHECK(figures[1].named == Share{5, 8});
}

TEST_CASE("a topic named twice in one response counts once") {
  CHECK(figures_of({naming(3, {"prices", "prices"})})[0].named == Share{1, 1});
}

TEST_CASE("the two latest comments are a topic's quotes") {
  const auto figures = figures_of(
      {naming(3, {"prices"}, "one"), naming(3, {"prices"}, "two"), naming(3, {"prices"}, "three")});
  CHECK(figures[0].quotes == std::vector<std::string>{"three", "two"});
}
