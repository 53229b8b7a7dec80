#include "app/kiosk/runtime/sealing.h"

#include <catch2/catch.hpp>

#include "core/base/base64.h"

namespace farewell::kiosk {

TEST_CASE("the same contact sealed twice looks different each time") {
  const wire::Key key{9};
  const auto first = seal_contact(key, visit::ContactBy::email, "kari@example.no");
  const auto second = seal_contact(key, visit::ContactBy::email, "kari@example.no");
  REQUIRE((first && second));
  CHECK(*first != *second);
  CHECK(first->find("kari") == std::string::npos);
}

TEST_CASE("a key that is none seals nothing") {
  const wire::Key all_zero{};
  CHECK_FALSE(seal_contact(all_zero, visit::ContactBy::phone, "91234567"));
}

}  // namespace farewell::kiosk
