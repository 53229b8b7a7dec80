// The mean score: satisfaction mapped to 0–100, with its interval. Four- and five-point answers are never put
// into one, since their middles differ. One pass, constant memory; one thread at a time.
#pragma once

#include <cstdint>
#include <optional>

#include "core/report/share.h"

namespace farewell::report {

class MeanScore {
 public:
  /// `value` from 1 to `of`, `of` the same for every answer: 1 counts as 0, `of` as 100.
  void add(int value, int of);

  std::int64_t n() const { return n_; }
  bool too_few() const { return n_ < kTooFew; }
  /// 0 to 100; 0 when n is 0.
  double mean() const { return mean_; }
  /// mean ± 1.96·s/√n, s the sample's standard deviation, cut to 0–100. Nothing under two answers.
  std::optional<Interval> interval() const;

 private:
  std::int64_t n_ = 0;
  double mean_ = 0;
  double squares_ = 0;  ///< the sum of squared distances from the mean so far
};

}  // namespace farewell::report
