// A shop's own theme over ours: assets/themes/README.md.
#include <catch2/catch.hpp>

#include "app/kiosk/ui/art.h"
#include "app/kiosk/ui/theme.h"
#include "core/base/assets.h"
#include "core/base/file.h"
#include "tests/support/temp_dir.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

struct Shop {
  explicit Shop(const std::string& json) { REQUIRE(write_file(dir / "theme.json", json)); }
  Result<Theme> theme(Mood mood = Mood::day) const { return load_theme(assets_folder(), mood, dir.path()); }
  farewell::testing::TempDir dir;
};

}  // namespace

TEST_CASE("a shop's name, colours and fonts replace ours, and what it does not say stays") {
  const Shop shop(R"({"name":"Marlow Lane","day":{"spruce":"#003366"},
    "fonts":{"display":{"family":"Amiri","weight":700}}})");
  const auto ours = load_theme(assets_folder(), Mood::day);
  const auto theme = shop.theme();
  REQUIRE(ours);
  REQUIRE(theme);
  CHECK(theme->shop == "Marlow Lane");
  CHECK((*theme)[Colour::spruce] == Rgb{0x00, 0x33, 0x66});
  CHECK((*theme)[Colour::ink] == (*ours)[Colour::ink]);
  CHECK((*theme)[Role::welcome].family == "Amiri");
  CHECK((*theme)[Role::welcome].weight == 700);
  CHECK((*theme)[Role::welcome].px == (*ours)[Role::welcome].px);
  CHECK((*theme)[Role::body].family == (*ours)[Role::body].family);
}

TEST_CASE("a colour for one light leaves the others alone") {
  const Shop shop(R"({"night":{"spruce":"#FFFFFF"}})");
  const auto ours = load_theme(assets_folder(), Mood::day);
  REQUIRE(shop.theme());
  REQUIRE(ours);
  CHECK((*shop.theme())[Colour::spruce] == (*ours)[Colour::spruce]);
  CHECK((*shop.theme(Mood::night))[Colour::spruce] == Rgb{0xFF, 0xFF, 0xFF});
}

TEST_CASE("two colours that cannot be told apart are refused with the figures") {
  const auto theme = Shop(R"({"day":{"ink":"#7A7A7A"}})").theme();
  REQUIRE_FALSE(theme);
  CHECK(theme.error().code == ErrorCode::invalid);
  CHECK_THAT(theme.error().text(),
             Catch::Contains("theme.json, day: ink on paper is 3.8:1; 4.5:1 is needed; darken ink"));
}

TEST_CASE("what nobody knows in a shop's theme is refused with its line") {
  for (const std::string wrong : {R"({"logo":"a.svg"})", R"({"day":{"inkk":"#000000"}})", R"({"dawn":{}})",
                                  R"({"fonts":{"title":{"family":"Lato"}}})", R"({"day":{"ink":"black"}})"}) {
    INFO(wrong);
    const auto theme = Shop(wrong).theme();
    REQUIRE_FALSE(theme);
    CHECK_THAT(theme.error().text(), Catch::Contains("theme.json:1"));
  }
}

TEST_CASE("a shop's pictures are looked for before ours") {
  const Shop shop("{}");
  std::filesystem::create_directories(shop.dir / "art/parts");
  REQUIRE(write_file(
      shop.dir / "art/parts/mark.svg",
      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"><rect width="10" height="10" fill="#FF0000"/></svg>)"));
  const auto theme = shop.theme();
  REQUIRE(theme);
  const auto logo = Drawing::load(assets_folder(), "parts/mark", *theme, Colour::ink);
  REQUIRE(logo);
  const Surface surface = new_surface(10, 10);
  logo->paint(new_cairo(surface), 0, 0, 10, 10);
  CHECK(to_pixels(surface).argb[55] == 0xFFFF0000u);
  CHECK(Drawing::load(assets_folder(), "parts/bee", *theme, Colour::ink));
}

TEST_CASE("our own themes pass what a shop's must") {
  for (const Mood mood : kMoods)
    for (const Season season : {Season::flowering, Season::winter}) {
      const auto theme = load_theme(assets_folder(), mood, {}, season);
      REQUIRE(theme);
      const Status status = check_contrasts(*theme);
      INFO(to_text(mood) << (status ? "" : status.error().text()));
      CHECK(status);
    }
}

TEST_CASE("white on black is 21:1, and the order makes no difference") {
  CHECK(contrast({0, 0, 0}, {255, 255, 255}) == Approx(21));
  CHECK(contrast({255, 255, 255}, {0, 0, 0}) == Approx(21));
  CHECK(contrast({0x1B, 0x2E, 0x29}, {0xF6, 0xF1, 0xE5}) == Approx(12.68).epsilon(.002));
}
