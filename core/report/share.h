// A share: k of n, with the interval that says how sure one may be of it. Everything that Farewell shows as a
// percentage is one of these. Pure values; any thread.
#pragma once

#include <cstdint>

namespace farewell::report {

/// Both ends in the unit of what they bracket.
struct Interval {
  double low = 0;
  double high = 0;
  bool operator==(const Interval&) const = default;
};

inline constexpr double kZ95 = 1.959964;  ///< 95 % of a normal distribution lies within ± this
inline constexpr std::int64_t kTooFew = 10;

struct Share {
  std::int64_t k = 0;
  std::int64_t n = 0;

  /// Under kTooFew answers: show the count and "too few answers", no percentage.
  bool too_few() const { return n < kTooFew; }
  /// 0 to 100; 0 when n is 0.
  double percent() const { return n == 0 ? 0 : 100.0 * static_cast<double>(k) / static_cast<double>(n); }
  /// 95 % interval in percent, 0 to 100; the whole range when n is 0.
  /// Source: Wilson 1927, the score interval: [k + z²/2 ± z·√(k(n−k)/n + z²/4)] / (n + z²).
  Interval interval() const;

  void count(bool is_so) { k += is_so, ++n; }
  bool operator==(const Share&) const = default;
};

/// True if some value lies in both.
bool overlap(const Interval& a, const Interval& b);

}  // namespace farewell::report
