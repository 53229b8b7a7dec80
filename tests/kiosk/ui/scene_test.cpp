#include "app/kiosk/ui/scene.h"

#include <catch2/catch.hpp>

using namespace farewell::kiosk;

namespace {

Scene thanks() {
  Box tile;
  tile.rect = {10, 10, 200, 100};
  Text words;
  words.rect = {20, 20, 180, 40};
  words.text = "Thank you";
  Picture face;
  face.name = "faces/face-4";
  Scene scene;
  scene.elements = {tile, words, face};
  return scene;
}

}  // namespace

TEST_CASE("a scene made anew without a change looks as before") {
  CHECK(thanks().looks_like(thanks()));
}

TEST_CASE("another word, flower or ring makes another picture") {
  Scene other = thanks();
  std::get<Text>(other.elements[1]).text = "Thanks";
  CHECK_FALSE(thanks().looks_like(other));
  other = thanks();
  other.background.flowers.push_back(7);
  CHECK_FALSE(thanks().looks_like(other));
  other = thanks();
  other.ring = Ring{};
  CHECK_FALSE(thanks().looks_like(other));
}

TEST_CASE("what a touch would mean is not part of the picture") {
  Scene other = thanks();
  other.targets.emplace_back();
  CHECK(thanks().looks_like(other));
}
