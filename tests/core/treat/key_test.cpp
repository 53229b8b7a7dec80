#include "core/treat/key.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "core/base/file.h"
#include "tests/support/temp_dir.h"

namespace farewell::treat {

TEST_CASE("a key that is made is the key that is there from then on") {
  const testing::TempDir dir;
  const auto made = load_or_make_key(dir / "treats.key");
  REQUIRE(made);
  CHECK(*load_or_make_key(dir / "treats.key") == *made);
  CHECK(*load_key(dir / "treats.key") == *made);
}

TEST_CASE("two terminals make two keys") {
  const testing::TempDir dir;
  CHECK(*load_or_make_key(dir / "one") != *load_or_make_key(dir / "other"));
}

TEST_CASE("a key is for its owner's eyes") {
  const testing::TempDir dir;
  REQUIRE(load_or_make_key(dir / "treats.key"));
  struct stat status {};
  REQUIRE(::stat((dir / "treats.key").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("a damaged key is named, and no other is made in its place") {
  const testing::TempDir dir;
  REQUIRE(write_file(dir / "treats.key", "half a ke"));
  CHECK(load_or_make_key(dir / "treats.key").error().code == ErrorCode::corrupt);
  CHECK(*read_file(dir / "treats.key") == "half a ke");
}

TEST_CASE("a key that is not there is not found") {
  const testing::TempDir dir;
  CHECK(load_key(dir / "treats.key").error().code == ErrorCode::not_found);
}

}  // namespace farewell::treat
