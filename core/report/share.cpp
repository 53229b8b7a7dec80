#include "core/report/share.h"

#include <algorithm>
#include <cmath>

namespace farewell::report {

Interval Share::interval() const {
  if (n == 0) return {0, 100};
  const double hits = static_cast<double>(k);
  const double all = static_cast<double>(n);
  const double z2 = kZ95 * kZ95;
  const double middle = hits + z2 / 2;
  const double reach = kZ95 * std::sqrt(hits * (all - hits) / all + z2 / 4);
  // The formula's ends are exactly 0 and 1 when k is 0 or n; rounding could put them a hair outside.
  return {std::max(0.0, 100 * (middle - reach) / (all + z2)),
          std::min(100.0, 100 * (middle + reach) / (all + z2))};
}

bool overlap(const Interval& a, const Interval& b) {
  return a.low <= b.high && b.low <= a.high;
}

}  // namespace farewell::report
