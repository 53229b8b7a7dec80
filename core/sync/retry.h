// How long to wait before trying again. Not a timer: figures only. Pure; any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace farewell::sync {

/// A number in [0, below), for jitter.
using Draw = std::function<std::int64_t(std::int64_t below)>;

/// The longest that anybody's Retry-After is believed: what no signature covers may not silence a terminal.
inline constexpr std::int64_t kMaxRetryAfterMs = 3'600'000;

/// Milliseconds to wait as a Retry-After field asks, in seconds or as a date (IMF-fixdate) held against
/// `now_utc_ms`; none if it says neither. Never negative, at most kMaxRetryAfterMs.
/// Source: RFC 9110, 5.6.7 and 10.2.3.
std::optional<std::int64_t> retry_after_ms(std::string_view field, std::int64_t now_utc_ms);

/// "Sun, 06 Nov 1994 08:49:37 GMT" as milliseconds since 1970. Source: RFC 9110, 5.6.7 (IMF-fixdate).
std::optional<std::int64_t> parse_http_date(std::string_view text);

/// Full jitter: a draw from [0, min(cap, base · 2^failures)), `failures` counting those before this one; on
/// top of `floor_ms`. Source: M. Brooker, "Exponential Backoff And Jitter", AWS, 2015.
std::int64_t backoff_ms(int failures, std::int64_t base_ms, std::int64_t cap_ms, std::int64_t floor_ms,
                        const Draw& draw);

}  // namespace farewell::sync
