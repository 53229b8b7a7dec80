#include "core/base/base64.h"

#include <catch2/catch.hpp>
#include <string>

#include "core/base/ids.h"

using namespace farewell;

namespace {

std::vector<std::uint8_t> bytes(std::string_view text) {
  return {text.begin(), text.end()};
}

}  // namespace

TEST_CASE("base64 is as RFC 4648's test vectors say, both ways") {
  const auto [plain, coded] = GENERATE(table<std::string, std::string>({{"", ""},
                                                                        {"f", "Zg=="},
                                                                        {"fo", "Zm8="},
                                                                        {"foo", "Zm9v"},
                                                                        {"foob", "Zm9vYg=="},
                                                                        {"fooba", "Zm9vYmE="},
                                                                        {"foobar", "Zm9vYmFy"}}));
  CHECK(to_base64(bytes(plain)) == coded);
  const auto back = from_base64(coded);
  REQUIRE(back);
  CHECK(*back == bytes(plain));
}

TEST_CASE("base64url has its own two signs and no padding") {
  const std::vector<std::uint8_t> signs = {0xFB, 0xEF, 0xFF, 0xFE};
  CHECK(to_base64(signs) == "++///g==");
  CHECK(to_base64url(signs) == "--___g");
}

TEST_CASE("base64 that is not exactly so is refused") {
  const auto text = GENERATE(as<std::string>{}, "Zg", "Zg=", "Zg===", "Zh==", "Z", "Zm9v\n", " Zm9v", "Zm 9v",
                             "Zm9-", "Zm9vZg==Zm9v", "====");
  CHECK(from_base64(text).error().code == ErrorCode::invalid);
}

TEST_CASE("any bytes come back from base64") {
  for (std::size_t size = 0; size < 200; ++size) {
    std::vector<std::uint8_t> random(size);
    fill_random(random);
    const auto back = from_base64(to_base64(random));
    REQUIRE(back);
    REQUIRE(*back == random);
  }
}
