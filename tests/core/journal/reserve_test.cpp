#include "core/journal/reserve.h"

#include <catch2/catch.hpp>

#include "tests/core/journal/opening.h"

using namespace farewell;
using namespace farewell::journal;
using namespace farewell::testing;

namespace {

struct Shop {
  TempDir folder;
  std::filesystem::path reserve = folder / "journal.db.reserve";
  std::unique_ptr<Journal> journal = open(folder / "journal.db");
};

}  // namespace

TEST_CASE("room for answers is kept beside the journal") {
  const Shop shop;
  CHECK(std::filesystem::file_size(shop.reserve) == kReserveBytes);
  CHECK_FALSE(shop.journal->has_given_up_reserve());
}

TEST_CASE("a reserve that was given up is told of, and comes back when there is room") {
  Shop shop;
  std::filesystem::remove(shop.reserve);
  CHECK(shop.journal->has_given_up_reserve());
  value_of(shop.journal->forget_acknowledged(kNow));  // as sync does every hour
  CHECK_FALSE(shop.journal->has_given_up_reserve());
}

TEST_CASE("a reserve is given up once") {
  const TempDir folder;
  Reserve reserve(folder / "reserve");
  reserve.set_up();
  CHECK(reserve.give_up());
  CHECK(reserve.is_missing());
  CHECK_FALSE(reserve.give_up());
}

TEST_CASE("whoever only looks on keeps no room") {
  const TempDir folder;
  open(folder / "journal.db").reset();
  std::filesystem::remove(folder / "journal.db.reserve");
  const auto looking = value_of(Journal::open(folder / "journal.db", Mode::read_only));
  CHECK_FALSE(looking->has_given_up_reserve());
  CHECK_FALSE(std::filesystem::exists(folder / "journal.db.reserve"));
}
