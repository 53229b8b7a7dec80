#include "core/base/ids.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <set>
#include <string>

using namespace farewell;

TEST_CASE("a version 4 UUID says so in its thirteenth digit and its variant in the seventeenth") {
  const std::string id = new_uuid_v4();
  REQUIRE(is_uuid(id));
  CHECK(id[14] == '4');
  CHECK(std::string("89ab").find(id[19]) != std::string::npos);
}

TEST_CASE("a version 7 UUID begins with its 48 bits of milliseconds") {
  // The instant of RFC 9562's example, appendix A.6.
  const std::string id = new_uuid_v7(0x017F22E279B0);
  REQUIRE(is_uuid(id));
  CHECK(id.substr(0, 15) == "017f22e2-79b0-7");
  CHECK(std::string("89ab").find(id[19]) != std::string::npos);
}

TEST_CASE("version 7 UUIDs of later milliseconds sort later") {
  CHECK(new_uuid_v7(1'795'276'800'000) < new_uuid_v7(1'795'276'800'001));
}

TEST_CASE("a thousand UUIDs of one millisecond all differ") {
  std::set<std::string> ids;
  for (int i = 0; i < 1000; ++i) ids.insert(new_uuid_v7(1'795'276'800'000));
  CHECK(ids.size() == 1000);
}

TEST_CASE("a UUID in the wrong shape is none") {
  const std::string good = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";
  REQUIRE(is_uuid(good));
  const auto bad = GENERATE(as<std::string>{}, "", "017f22e2-79b0-7cc3-98c4-dc0c0c07398",
                            "017f22e2-79b0-7cc3-98c4-dc0c0c07398f0", "017F22E2-79B0-7CC3-98C4-DC0C0C07398F",
                            "017f22e279b0-7cc3-98c4-dc0c0c07398f00", "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
                            "017f22e2-79b0-7cc3-98c4+dc0c0c07398f", "{017f22e2-79b0-7cc3-98c4-dc0c0c07398}");
  CHECK_FALSE(is_uuid(bad));
}

TEST_CASE("random bytes fill the whole of a large buffer") {
  std::array<std::uint8_t, 100'000> bytes{};
  fill_random(bytes);
  std::array<int, 256> counts{};
  for (const auto byte : bytes) ++counts[byte];
  // Each value is expected 390 times, give or take 20.
  CHECK(*std::min_element(counts.begin(), counts.end()) > 250);
  CHECK(*std::max_element(counts.begin(), counts.end()) < 550);
}

TEST_CASE("hexadecimal is lower case, two digits a byte") {
  CHECK(to_hex(std::array<std::uint8_t, 4>{0x00, 0x0F, 0xA5, 0xFF}) == "000fa5ff");
  CHECK(to_hex({}).empty());
}
