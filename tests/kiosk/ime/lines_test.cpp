#include "app/kiosk/ime/lines.h"

#include <catch2/catch.hpp>

using namespace farewell::kiosk;

TEST_CASE("a candidate comes back from its line as it was") {
  const Candidate candidate{"你好", 5};
  const auto line = line_of(candidate);
  REQUIRE(line.ends_with("\n"));
  CHECK(candidate_in(line.substr(0, line.size() - 1)) == candidate);
}

TEST_CASE("a line that is no candidate is none") {
  for (const char* line : {"", "5", "\t", "5\t", "x\t好", "0\t好", "-1\t好", "5\t\xFF"})
    CHECK_FALSE(candidate_in(line));
}
