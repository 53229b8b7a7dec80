#include "core/survey/tag.h"

#include <catch2/catch.hpp>
#include <string>

using namespace farewell::survey;

TEST_CASE("a language, a script and a region make a tag") {
  CHECK(is_language_tag("en"));
  CHECK(is_language_tag("fil"));
  CHECK(is_language_tag("zh-Hans"));
  CHECK(is_language_tag("de-CH"));
  CHECK(is_language_tag("es-419"));
  CHECK(is_language_tag("zh-Hant-TW"));
}

TEST_CASE("anything else is no tag") {
  const auto text = GENERATE(as<std::string>{}, "", "e", "english", "EN", "en-", "-en", "en--GB", "en-gb",
                             "zh-hans", "zh-TW-Hant", "de-CH-AT", "de-CH-1996", "en_GB", "../en", "en-GB ");
  CHECK_FALSE(is_language_tag(text));
}

TEST_CASE("a tag is shortened from its end until nothing is left") {
  CHECK(shorter_tag("zh-Hant-TW") == "zh-Hant");
  CHECK(shorter_tag("zh-Hant") == "zh");
  CHECK(shorter_tag("zh").empty());
}

TEST_CASE("a tag of another habit is the one under which Farewell has the language") {
  CHECK(preferred_tag("no") == "nb");
  CHECK(preferred_tag("no-NO") == "nb");
  CHECK(preferred_tag("iw") == "he");
  CHECK(preferred_tag("zh") == "zh-Hans");
  CHECK(preferred_tag("zh-CN") == "zh-Hans");
  CHECK(preferred_tag("zh-SG") == "zh-Hans");
  CHECK(preferred_tag("zh-TW") == "zh-Hant");
  CHECK(preferred_tag("zh-HK") == "zh-Hant");
}

TEST_CASE("any other tag is its own") {
  const auto tag =
      GENERATE(as<std::string>{}, "en", "pt-BR", "nb-NO", "nn", "zh-Hans", "zh-Hans-CN", "zh-Hant-HK");
  CHECK(preferred_tag(tag) == tag);
}
