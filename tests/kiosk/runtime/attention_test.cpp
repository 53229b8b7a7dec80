// Where the focus stands from one scene to the next, and when a scan steps.
#include "app/kiosk/runtime/attention.h"

#include <catch2/catch.hpp>

namespace farewell::kiosk {
namespace {

/// So many targets in a row.
Scene row_of(int count) {
  Scene scene;
  for (int i = 0; i < count; ++i)
    scene.targets.push_back(
        {{static_cast<float>(100 * i), 0, 80, 80}, SheetClosed{}, std::to_string(i), 0, 0});
  return scene;
}

TEST_CASE("the focus keeps its place in a scene made anew, and starts in the middle of another") {
  Attention attention;
  attention.follow(row_of(5), "change/");
  attention.take(Key::right, row_of(5));
  attention.take(Key::right, row_of(5));
  CHECK(attention.ring(row_of(5))->target == 3);
  attention.follow(row_of(5), "change/");
  CHECK(attention.ring(row_of(5))->target == 3);
  attention.follow(row_of(3), "recovery/");
  CHECK(attention.ring(row_of(3))->target == 1);
}

TEST_CASE("back from what lay over the screen, the focus stands where it stood") {
  Attention attention;
  attention.follow(row_of(5), "change/");
  attention.take(Key::right, row_of(5));
  attention.take(Key::right, row_of(5));
  attention.follow(row_of(2), "change/idle");
  attention.follow(row_of(5), "change/");
  CHECK(attention.ring(row_of(5))->target == 3);
  attention.forget();
  attention.follow(row_of(5), "change/");
  attention.take(Key::right, row_of(5));
  CHECK(attention.ring(row_of(5))->target == 2);
}

TEST_CASE("when there are fewer targets the focus goes to the nearest") {
  Attention attention;
  attention.follow(row_of(5), "words/");
  for (int i = 0; i < 4; ++i) attention.take(Key::right, row_of(5));
  attention.follow(row_of(3), "words/");
  CHECK(attention.ring(row_of(3))->target == 2);
}

TEST_CASE("a scan steps each time it is due, and not before") {
  Attention attention;
  attention.follow(row_of(3), "change/");
  attention.scan(true, 1'000, 1'500);
  CHECK(attention.due_ms() == 2'500);
  CHECK_FALSE(attention.pass_time(row_of(3), 2'499, false));
  CHECK(attention.ring(row_of(3))->target == 0);
  CHECK(attention.pass_time(row_of(3), 2'500, false));
  CHECK(attention.ring(row_of(3))->target == 1);
  CHECK(attention.due_ms() == 4'000);
}

TEST_CASE("a scan waits for what is being said") {
  Attention attention;
  attention.follow(row_of(3), "change/");
  attention.scan(true, 1'000, 1'500);
  CHECK_FALSE(attention.pass_time(row_of(3), 2'500, true));
  CHECK(attention.on(row_of(3)) == std::vector<std::size_t>{0});
  CHECK(attention.due_ms() == 4'000);
}

TEST_CASE("a switch that bounces is one press") {
  Attention attention;
  attention.follow(row_of(3), "change/");
  attention.scan(true, 0, 1'500);
  CHECK(attention.press_switch(row_of(3), 1'000) == 0U);
  CHECK_FALSE(attention.press_switch(row_of(3), 1'050));
  CHECK(attention.press_switch(row_of(3), 1'400) == 0U);
}

TEST_CASE("nothing is due and nothing shows without a key or a switch") {
  Attention attention;
  attention.follow(row_of(3), "change/");
  CHECK_FALSE(attention.due_ms());
  CHECK_FALSE(attention.ring(row_of(3)));
  CHECK_FALSE(attention.take(Key::other, row_of(3)));
  CHECK_FALSE(attention.ring(row_of(3)));
}

}  // namespace
}  // namespace farewell::kiosk
