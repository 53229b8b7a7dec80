#include "app/kiosk/ime/hangul.h"

#include <catch2/catch.hpp>

using namespace farewell::kiosk;

namespace {

std::string made(const std::string& jamo) {
  const Composed composed = compose_hangul(jamo);
  return composed.finished + "|" + composed.syllable + "|" + composed.jamo;
}

}  // namespace

TEST_CASE("jamo join into a syllable") {
  CHECK(made("ㅎ") == "|ㅎ|ㅎ");
  CHECK(made("ㅎㅏ") == "|하|ㅎㅏ");
  CHECK(made("ㅎㅏㄴ") == "|한|ㅎㅏㄴ");
}

TEST_CASE("a final consonant moves on to the vowel after it") {
  CHECK(made("ㅎㅏㄴㅏ") == "하|나|ㄴㅏ");
}

TEST_CASE("of two final consonants the second moves on") {
  CHECK(made("ㄷㅏㄹㄱ") == "|닭|ㄷㅏㄹㄱ");
  CHECK(made("ㄷㅏㄹㄱㅣ") == "달|기|ㄱㅣ");
}

TEST_CASE("two vowels make one where Korean has it") {
  CHECK(made("ㅇㅗㅏ") == "|와|ㅇㅗㅏ");
  CHECK(made("ㅇㅡㅣ") == "|의|ㅇㅡㅣ");
}

TEST_CASE("a consonant that cannot be final begins the next syllable") {
  CHECK(made("ㅇㅏㄸ") == "아|ㄸ|ㄸ");
}

TEST_CASE("a double consonant is one letter") {
  CHECK(made("ㅃㅏ") == "|빠|ㅃㅏ");
}

TEST_CASE("only the letters of the two-set keyboard are jamo") {
  CHECK(is_jamo("ㅎ"));
  CHECK(is_jamo("ㅖ"));
  CHECK_FALSE(is_jamo("한"));
  CHECK_FALSE(is_jamo("a"));
  CHECK_FALSE(is_jamo(""));
}

TEST_CASE("nothing makes nothing") {
  CHECK(made("") == "||");
}
