#include "app/kiosk/runtime/local_zone.h"

#include <catch2/catch.hpp>

namespace farewell::kiosk {

TEST_CASE("a site's zone is used by its name") {
  CHECK(local_zone("Europe/Oslo").name() == "Europe/Oslo");
}

TEST_CASE("a zone that nobody knows still gives one to count days in") {
  CHECK_FALSE(local_zone("Atlantis/Harbour").name().empty());
}

}  // namespace farewell::kiosk
