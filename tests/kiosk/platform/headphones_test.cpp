#include "app/kiosk/platform/headphones.h"

#include <linux/input.h>

#include <array>
#include <catch2/catch.hpp>

#include "tests/support/temp_dir.h"

using namespace farewell::kiosk;

namespace {

input_event event(std::uint16_t type, std::uint16_t code, std::int32_t value) {
  input_event made{};
  made.type = type;
  made.code = code;
  made.value = value;
  return made;
}

}  // namespace

TEST_CASE("the headphone switch says in and out") {
  CHECK(plugged_in(std::array{event(EV_SW, SW_HEADPHONE_INSERT, 1), event(EV_SYN, 0, 0)}) == true);
  CHECK(plugged_in(std::array{event(EV_SW, SW_HEADPHONE_INSERT, 0), event(EV_SYN, 0, 0)}) == false);
}

TEST_CASE("of a plug that bounces, the last turn counts") {
  CHECK(plugged_in(std::array{event(EV_SW, SW_HEADPHONE_INSERT, 1), event(EV_SW, SW_HEADPHONE_INSERT, 0),
                              event(EV_SW, SW_HEADPHONE_INSERT, 1)}) == true);
}

TEST_CASE("other switches and keys are not headphones") {
  CHECK_FALSE(plugged_in(std::array{event(EV_SW, SW_LID, 1), event(EV_KEY, KEY_F1, 1)}).has_value());
}

TEST_CASE("where no device may be read, headphones are never plugged in, and the end is not waited for") {
  const farewell::testing::TempDir dir;
  bool turned = false;
  {
    const Headphones headphones([&](bool) { turned = true; }, dir / "nothing here");
  }
  CHECK_FALSE(turned);
}
