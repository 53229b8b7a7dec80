#include "core/base/clock.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <string>

#include "core/base/ids.h"
#include "tests/support/manual_clock.h"

using namespace farewell;

TEST_CASE("the wall clock counts milliseconds since 1970") {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto now_ms = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
  CHECK(std::abs(SystemClock().utc_ms() - now_ms) < 60'000);
}

TEST_CASE("the monotonic clock never goes back") {
  const SystemClock clock;
  std::int64_t before = clock.monotonic_ms();
  for (int i = 0; i < 1000; ++i) {
    const std::int64_t now = clock.monotonic_ms();
    REQUIRE(now >= before);
    before = now;
  }
}

TEST_CASE("a boot has a UUID, the same each time it is asked") {
  const std::string id = boot_id();
  CHECK((id.empty() || is_uuid(id)));
  CHECK(id == boot_id());
}

TEST_CASE("a manual clock's wall time can jump while its monotonic time stands") {
  testing::ManualClock clock;
  const std::int64_t monotonic = clock.monotonic_ms();
  clock.set_utc_ms(0);
  CHECK(clock.utc_ms() == 0);
  CHECK(clock.monotonic_ms() == monotonic);
  clock.tick(5);
  CHECK(clock.utc_ms() == 5);
  CHECK(clock.monotonic_ms() == monotonic + 5);
}
