#include "core/sync/retry.h"

#include <catch2/catch.hpp>

using namespace farewell::sync;

namespace {

/// The edges of a draw.
std::int64_t most(std::int64_t below) {
  return below - 1;
}
std::int64_t least(std::int64_t) {
  return 0;
}

}  // namespace

TEST_CASE("the window of a wait doubles from two seconds to five minutes") {
  CHECK(backoff_ms(0, 2000, 300'000, 0, most) == 1999);
  CHECK(backoff_ms(1, 2000, 300'000, 0, most) == 3999);
  CHECK(backoff_ms(7, 2000, 300'000, 0, most) == 255'999);
  CHECK(backoff_ms(8, 2000, 300'000, 0, most) == 299'999);
  CHECK(backoff_ms(1'000'000'000, 2000, 300'000, 0, most) == 299'999);
}

TEST_CASE("a wait is drawn from nothing upwards") {
  CHECK(backoff_ms(5, 2000, 300'000, 0, least) == 0);
}

TEST_CASE("a wait asked for is a floor with jitter on top") {
  CHECK(backoff_ms(0, 2000, 300'000, 7000, least) == 7000);
  CHECK(backoff_ms(0, 2000, 300'000, 7000, most) == 8999);
}

TEST_CASE("Retry-After in seconds is read") {
  CHECK(retry_after_ms("0", 0) == 0);
  CHECK(retry_after_ms("120", 0) == 120'000);
}

TEST_CASE("Retry-After as a date is held against the clock") {
  constexpr std::int64_t date = 784'111'777'000;  // the example of RFC 9110
  CHECK(parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT") == date);
  CHECK(retry_after_ms("Sun, 06 Nov 1994 08:49:37 GMT", date - 5000) == 5000);
}

TEST_CASE("a Retry-After date that has passed asks for nothing") {
  CHECK(retry_after_ms("Sun, 06 Nov 1994 08:49:37 GMT", 1'795'276'800'000) == 0);
}

TEST_CASE("nobody's Retry-After silences a terminal for more than an hour") {
  CHECK(retry_after_ms("99999999", 0) == kMaxRetryAfterMs);
  CHECK(retry_after_ms("99999999999999999999999", 0) == kMaxRetryAfterMs);
  CHECK(retry_after_ms("Sun, 06 Nov 2094 08:49:37 GMT", 1'795'276'800'000) == kMaxRetryAfterMs);
}

TEST_CASE("a Retry-After that says nothing is none") {
  for (const char* field : {"", "soon", "-1", "1.5", "7 ", "Sun, 31 Feb 1994 08:49:37 GMT",
                            "Sun, 06 Now 1994 08:49:37 GMT", "Sun, 06 Nov 1994 28:49:37 GMT"}) {
    CHECK_FALSE(retry_after_ms(field, 0));
  }
}
