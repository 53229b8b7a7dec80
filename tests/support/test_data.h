// Public test data, which may be absent: its folder is named by FAREWELL_TEST_DATA.
#pragma once

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace farewell::testing {

/// Where `name` lies. Without the variable it warns "skipped: …", by which ctest counts the test as skipped,
/// and the test is to return.
inline std::optional<std::filesystem::path> test_data(const std::string& name) {
  if (const char* folder = std::getenv("FAREWELL_TEST_DATA")) return std::filesystem::path(folder) / name;
  WARN("skipped: FAREWELL_TEST_DATA is not set, so there is no " << name);
  return {};
}

}  // namespace farewell::testing
