#include "core/report/ranking.h"

#include <algorithm>

namespace farewell::report {
namespace {

constexpr double kPriorAnswers = 30;

Share chain_of(const std::vector<SiteShare>& sites) {
  Share chain;
  for (const auto& site : sites) chain.k += site.satisfied.k, chain.n += site.satisfied.n;
  return chain;
}

void give_ranks(std::vector<Ranked>& ranked) {
  for (std::size_t i = 0; i < ranked.size() && !ranked[i].satisfied.too_few(); ++i) {
    ranked[i].rank = static_cast<int>(i) + 1;
    if (i == 0 || !overlap(ranked[i].satisfied.interval(), ranked[i - 1].satisfied.interval())) continue;
    ranked[i].rank = ranked[i - 1].rank;
    ranked[i].tied = ranked[i - 1].tied = true;
  }
}

}  // namespace

std::vector<Ranked> rank(const std::vector<SiteShare>& sites) {
  const double chain_percent = chain_of(sites).percent();
  std::vector<Ranked> ranked;
  for (const auto& [site, satisfied] : sites) {
    const double k = static_cast<double>(satisfied.k), n = static_cast<double>(satisfied.n);
    const double score = (100 * k + kPriorAnswers * chain_percent) / (n + kPriorAnswers);
    ranked.push_back({site, satisfied, score, 0, false});
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    if (a.satisfied.too_few() != b.satisfied.too_few()) return b.satisfied.too_few();
    return !a.satisfied.too_few() && a.score > b.score;
  });
  give_ranks(ranked);
  return ranked;
}

}  // namespace farewell::report
