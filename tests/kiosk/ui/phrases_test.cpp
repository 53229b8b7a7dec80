// Where lines of Japanese and Korean end.
#include "app/kiosk/ui/phrases.h"

#include <catch2/catch.hpp>

#include "app/kiosk/ui/type.h"

using namespace farewell::kiosk;

namespace {

/// So many lines in a column so wide.
int lines(const std::string& text, const std::string& language, float width) {
  static Type type;
  TextRequest request;
  request.text = kept_together(text, language);
  request.style.family = "Lato";
  request.style.px = 40;
  request.width = width;
  request.max_lines = 9;
  request.language = language;
  return type.measure(request).lines;
}

}  // namespace

TEST_CASE("Korean is joined within words, and its words stay apart") {
  CHECK(kept_together("또 오세요.", "ko") == "또 오\u2060세\u2060요\u2060.");
}

TEST_CASE("a text that says where it may be broken is joined everywhere else") {
  CHECK(kept_together("また\u200B来てね", "ja") == "ま\u2060た\u200B来\u2060て\u2060ね");
}

TEST_CASE("a text that does not say so is left as it is") {
  CHECK(kept_together("また来てね", "ja") == "また来てね");
  CHECK(kept_together("谢谢光临", "zh-Hans") == "谢谢光临");
  CHECK(kept_together("ขอบคุณ", "th") == "ขอบคุณ");
}

TEST_CASE("a shop's line beside one of ours is left as it is") {
  CHECK(kept_together("また\u200B来てね\n二台", "ja") == "ま\u2060た\u200B来\u2060て\u2060ね\n二台");
  CHECK(kept_together("二台\nまた\u200B来てね", "ja") == "二台\nま\u2060た\u200B来\u2060て\u2060ね");
}

TEST_CASE("marks and joiners are not joined again") {
  CHECK(kept_together("か\u3099\u2060さ", "ko") == "か\u3099\u2060さ");
  CHECK(kept_together("", "ko").empty());
}

TEST_CASE("no line ends within a phrase") {
  // Five letters of 40 a line: the phrases are of three and four.
  CHECK(lines("ささや\u200Bかな贈物", "ja", 205) == 2);
  CHECK(lines("ささや\u200Bかな贈物", "ja", 305) == 1);
  CHECK(lines("감사합니다 또오세요", "ko", 240) == 2);
}
