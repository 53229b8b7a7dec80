#include "app/kiosk/runtime/day_book.h"

#include <catch2/catch.hpp>

#include "core/base/file.h"
#include "tests/support/temp_dir.h"

namespace farewell::kiosk {
namespace {

constexpr Day kDay{2026, 11, 21};
constexpr Day kNextDay{2026, 11, 22};

}  // namespace

TEST_CASE("guests and treats of the day are there after a restart") {
  const farewell::testing::TempDir dir;
  DayBook book(dir / "today.json");
  REQUIRE(book.add_guest(kDay));
  REQUIRE(book.add_guest(kDay));
  CHECK(*book.give_treat(kDay, 5) == 1);
  DayBook again(dir / "today.json");
  CHECK(again.turn_to(kDay) == DayPage{kDay, 2, 1});
  CHECK(*again.give_treat(kDay, 5) == 2);
}

TEST_CASE("the next day begins with an empty page") {
  const farewell::testing::TempDir dir;
  DayBook book(dir / "today.json");
  REQUIRE(book.add_guest(kDay));
  CHECK(book.turn_to(kNextDay) == DayPage{kNextDay, 0, 0});
  REQUIRE(book.add_guest(kNextDay));
  CHECK(DayBook(dir / "today.json").turn_to(kNextDay).guests == 1);
}

TEST_CASE("a guest who came before midnight is not counted again after it") {
  DayBook book("");
  book.turn_to(kNextDay);
  REQUIRE(book.add_guest(kDay));
  CHECK(book.turn_to(kNextDay).guests == 0);
}

TEST_CASE("of the journal's count and the book's the higher one holds") {
  DayBook book("");
  REQUIRE(book.add_guest(kDay));
  CHECK(book.has_at_least(kDay, 7).guests == 7);
  CHECK(book.has_at_least(kDay, 3).guests == 7);
}

TEST_CASE("no more treats are given in a day than may be") {
  DayBook book("");
  CHECK(*book.give_treat(kDay, 2) == 1);
  CHECK(*book.give_treat(kDay, 2) == 2);
  CHECK_FALSE(*book.give_treat(kDay, 2));
  CHECK(*book.give_treat(kNextDay, 2) == 1);
}

TEST_CASE("a treat whose count cannot be kept is not given") {
  const farewell::testing::TempDir dir;
  DayBook book(dir / "no such folder" / "today.json");
  CHECK_FALSE(book.give_treat(kDay, 2));
}

TEST_CASE("a damaged page is set aside, and the day goes on") {
  const farewell::testing::TempDir dir;
  const std::string damage =
      GENERATE("", "{\"day\":\"2026-1", "{\"day\":\"2026-11-21\",\"guests\":-1,\"treats\":0}",
               "{\"day\":\"yesterday\",\"guests\":1,\"treats\":0}", "\xFF\xFE");
  REQUIRE(write_file(dir / "today.json", damage));
  DayBook book(dir / "today.json");
  CHECK(book.turn_to(kDay) == DayPage{kDay, 0, 0});
  CHECK(*read_file(dir / "today.json.damaged") == damage);
  REQUIRE(book.add_guest(kDay));
  CHECK(DayBook(dir / "today.json").turn_to(kDay).guests == 1);
}

}  // namespace farewell::kiosk
