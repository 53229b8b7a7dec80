// What moves, for how long, and that it then stops: between two causes no picture is asked for.
#include <catch2/catch.hpp>

#include "app/kiosk/render/examples.h"
#include "app/kiosk/ui/canvas.h"
#include "app/kiosk/ui/painter.h"
#include "core/base/assets.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

constexpr std::int64_t kNowMs = 1'000'000;

/// A scene of one tile and its target on a small canvas, drawn as often as asked.
struct Easel {
  explicit Easel(Motion motion) : painter(canvas().renderer(), assets_folder(), type(), motion) {
    scene.elements.push_back(Box{{20, 20, 120, 60}, Shape::tile});
    scene.targets.push_back({{20, 20, 120, 60}, SheetClosed{}, "a tile", 0, 1});
  }

  static const Canvas& canvas() {
    static const auto made = Canvas::make(320, 200);
    REQUIRE(made);
    return *made;
  }
  static Type& type() {
    static Type made;
    return made;
  }
  static const Theme& theme() {
    static const auto made = load_theme(assets_folder(), Mood::day);
    REQUIRE(made);
    return *made;
  }

  /// True if another picture is due.
  bool draw(const std::string& screen, std::int64_t after_ms, int pressed = -1) {
    return painter.draw({.scene = scene,
                         .theme = theme(),
                         .metrics = metrics,
                         .screen = screen,
                         .language = "en",
                         .pressed = pressed,
                         .now_ms = kNowMs + after_ms});
  }

  Metrics metrics{320, 200, .25f, 1.5f};
  Scene scene;
  Painter painter;
};

Scene goodbye_at(std::int64_t age_ms, Motion motion) {
  static const auto languages = survey::load_languages(assets_folder() / "languages");
  REQUIRE(languages);
  auto made = example("goodbye", "en");
  REQUIRE(made);
  made->state.screen_since_ms = kNowMs;
  const survey::Words words(made->survey, *languages, "en");
  const Metrics metrics = metrics_for(1280, 800);
  return goodbye({.state = made->state,
                  .survey = made->survey,
                  .words = words,
                  .languages = *languages,
                  .abilities = made->abilities,
                  .theme = Easel::theme(),
                  .metrics = metrics,
                  .type = Easel::type(),
                  .now_ms = kNowMs + age_ms,
                  .garden = made->garden,
                  .guest_number = made->guest_number,
                  .motion = motion});
}

Picture flower_at(std::int64_t age_ms, Motion motion) {
  for (const Element& element : goodbye_at(age_ms, motion).elements)
    if (const auto* picture = std::get_if<Picture>(&element);
        picture && picture->name.starts_with("flowers/"))
      return *picture;
  FAIL("no flower stands there");
  return {};
}

std::optional<Picture> picture_at(const std::string& name, std::int64_t age_ms) {
  for (const Element& element : goodbye_at(age_ms, Motion::full).elements)
    if (const auto* picture = std::get_if<Picture>(&element); picture && picture->name == name)
      return *picture;
  return std::nullopt;
}

}  // namespace

TEST_CASE("a screen that stands asks for no further picture") {
  Easel easel(Motion::full);
  CHECK_FALSE(easel.draw("welcome", 0));
  CHECK_FALSE(easel.draw("welcome", 60'000));
}

TEST_CASE("another screen moves in for 260 ms, and then stands") {
  Easel easel(Motion::full);
  easel.draw("welcome", 0);
  CHECK(easel.draw("change", 1000));
  CHECK(easel.draw("change", 1200));
  CHECK_FALSE(easel.draw("change", 1261));
}

TEST_CASE("with reduced motion it fades in for 150 ms") {
  Easel easel(Motion::reduced);
  easel.draw("welcome", 0);
  CHECK(easel.draw("change", 1000));
  CHECK_FALSE(easel.draw("change", 1151));
}

TEST_CASE("a pressed tile sinks for 80 ms") {
  Easel easel(Motion::full);
  easel.draw("welcome", 0);
  CHECK(easel.draw("welcome", 1000, 0));
  CHECK_FALSE(easel.draw("welcome", 1081, 0));
}

TEST_CASE("with reduced motion a pressed tile is down at once") {
  Easel easel(Motion::reduced);
  easel.draw("welcome", 0);
  CHECK_FALSE(easel.draw("welcome", 1000, 0));
}

TEST_CASE("a guest's flower grows, opens a little too far, and stands when Goodbye has settled") {
  CHECK(flower_at(0, Motion::full).rise == 0);
  CHECK(flower_at(450, Motion::full).rise < 1);
  CHECK(flower_at(1200, Motion::full).rise == Approx(1.06f));
  CHECK(flower_at(1501, Motion::full).rise == Approx(1));
}

TEST_CASE("the bee comes from afar when the flower has opened, arrives with its trail, and stays") {
  CHECK_FALSE(picture_at("parts/bee", 1500));
  const auto begins = picture_at("parts/bee", 1501), arrived = picture_at("parts/bee", 3300);
  REQUIRE((begins && arrived));
  CHECK(begins->rect.x < arrived->rect.x - 150);
  CHECK(arrived->rect == picture_at("parts/bee", 9000)->rect);
  CHECK(picture_at("parts/bee-trail", 1600)->alpha < .1f);
  CHECK(picture_at("parts/bee-trail", 3300)->alpha == 1);
}

TEST_CASE("the flower's sign comes up in 300 ms") {
  CHECK(picture_at("parts/plant-label", 1650)->rise == Approx(.5f));
  CHECK(picture_at("parts/plant-label", 1800)->rise == 1);
}

TEST_CASE("with reduced motion a guest's flower stands at once, and nothing moves") {
  CHECK(flower_at(0, Motion::reduced).rise == 1);
  CHECK(goodbye_at(0, Motion::reduced).moving_until_ms == 0);
  CHECK(goodbye_at(0, Motion::full).moving_until_ms > 0);
}

TEST_CASE("what grows in a scene moves for as long as the scene says") {
  Easel easel(Motion::full);
  easel.draw("goodbye", 0);
  easel.scene.moving_until_ms = kNowMs + 2200;
  CHECK(easel.draw("goodbye", 2199));
  CHECK_FALSE(easel.draw("goodbye", 2200));
}
