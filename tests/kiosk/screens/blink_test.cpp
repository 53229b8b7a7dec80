// Which face blinks, and when.
#include "app/kiosk/screens/blink.h"

#include <set>

#include "app/kiosk/ui/art.h"
#include "stage.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

constexpr std::int64_t kShutMs = kBlinkEveryMs - kBlinkMs / 2;

Scene welcome_at(std::int64_t now_ms) {
  Stage stage;
  stage.state.visit.reset();
  stage.now_ms = now_ms;
  return stage.scene(visit::Screen::welcome);
}

int shut_faces(const Scene& scene) {
  int found = 0;
  for (const Element& element : scene.elements)
    if (const auto* picture = std::get_if<Picture>(&element)) found += picture->name.ends_with(kEyesShut);
  return found;
}

}  // namespace

TEST_CASE("every twelve seconds one face shuts its eyes for a moment") {
  CHECK(shut_faces(welcome_at(0)) == 0);
  CHECK(shut_faces(welcome_at(kShutMs)) == 1);
  CHECK(shut_faces(welcome_at(kBlinkEveryMs)) == 0);
}

TEST_CASE("each face blinks but the last one, whose eyes are arcs") {
  std::set<int> blinked;
  for (int turn = 0; turn < 100; ++turn) blinked.insert(blinking_face(kShutMs + turn * kBlinkEveryMs, 5));
  CHECK(blinked == std::set{1, 2, 3, 4});
}

TEST_CASE("who waits until it is due sees every blink begin and end") {
  CHECK(next_blink_ms(0) == kBlinkEveryMs - kBlinkMs);
  CHECK(next_blink_ms(kBlinkEveryMs - kBlinkMs) == kBlinkEveryMs);
  CHECK(next_blink_ms(kBlinkEveryMs) == 2 * kBlinkEveryMs - kBlinkMs);
}

TEST_CASE("nobody blinks at a guest who has answered") {
  Stage stage;
  stage.now_ms = kShutMs;
  CHECK(shut_faces(stage.scene(visit::Screen::welcome)) == 0);
}

TEST_CASE("nobody blinks behind a sheet") {
  Stage stage;
  stage.state.visit.reset();
  stage.now_ms = kShutMs;
  stage.sheet = "easier";
  CHECK(shut_faces(stage.scene(visit::Screen::welcome)) == 0);
}

TEST_CASE("a face with its eyes shut is another picture, in every light") {
  for (const Mood mood : {Mood::day, Mood::dusk, Mood::night, Mood::contrast}) {
    for (const int face : {1, 2, 3, 4}) {
      const auto picture = [&](const std::string& name) {
        const auto drawing = Drawing::load(assets_folder(), name, theme_of(mood));
        REQUIRE(drawing);
        const Surface surface = new_surface(200, 200);
        drawing->paint(new_cairo(surface), 0, 0, 200, 200);
        return to_pixels(surface).argb;
      };
      const std::string name = "faces/face-" + std::to_string(face);
      CHECK((picture(name) != picture(name + std::string(kEyesShut))));
    }
  }
}
