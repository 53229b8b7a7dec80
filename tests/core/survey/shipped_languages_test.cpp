// The language files as they are shipped: complete, well-formed, in our voice.
#include <unicode/normalizer2.h>
#include <unicode/plurrule.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <memory>
#include <regex>
#include <set>
#include <string>

#include "core/base/assets.h"
#include "core/survey/language.h"
#include "core/survey/review.h"

using namespace farewell;
using namespace farewell::survey;

namespace {

std::vector<Language> shipped() {
  const auto languages = load_languages(farewell::assets_folder() / "languages");
  INFO((languages ? "" : languages.error().text()));
  REQUIRE(languages);
  return *languages;
}

const Language& english(const std::vector<Language>& languages) {
  for (const Language& language : languages) {
    if (language.tag == "en") return language;
  }
  throw std::runtime_error("there is no en.json");
}

/// The plurals that whole numbers up to a thousand take in the language.
std::set<std::string> plurals_of(const std::string& tag) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::PluralRules> rules(
      icu::PluralRules::forLocale(icu::Locale::forLanguageTag(tag, status), status));
  REQUIRE(U_SUCCESS(status));
  std::set<std::string> forms = {"other"};
  for (int n = 0; n <= 1000; ++n) {
    std::string form;
    forms.insert(rules->select(n).toUTF8String(form));
  }
  return forms;
}

std::set<std::string> keys(const Language& language) {
  std::set<std::string> keys;
  for (const auto& item : language.texts) keys.insert(item.first);
  return keys;
}

bool is_nfc(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFCInstance(status)->isNormalizedUTF8(text, status) && U_SUCCESS(status);
}

}  // namespace

TEST_CASE("every language has exactly the keys of English") {
  const auto languages = shipped();
  for (const Language& language : languages) {
    INFO(language.tag);
    CHECK(keys(language) == keys(english(languages)));
  }
}

TEST_CASE("every text has the holes of the English one") {
  const auto languages = shipped();
  for (const Language& language : languages) {
    for (const auto& [key, text] : language.texts) {
      INFO(language.tag << " " << key);
      CHECK(*holes(text) == *holes(english(languages).texts.at(key)));
    }
  }
}

TEST_CASE("every plural has a word for each of its language's forms, and for no other") {
  for (const Language& language : shipped()) {
    const std::set<std::string> forms = plurals_of(language.tag);
    for (const auto& [key, text] : language.texts) {
      INFO(language.tag << " " << key);
      for (const auto& [hole, found] : plural_forms(text)) CHECK(found == forms);
    }
  }
}

TEST_CASE("every text has the line breaks of the English one") {
  const auto languages = shipped();
  const auto lines = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
  for (const Language& language : languages) {
    for (const auto& [key, text] : language.texts) {
      INFO(language.tag << " " << key);
      CHECK(lines(text) == lines(english(languages).texts.at(key)));
    }
  }
}

TEST_CASE("no text exclaims") {
  for (const Language& language : shipped()) {
    for (const auto& [key, text] : language.texts) {
      INFO(language.tag << " " << key);
      for (const char* mark : {"!", "！", "¡"}) CHECK(text.find(mark) == std::string::npos);
    }
  }
}

TEST_CASE("every text is in Unicode's composed form, NFC") {
  for (const Language& language : shipped()) {
    CHECK(is_nfc(language.endonym));
    for (const auto& [key, text] : language.texts) {
      INFO(language.tag << " " << key);
      CHECK(is_nfc(text));
    }
  }
}

TEST_CASE("the shipped survey has every word in every language it offers") {
  const Review found = review(default_survey(), shipped());
  CHECK(found.wants.empty());
  CHECK(found.faults.empty());
}

TEST_CASE("the shipped survey offers every language that is shipped") {
  const auto offered = default_survey().languages;
  std::set<std::string> tags;
  for (const Language& language : shipped()) tags.insert(language.tag);
  CHECK(std::set<std::string>(offered.begin(), offered.end()) == tags);
}

TEST_CASE("every flower that is drawn has a name") {
  const auto languages = shipped();
  static const std::regex kFlower("flower-[0-9]+-([a-z-]+?)(-b)?\\.svg");
  int flowers = 0;
  for (const auto& entry : std::filesystem::directory_iterator(farewell::assets_folder() / "art/flowers")) {
    const std::string file = entry.path().filename().string();
    std::smatch match;
    INFO(file);
    REQUIRE(std::regex_match(file, match, kFlower));
    CHECK(english(languages).texts.count("flower." + match[1].str()) == 1);
    ++flowers;
  }
  CHECK(flowers == 24);
}
