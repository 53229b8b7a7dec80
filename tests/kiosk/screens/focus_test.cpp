// Where a key takes the focus, and what one switch rests on.
#include "app/kiosk/screens/focus.h"

#include <catch2/catch.hpp>
#include <set>

#include "app/kiosk/screens/scan.h"
#include "tests/kiosk/screens/stage.h"

using namespace farewell;
using namespace farewell::kiosk;

namespace {

const std::string& label(const Scene& scene, std::size_t target) {
  return scene.targets[target].label;
}

std::size_t place(const Scene& scene, const std::string& called) {
  for (std::size_t i = 0; i < scene.targets.size(); ++i)
    if (scene.targets[i].label == called) return i;
  FAIL("no target is called " << called);
  return 0;
}

std::string moved(const Scene& scene, const std::string& from, Way way) {
  return label(scene, focus_moved(scene, place(scene, from), way));
}

Scene welcome_scene(const std::string& language = "en") {
  Stage stage;
  stage.state.visit.reset();
  stage.language = language;
  return stage.scene(visit::Screen::welcome);
}

}  // namespace

TEST_CASE("the focus starts in the middle") {
  const Scene scene = welcome_scene();
  CHECK(label(scene, *focus_at_first(scene)) == "Okay");
}

TEST_CASE("the focus goes along the faces and stays at the last: it never wraps") {
  const Scene scene = welcome_scene();
  CHECK(moved(scene, "Okay", Way::right) == "Good");
  CHECK(moved(scene, "Good", Way::right) == "Lovely");
  CHECK(moved(scene, "Lovely", Way::right) == "Lovely");
  CHECK(moved(scene, "Bad", Way::left) == "Bad");
}

TEST_CASE("down from the faces are the buttons, and up again the faces") {
  const Scene scene = welcome_scene();
  CHECK(moved(scene, "Bad", Way::down) == "Make this easier");
  CHECK(moved(scene, "Make this easier", Way::down) == "Make this easier");
  CHECK(moved(scene, "Make this easier", Way::up) == "Bad");
}

TEST_CASE("an arrow goes where it points in right-to-left languages too, and Tab along the reading") {
  const Scene scene = welcome_scene("ar");
  const std::size_t middle = *focus_at_first(scene);
  const std::size_t left = focus_moved(scene, middle, Way::left);
  CHECK(scene.targets[left].rect.x < scene.targets[middle].rect.x);
  CHECK(focus_moved(scene, middle, Way::next) == left);
  CHECK(focus_moved(scene, left, Way::previous) == middle);
}

TEST_CASE("keys of the keyboard are met row by row") {
  Stage stage;
  const Scene scene = stage.scene(visit::Screen::words);
  CHECK(moved(scene, "G", Way::up) == "T");
  CHECK(moved(scene, "G", Way::right) == "H");
  CHECK(moved(scene, "G", Way::down) == "V");
}

TEST_CASE("Escape is Back, or closes the sheet, and on Welcome nothing") {
  Stage stage;
  const Scene change = stage.scene(visit::Screen::change);
  CHECK(label(change, *way_back(change)) == "Back");
  stage.sheet = "languages";
  const Scene sheet = stage.scene(visit::Screen::change);
  CHECK(std::holds_alternative<SheetClosed>(sheet.targets[*way_back(sheet)].intent));
  CHECK_FALSE(way_back(welcome_scene()));
}

TEST_CASE("the ring goes around the tile, and fills a face, which has none") {
  const Scene scene = welcome_scene();
  const Ring face = ring_around(scene, place(scene, "Okay"));
  CHECK(face.filled_before == scene.targets[place(scene, "Okay")].element_from);
  const Ring pill = ring_around(scene, place(scene, "Make this easier"));
  CHECK(pill.filled_before == -1);
  CHECK(pill.radius == 59);
}

TEST_CASE("a scan goes through a few targets one by one, in reading order, and begins anew") {
  Stage stage;
  stage.state.idle_warning = true;
  const Scene scene = stage.scene(visit::Screen::change);
  Scan scan;
  CHECK(label(scene, *scan_taken(scene, scan)) == "More time");
  scan = scan_stepped(scene, scan);
  CHECK(label(scene, *scan_taken(scene, scan)) == "I’m done");
  CHECK(scan_stepped(scene, scan) == Scan{});
}

TEST_CASE("a scan goes through a keyboard by rows, then by the keys of the row taken") {
  Stage stage;
  const Scene scene = stage.scene(visit::Screen::words);
  Scan scan;
  CHECK(label(scene, *scan_taken(scene, scan)) == "Back");  // a row of one is taken at once
  scan = scan_stepped(scene, scan);
  CHECK(scan_ring(scene, scan)->target == -1);
  CHECK_FALSE(scan_taken(scene, scan));
  CHECK(label(scene, *scan_taken(scene, scan)) == "Q");
  scan = scan_stepped(scene, scan);
  CHECK(label(scene, *scan_taken(scene, scan)) == "W");
}

TEST_CASE("a row from which nothing was taken gives way to the next row") {
  Stage stage;
  const Scene scene = stage.scene(visit::Screen::words);
  Scan scan{1, 9};
  scan = scan_stepped(scene, scan);
  CHECK(scan == Scan{std::nullopt, 2});
}

TEST_CASE("the focus reaches what a letter offers, and nothing that lies under it") {
  Stage stage;
  stage.type_a_french_c();
  const Scene scene = stage.scene(visit::Screen::words);
  std::set<std::string> reached;
  for (const auto& row : focus_rows(scene))
    for (const std::size_t target : row) reached.insert(label(scene, target));
  CHECK(reached.contains("ç"));
  CHECK(reached.contains("v"));
  CHECK_FALSE(reached.contains("d"));
}
