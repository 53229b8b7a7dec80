#include "core/wire/gzip.h"

#include <catch2/catch.hpp>

using namespace farewell;
using namespace farewell::wire;

namespace {
constexpr std::size_t kEnough = 1u << 20;
}

TEST_CASE("a text packed and inflated is the same text") {
  for (const std::string& text : {std::string(), std::string("a"), std::string(200'000, 'x'),
                                  std::string("\0\xff\x80 any bytes", 14)}) {
    const Result<std::string> plain = decompress(compress(text), kEnough);
    REQUIRE(plain.ok());
    CHECK(*plain == text);
  }
}

TEST_CASE("a text of exactly the limit is inflated and one byte more is too large") {
  const std::string packed = compress(std::string(1000, 'x'));
  CHECK(decompress(packed, 1000).ok());
  const Result<std::string> over = decompress(packed, 999);
  REQUIRE_FALSE(over.ok());
  CHECK(over.error().code == ErrorCode::too_large);
}

TEST_CASE("a bomb stops at the limit") {
  const std::string bomb = compress(std::string(50u << 20, '\0'));
  const Result<std::string> plain = decompress(bomb, 256u << 10);
  REQUIRE_FALSE(plain.ok());
  CHECK(plain.error().code == ErrorCode::too_large);
}

TEST_CASE("gzip cut short anywhere is invalid") {
  const std::string packed = compress("the queue at the till");
  for (std::size_t size = 0; size < packed.size(); ++size) {
    const Result<std::string> plain = decompress(packed.substr(0, size), kEnough);
    REQUIRE_FALSE(plain.ok());
    CHECK(plain.error().code == ErrorCode::invalid);
  }
}

TEST_CASE("bytes after the end of gzip are invalid") {
  CHECK_FALSE(decompress(compress("a") + "b", kEnough).ok());
}

TEST_CASE("plain text is not gzip") {
  CHECK_FALSE(decompress("{\"format\":1}", kEnough).ok());
}

TEST_CASE("gzip with a damaged checksum is invalid") {
  std::string packed = compress("the queue at the till");
  packed[packed.size() - 8] = static_cast<char>(packed[packed.size() - 8] ^ 1);
  CHECK_FALSE(decompress(packed, kEnough).ok());
}
