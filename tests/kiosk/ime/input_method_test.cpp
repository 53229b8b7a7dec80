// The real libraries with Debian's dictionaries.
#include "app/kiosk/ime/input_method.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

using namespace farewell;
using namespace farewell::kiosk;

namespace {

InputMethod& method(const std::string& language) {
  static const auto pinyin = open_input_method("zh");
  static const auto kana = open_input_method("ja");
  const auto& opened = language == "zh" ? pinyin : kana;
  REQUIRE(opened);
  return **opened;
}

/// Where `text` is among the candidates that stand for `covers` bytes; the number of candidates if it is not.
std::size_t place_of(const std::vector<Candidate>& candidates, const std::string& text, std::size_t covers) {
  const auto found = std::ranges::find(candidates, Candidate{visit::PrivateText(text), covers});
  return static_cast<std::size_t>(found - candidates.begin());
}

}  // namespace

TEST_CASE("nihao becomes 你好 before anything else") {
  CHECK(place_of(method("zh").candidates("nihao"), "你好", 5) == 0);
}

TEST_CASE("a whole sentence of pinyin becomes one") {
  CHECK(place_of(method("zh").candidates("fuwuhenhao"), "服务很好", 10) == 0);
}

TEST_CASE("a candidate may stand for the first syllables only") {
  const auto candidates = method("zh").candidates("fuwuhenhao");
  CHECK(place_of(candidates, "服务", 4) < 8);
}

TEST_CASE("an apostrophe parts syllables") {
  CHECK(place_of(method("zh").candidates("xi'an"), "西安", 5) < 4);
}

TEST_CASE("kana become kanji") {
  CHECK(place_of(method("ja").candidates("にほんご"), "日本語", 12) < 4);
  CHECK(place_of(method("ja").candidates("わたしはにほんごをはなします"), "私は日本語を話します", 42) == 0);
}

TEST_CASE("the first phrase of several can be chosen alone") {
  const auto candidates = method("ja").candidates("わたしはにほんごをはなします");
  CHECK(place_of(candidates, "渡しは", 12) < candidates.size());
}

TEST_CASE("kana may also stay kana, or become the other ones") {
  const auto candidates = method("ja").candidates("れじ");
  CHECK(place_of(candidates, "れじ", 6) < candidates.size());
  CHECK(place_of(candidates, "レジ", 6) < candidates.size());
}

TEST_CASE("the first candidate stands for all the letters, and none for more of them") {
  for (const auto& [language, letters] : std::vector<std::pair<std::string, std::string>>{{"zh", "n"},
                                                                                          {"zh", "zhonggguo"},
                                                                                          {"zh", "nihaoxyz"},
                                                                                          {"ja", "ん"},
                                                                                          {"ja", "ーーあ"},
                                                                                          {"ja", "ぁ"}}) {
    INFO(language << " " << letters);
    const auto candidates = method(language).candidates(letters);
    REQUIRE_FALSE(candidates.empty());
    CHECK(candidates.size() <= kMostCandidates);
    CHECK(candidates.front().covers == letters.size());
    for (const Candidate& candidate : candidates) {
      CHECK(candidate.covers <= letters.size());
      CHECK_FALSE(candidate.text.empty());
    }
  }
}

TEST_CASE("letters that are not its own have no candidates") {
  for (const char* letters : {"", "A", "n1", "你", "é", "ni hao"})
    CHECK(method("zh").candidates(letters).empty());
  for (const char* letters : {"", "a", "カ", "漢", "あ。", "か゛"})
    CHECK(method("ja").candidates(letters).empty());
  CHECK(method("zh").candidates(std::string(kMostComposedBytes + 1, 'a')).empty());
}

TEST_CASE("nothing is learnt from one customer to the next") {
  const auto before = method("zh").candidates("women");
  for (int i = 0; i < 50; ++i) method("zh").candidates("womenmen");
  CHECK(method("zh").candidates("women") == before);
  const auto kana = method("ja").candidates("はし");
  for (int i = 0; i < 50; ++i) method("ja").candidates("はしをわたる");
  CHECK(method("ja").candidates("はし") == kana);
}

TEST_CASE("no other language has an input method") {
  const auto none = open_input_method("en");
  REQUIRE_FALSE(none);
  CHECK(none.error().code == ErrorCode::not_found);
}
