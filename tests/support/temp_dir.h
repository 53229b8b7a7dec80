// A folder of a test's own, gone when the test is.
#pragma once

#include <filesystem>
#include <string>

#include "core/base/ids.h"

namespace farewell::testing {

class TempDir {
 public:
  TempDir() : path_(std::filesystem::temp_directory_path() / ("farewell-test-" + new_uuid_v4())) {
    std::filesystem::create_directories(path_);
  }
  ~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace farewell::testing
