#include "core/report/mean.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace farewell::report {

// Source: Welford 1962, "Note on a method for calculating corrected sums of squares and products".
void MeanScore::add(int value, int of) {
  assert(of > 1 && value >= 1 && value <= of);
  const double score = 100.0 * (value - 1) / (of - 1);
  ++n_;
  const double distance = score - mean_;
  mean_ += distance / static_cast<double>(n_);
  squares_ += distance * (score - mean_);
}

std::optional<Interval> MeanScore::interval() const {
  if (n_ < 2) return {};
  const double n = static_cast<double>(n_);
  const double reach = kZ95 * std::sqrt(squares_ / (n - 1)) / std::sqrt(n);
  return Interval{std::max(0.0, mean_ - reach), std::min(100.0, mean_ + reach)};
}

}  // namespace farewell::report
