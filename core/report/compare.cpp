#include "core/report/compare.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace farewell::report {
namespace {

constexpr std::int64_t kExactBelow = 5;
constexpr double kSignificant = 0.05;

/// std::lgamma writes a global; this one may be called from any thread.
double log_factorial(std::int64_t n) {
  int sign = 0;
  return ::lgamma_r(static_cast<double>(n) + 1, &sign);
}

double log_choose(std::int64_t n, std::int64_t k) {
  return log_factorial(n) - log_factorial(k) - log_factorial(n - k);
}

double z_test(const Share& a, const Share& b) {
  const double n1 = static_cast<double>(a.n), n2 = static_cast<double>(b.n);
  const double p1 = static_cast<double>(a.k) / n1, p2 = static_cast<double>(b.k) / n2;
  const double pooled = static_cast<double>(a.k + b.k) / (n1 + n2);
  const double z = (p1 - p2) / std::sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  return std::erfc(std::abs(z) / std::sqrt(2.0));
}

}  // namespace

double fisher_exact(const Share& a, const Share& b) {
  const std::int64_t hits = a.k + b.k;
  const std::int64_t least = std::max<std::int64_t>(0, hits - b.n);
  const std::int64_t most = std::min(hits, a.n);
  const double all_tables = log_choose(a.n + b.n, hits);
  const auto probability = [&](std::int64_t k) {
    return std::exp(log_choose(a.n, k) + log_choose(b.n, hits - k) - all_tables);
  };
  // Tables as likely as the one seen may come out a rounding apart.
  const double seen = probability(a.k) * (1 + 1e-7);
  double sum = 0;
  for (std::int64_t k = least; k <= most; ++k) {
    const double p = probability(k);
    if (p <= seen) sum += p;
  }
  return std::min(1.0, sum);
}

Comparison compare(const Share& before, const Share& after) {
  Comparison comparison;
  if (before.n == 0 || after.n == 0) return comparison;
  comparison.difference = after.percent() - before.percent();
  comparison.exact = std::min({before.k, before.n - before.k, after.k, after.n - after.k}) < kExactBelow;
  comparison.p = comparison.exact ? fisher_exact(before, after) : z_test(before, after);
  return comparison;
}

Direction Comparison::direction() const {
  if (p >= kSignificant || difference == 0) return Direction::unsure;
  return difference > 0 ? Direction::up : Direction::down;
}

std::vector<bool> discoveries(const std::vector<double>& p_values, double rate) {
  std::vector<std::size_t> by_p(p_values.size());
  std::iota(by_p.begin(), by_p.end(), 0);
  std::sort(by_p.begin(), by_p.end(), [&](auto a, auto b) { return p_values[a] < p_values[b]; });

  std::size_t found = 0;
  for (std::size_t i = 0; i < by_p.size(); ++i) {
    const double line = rate * static_cast<double>(i + 1) / static_cast<double>(by_p.size());
    if (p_values[by_p[i]] <= line) found = i + 1;
  }
  std::vector<bool> called(p_values.size(), false);
  for (std::size_t i = 0; i < found; ++i) called[by_p[i]] = true;
  return called;
}

}  // namespace farewell::report
