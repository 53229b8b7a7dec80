#include "core/base/text.h"

#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

using namespace farewell;

namespace {

constexpr const char* kFamily = "👨‍👩‍👧‍👦";  // four people and three joiners
constexpr const char* kFlag = "🇳🇴";                           // two regional letters
constexpr const char* kThumb = "👍🏽";                    // a thumb and a skin tone
constexpr const char* kAcute = "e\xCC\x81";                   // e and a combining acute accent
constexpr const char* kDevanagari = "नि";                     // a consonant and its vowel sign

}  // namespace

TEST_CASE("well-formed UTF-8 is told from ill-formed") {
  CHECK(is_utf8(""));
  CHECK(is_utf8("Blåbær 日本語 👍🏽"));
  CHECK(is_utf8(std::string_view("\0", 1)));
  CHECK(is_utf8("\xF4\x8F\xBF\xBF"));  // the last code point, U+10FFFF
}

TEST_CASE("ill-formed UTF-8 is refused in each of its kinds") {
  const auto text = GENERATE(as<std::string>{}, "\x80", "\xC3", "\xC3(", "\xC0\xAF", "\xE0\x80\xAF",
                             "\xF0\x80\x80\xAF", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF4\x90\x80\x80",
                             "\xF8\x88\x80\x80\x80", "\xFE", "\xFF", "ok\xE2\x82");
  CHECK_FALSE(is_utf8(text));
}

TEST_CASE("what a person sees as one character counts as one") {
  const auto one =
      GENERATE(as<std::string>{}, "a", "ø", "日", "\r\n", kFamily, kFlag, kThumb, kAcute, kDevanagari);
  CHECK(grapheme_count(one) == 1);
}

TEST_CASE("characters are counted one by one") {
  CHECK(grapheme_count("") == 0);
  CHECK(grapheme_count("a" + std::string(kFamily) + kAcute) == 3);
  CHECK(grapheme_count(std::string(kFlag) + kFlag) == 2);
}

TEST_CASE("a prefix never cuts a character in two") {
  const std::string text = std::string(kFamily) + kAcute + "x";
  CHECK(grapheme_prefix(text, 0).empty());
  CHECK(grapheme_prefix(text, 1) == kFamily);
  CHECK(grapheme_prefix(text, 2) == std::string(kFamily) + kAcute);
  CHECK(grapheme_prefix(text, 3) == text);
  CHECK(grapheme_prefix(text, 99) == text);
}

TEST_CASE("a backspace takes one whole character") {
  CHECK(without_last_grapheme("ab") == "a");
  CHECK(without_last_grapheme("a" + std::string(kFamily)) == "a");
  CHECK(without_last_grapheme("a" + std::string(kAcute)) == "a");
  CHECK(without_last_grapheme(kThumb).empty());
  CHECK(without_last_grapheme("").empty());
}

TEST_CASE("white space of any script is trimmed off both ends") {
  CHECK(trimmed(" \t\r\n a b \n") == "a b");
  CHECK(trimmed("\xE3\x80\x80日本\xC2\xA0\xE2\x80\xA9") == "日本");  // ideographic, no-break, paragraph
  CHECK(trimmed("  ").empty());
  CHECK(trimmed("").empty());
}

TEST_CASE("what only looks like white space stays") {
  CHECK(trimmed("\xE2\x80\x8B") == "\xE2\x80\x8B");  // zero width space is not White_Space
}

TEST_CASE("ill-formed text is counted and cut without harm") {
  const std::string text = "a\xFF\xC3";
  CHECK(grapheme_count(text) > 0);
  CHECK(text.starts_with(grapheme_prefix(text, 2)));
  CHECK(trimmed(text) == text);
}

TEST_CASE("two threads may count at once") {
  std::vector<std::size_t> counts(2);
  const auto count = [&counts](std::size_t which) {
    for (int i = 0; i < 1000; ++i) counts[which] += grapheme_count(kFamily + std::string("ab"));
  };
  std::thread first(count, 0);
  std::thread second(count, 1);
  first.join();
  second.join();
  CHECK(counts == std::vector<std::size_t>{3000, 3000});
}

TEST_CASE("capitals follow Unicode, whatever the language") {
  CHECK(in_capitals("é") == "É");
  CHECK(in_capitals("ґ") == "Ґ");
  CHECK(in_capitals("ß") == "SS");
  CHECK(in_capitals("ŉŉŉ").size() >= 6);  // grows
  CHECK(in_capitals("あ5") == "あ5");
  CHECK(in_capitals("").empty());
}

TEST_CASE("a mark is known from a letter") {
  for (const char* mark : {"ि", "ั", "َ", "\u0301"}) CHECK(begins_with_mark(mark));
  for (const char* letter : {"a", "क", "ก", "ำ", "ا", "゛", "", "\xFF"})
    CHECK_FALSE(begins_with_mark(letter));
}
