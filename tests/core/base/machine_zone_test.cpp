#include "core/base/machine_zone.h"

#include <stdlib.h>

#include <catch2/catch.hpp>

namespace farewell {

TEST_CASE("TZ names the machine's zone before anything else, with or without its colon") {
  for (const char* set : {"Europe/Oslo", ":Europe/Oslo"}) {
    setenv("TZ", set, 1);
    CHECK(machine_zone_name() == "Europe/Oslo");
  }
  unsetenv("TZ");
}

}  // namespace farewell
