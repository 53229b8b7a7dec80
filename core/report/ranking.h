// Sites in order of satisfaction, without pretending to know more than the counts say: sites whose intervals
// overlap share a rank, and sites with too few answers have none. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "core/report/share.h"

namespace farewell::report {

struct SiteShare {
  std::string site;
  Share satisfied;
};

struct Ranked {
  std::string site;
  Share satisfied;
  double score = 0;   ///< 0 to 100, drawn towards the chain's share the fewer answers there are
  int rank = 0;       ///< from 1; 0: too few answers to be ranked
  bool tied = false;  ///< shares its rank: write "=3"
};

/// Best first; sites with too few answers last, in the order given. A site whose interval overlaps that of
/// the one above shares its rank; the next rank after three at "=1" is 4. Scored by (k + m·p₀)/(n + m), m =
/// 30, p₀ the share of all sites together. Source: the posterior mean of a binomial share under a Beta prior
/// worth m answers (Gelman et al. 2013, 2.4).
std::vector<Ranked> rank(const std::vector<SiteShare>& sites);

}  // namespace farewell::report
