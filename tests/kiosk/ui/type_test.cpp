#include "app/kiosk/ui/type.h"

#include <catch2/catch.hpp>

using namespace farewell::kiosk;

namespace {

Type& type() {
  static Type made;
  return made;
}

TextRequest lato(const std::string& text) {
  TextRequest request;
  request.text = text;
  request.style = {"Lato", 500, 40, 1.25f};
  request.language = "en";
  return request;
}

}  // namespace

TEST_CASE("a text too wide for its one line overflows") {
  TextRequest request = lato("Is there one thing we could change?");
  CHECK_FALSE(type().measure(request).overflows);
  request.width = 200;
  CHECK(type().measure(request).overflows);
}

TEST_CASE("a line is as high as the design says, whatever fonts stand in") {
  TextRequest request = lato("日本語");
  request.language = "ja";
  CHECK(type().measure(request).height == Approx(50));
}

TEST_CASE("a private-use character has no glyph") {
  CHECK(type().measure(lato("\xEE\x80\x80")).missing_glyph);
  CHECK_FALSE(type().measure(lato("Takk")).missing_glyph);
}

TEST_CASE("right to left, the start is at the right") {
  TextRequest request = lato("شكرا");
  request.language = "ar";
  request.width = 600;
  request.align = -1;
  request.right_to_left = true;
  CHECK(type().draw(request).left > 300);
}
