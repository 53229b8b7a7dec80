#include "core/base/result.h"

#include <catch2/catch.hpp>
#include <memory>
#include <string>

using namespace farewell;

TEST_CASE("a result holds what was asked for") {
  const Result<int> result = 7;
  REQUIRE(result);
  CHECK(*result == 7);
}

TEST_CASE("a result holds an error instead") {
  const Result<int> result = Error{ErrorCode::not_found, "there is no such file", "a.json"};
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::not_found);
}

TEST_CASE("what a result holds can be moved out") {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
  const std::unique_ptr<int> taken = *std::move(result);
  CHECK(*taken == 7);
}

TEST_CASE("a status is well unless it holds an error") {
  CHECK(Status{}.ok());
  CHECK_FALSE(Status{Error{ErrorCode::invalid, "no", ""}}.ok());
}

TEST_CASE("an error says where before it says what") {
  CHECK(Error{ErrorCode::invalid, "scale is 7", "survey.json:4"}.text() == "survey.json:4: scale is 7");
  CHECK(Error{ErrorCode::invalid, "scale is 7", ""}.text() == "scale is 7");
}
