// Whatever language Farewell ships, the fonts of its packages can write it.
#include <catch2/catch.hpp>
#include <string>

#include "app/kiosk/ui/type.h"
#include "core/base/assets.h"
#include "core/survey/language.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

bool can_be_written(Type& type, const std::string& text, const std::string& language) {
  for (const bool display : {true, false}) {
    TextRequest request;
    request.text = text;
    request.style = {display ? "Vollkorn" : "Lato", 500, 40, 1.25f, display};
    request.language = language;
    request.max_lines = 9;
    if (type.measure(request).missing_glyph) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("every text of every language has its glyphs, in headlines and in labels") {
  Type type;
  const auto languages = survey::load_languages(assets_folder() / "languages");
  REQUIRE(languages);
  for (const survey::Language& language : *languages) {
    INFO(language.tag);
    CHECK(can_be_written(type, language.endonym, language.tag));
    for (const auto& [key, text] : language.texts) {
      INFO(key);
      CHECK(can_be_written(type, text, language.tag));
    }
  }
}
