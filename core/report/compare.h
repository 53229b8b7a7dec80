// Did it change? Two shares held against each other, and many such questions asked at once. Pure; any thread.
#pragma once

#include <vector>

#include "core/report/share.h"

namespace farewell::report {

enum class Direction { unsure, up, down };

struct Comparison {
  double difference = 0;  ///< percentage points, after minus before
  double p = 1;           ///< two-sided: how likely such a difference is if nothing changed
  bool exact = false;     ///< by Fisher's test, since a count was under five
  /// An arrow only below 0.05. Where many sites are compared, ask discoveries() instead.
  Direction direction() const;
};

/// By the pooled two-proportion z test, z = (p₁−p₂)/√(p(1−p)(1/n₁+1/n₂)), or by Fisher's exact test if any of
/// the four counts is under 5. An empty share on either side gives p = 1. Source: Fleiss, Levin, Paik 2003,
/// ch. 3; Fisher 1935.
Comparison compare(const Share& before, const Share& after);

/// Fisher's exact test, two-sided: the probability, with all totals held fixed, of every table no likelier
/// than the one seen. Source: Fisher 1935; the two-sided rule is the one of R's fisher.test.
double fisher_exact(const Share& a, const Share& b);

/// Which of many p-values may be called a change if at most `rate` of those called so shall be wrong; in the
/// order given. Source: Benjamini and Hochberg 1995.
std::vector<bool> discoveries(const std::vector<double>& p_values, double rate = 0.05);

}  // namespace farewell::report
