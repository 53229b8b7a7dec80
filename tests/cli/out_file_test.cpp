#include "app/cli/out_file.h"

#include <catch2/catch.hpp>

#include "core/base/file.h"
#include "tests/support/temp_dir.h"

using namespace farewell;
using namespace farewell::cli;
using farewell::testing::TempDir;

TEST_CASE("a file has its name only once it is finished") {
  const TempDir folder;
  auto out = OutFile::create(folder / "a.csv").value();
  REQUIRE(out.write("one").ok());
  CHECK_FALSE(std::filesystem::exists(folder / "a.csv"));
  REQUIRE(out.finish().ok());
  CHECK(read_file(folder / "a.csv").value() == "one");
}

TEST_CASE("an unfinished file leaves nothing behind") {
  const TempDir folder;
  {
    auto out = OutFile::create(folder / "a.csv").value();
    REQUIRE(out.write(std::string(1 << 20, 'x')).ok());
  }
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a device is not renamed over") {
  CHECK(OutFile::create("/dev/null").error().code == ErrorCode::conflict);
}

TEST_CASE("a folder that is not there is told by name") {
  CHECK(OutFile::create("/nowhere/a.csv").error().context == "/nowhere/a.csv");
}
