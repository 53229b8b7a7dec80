#include "core/treat/redeemed.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "core/base/file.h"
#include "tests/support/temp_dir.h"

namespace farewell::treat {
namespace {

constexpr Day kDay{2026, 11, 21};
constexpr Day kNextDay{2026, 11, 22};

}  // namespace

TEST_CASE("a code is good once, and then its time is known") {
  const testing::TempDir dir;
  auto redeemed = Redeemed::open(dir / "desk.sqlite");
  REQUIRE(redeemed);
  CHECK_FALSE(*redeemed->redeem("K7QM-2RXD", kDay, 1000));
  CHECK(*redeemed->redeem("K7QM-2RXD", kDay, 2000) == 1000);
  CHECK_FALSE(*redeemed->redeem("K7QM-2RX0", kDay, 3000));
  CHECK_FALSE(*redeemed->redeem("K7QM-2RXD", kNextDay, 4000));
}

TEST_CASE("a code stays used when the desk's machine starts again") {
  const testing::TempDir dir;
  { CHECK_FALSE(*Redeemed::open(dir / "desk.sqlite")->redeem("K7QM-2RXD", kDay, 1000)); }
  CHECK(*Redeemed::open(dir / "desk.sqlite")->redeem("K7QM-2RXD", kDay, 2000) == 1000);
}

TEST_CASE("eight tills that take one code at once hand it over once") {
  const testing::TempDir dir;
  REQUIRE(Redeemed::open(dir / "desk.sqlite"));
  std::atomic<int> handed_over = 0, failed = 0;
  std::vector<std::jthread> tills;
  for (int till = 0; till < 8; ++till) {
    tills.emplace_back([&, till] {
      auto redeemed = Redeemed::open(dir / "desk.sqlite");
      const auto before = redeemed ? redeemed->redeem("K7QM-2RXD", kDay, till)
                                   : Result<std::optional<std::int64_t>>(redeemed.error());
      if (!before) ++failed;
      if (before && !*before) ++handed_over;
    });
  }
  tills.clear();
  CHECK(handed_over == 1);
  CHECK(failed == 0);
}

TEST_CASE("a file that is no database is called damaged, and let be") {
  const testing::TempDir dir;
  REQUIRE(write_file(dir / "desk.sqlite", std::string(5000, 'x')));
  CHECK(Redeemed::open(dir / "desk.sqlite").error().code == ErrorCode::corrupt);
  CHECK(*read_file(dir / "desk.sqlite") == std::string(5000, 'x'));
}

TEST_CASE("another program's database is refused, and let be") {
  const testing::TempDir dir;
  const std::string file = dir / "other.sqlite";
  {
    SQLite::Database other(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    other.exec("CREATE TABLE theirs(a)");
  }
  CHECK(Redeemed::open(file).error().code == ErrorCode::conflict);
  SQLite::Database other(file);
  CHECK(other.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 1);
}

TEST_CASE("a folder that is not there cannot hold the desk's file") {
  const testing::TempDir dir;
  CHECK(Redeemed::open(dir / "no" / "desk.sqlite").error().code == ErrorCode::unavailable);
}

}  // namespace farewell::treat
