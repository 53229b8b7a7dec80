#include "app/kiosk/sound/voices.h"

#include <catch2/catch.hpp>

using namespace farewell::kiosk;

TEST_CASE("Mandarin is spoken by the voice that knows pinyin") {
  CHECK(voice_for("zh-Hans")->name == "cmn-latn-pinyin");
}

TEST_CASE("Japanese is put in kana first") {
  CHECK(voice_for("ja") == Voice{"ja", Reading::kana});
}

TEST_CASE("a region has its own voice where there is one, else the language's") {
  CHECK(voice_for("pt-BR")->name == "pt-br");
  CHECK(voice_for("pt-PT")->name == "pt");
  CHECK(voice_for("de-AT")->name == "de");
}

TEST_CASE("a tag is not taken for one that it begins like") {
  CHECK_FALSE(voice_for("dan"));
  CHECK_FALSE(voice_for("nbx"));
}

TEST_CASE("Thai and Hebrew have no voice that a listener would understand") {
  CHECK_FALSE(voice_for("th"));
  CHECK_FALSE(voice_for("he"));
}
