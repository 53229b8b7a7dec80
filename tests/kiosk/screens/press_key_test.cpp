#include "app/kiosk/screens/press_key.h"

#include <catch2/catch.hpp>

#include "app/kiosk/screens/screens.h"
#include "core/base/text.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

std::string type(const std::string& text, const std::string& key) {
  return press_key(text, {}, key).text;
}

}  // namespace

TEST_CASE("a character key adds its character") {
  CHECK(type("Kø", "ø") == "Køø");
  CHECK(type("", "ش") == "ش");
}

TEST_CASE("space adds a space and leaves the page of symbols") {
  const Typed typed = press_key("No", {.shifted = false, .page = KeyPage::symbols}, "space");
  CHECK(typed.text == "No ");
  CHECK(typed.keyboard == KeyboardState{});
}

TEST_CASE("delete removes one family emoji whole") {
  const std::string family = "👨‍👩‍👧‍👦";
  REQUIRE(grapheme_count("a" + family) == 2);
  CHECK(type("a" + family, "delete") == "a");
}

TEST_CASE("delete removes a letter with its accents") {
  CHECK(type("cafe\u0301", "delete") == "caf");
  CHECK(type("", "delete").empty());
}

TEST_CASE("shift falls back after one letter") {
  const Typed shifted = press_key("ab", {}, "shift");
  CHECK(shifted.keyboard.shifted);
  CHECK(shifted.text == "ab");
  const Typed typed = press_key(shifted.text, shifted.keyboard, "C");
  CHECK(typed.text == "abC");
  CHECK_FALSE(typed.keyboard.shifted);
}

TEST_CASE("shift pressed twice is not pressed") {
  const Typed once = press_key("", {}, "shift");
  CHECK_FALSE(press_key("", once.keyboard, "shift").keyboard.shifted);
}

TEST_CASE("the pages of the keyboard turn and come back") {
  const Typed symbols = press_key("", {}, "symbols");
  CHECK(symbols.keyboard.page == KeyPage::symbols);
  CHECK(press_key("", symbols.keyboard, "5").keyboard.page == KeyPage::symbols);
  CHECK(press_key("", symbols.keyboard, "letters").keyboard.page == KeyPage::letters);
  CHECK(press_key("", {}, "more-letters").keyboard.page == KeyPage::more_letters);
}

TEST_CASE("the mark key turns the kana before it through its circle") {
  CHECK(type("か", "゛") == "が");
  CHECK(type("が", "゛") == "か");
  CHECK(type("は", "゛") == "ば");
  CHECK(type("ば", "゛") == "ぱ");
  CHECK(type("みつ", "゛") == "みっ");
  CHECK(type("ん", "゛") == "ん");
  CHECK(type("", "゛").empty());
}

TEST_CASE("a comment stops at its limit, counted as people count") {
  std::string full;
  for (std::size_t i = 0; i < kTypedLimit; ++i) full += "é";
  CHECK(type(full, "a") == full);
  CHECK(type(full, "space") == full);
  CHECK(grapheme_count(type(full, "delete")) == kTypedLimit - 1);
}

TEST_CASE("a sentence starts at the beginning and after a stop and a space") {
  CHECK(starts_sentence(""));
  CHECK(starts_sentence("Good. "));
  CHECK(starts_sentence("Why?  "));
  CHECK_FALSE(starts_sentence("Good."));
  CHECK_FALSE(starts_sentence("at 3.5"));
  CHECK_FALSE(starts_sentence("Good "));
}
