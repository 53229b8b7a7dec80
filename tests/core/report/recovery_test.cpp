#include "core/report/recovery.h"

#include <catch2/catch.hpp>

#include "samples.h"

using namespace farewell;
using namespace farewell::report;
using namespace farewell::testing;

namespace {

wire::Response choosing(wire::RecoveryChoice choice) {
  wire::Response response = answer(1);
  response.recovery = wire::Recovery{choice, ""};
  return response;
}

}  // namespace

TEST_CASE("what unhappy customers chose is counted") {
  RecoveryCounts counts;
  counts.add(choosing(wire::RecoveryChoice::call));
  counts.add(choosing(wire::RecoveryChoice::call));
  counts.add(choosing(wire::RecoveryChoice::contact));
  counts.add(choosing(wire::RecoveryChoice::none));
  CHECK(counts == RecoveryCounts{4, 4, 2, 1, 1});
}

TEST_CASE("who walks off at the recovery screen was offered it") {
  wire::Response walked_off = answer(2);
  walked_off.screens = {{"welcome", 3000}, {"change", 2000}, {"recovery", 40'000}};
  RecoveryCounts counts;
  counts.add(walked_off);
  CHECK(counts == RecoveryCounts{1, 1, 0, 0, 0});
}

TEST_CASE("who walks off before it was not offered it") {
  RecoveryCounts counts;
  counts.add(answer(2));
  CHECK(counts == RecoveryCounts{1, 0, 0, 0, 0});
}

TEST_CASE("satisfied customers are no part of recovery") {
  RecoveryCounts counts;
  counts.add(answer(5));
  CHECK(counts == RecoveryCounts{});
}
