// Chance, as a value: a small generator whose whole state is one number, so that a visit can be played again.
// Not for secrets (base/ids.h). Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/survey/survey.h"
#include "core/visit/visit.h"

namespace farewell::visit {

/// The next of a sequence that passes BigCrush. Source: Steele, Lea, Flood 2014 (SplitMix64).
std::uint64_t draw(std::uint64_t& random);

/// Evenly in [0, below); `below` is at least 1. Source: Lemire 2019 (multiply, shift, reject).
std::uint64_t draw_below(std::uint64_t& random, std::uint64_t below);

/// Evenly in [0, 1).
double draw_share(std::uint64_t& random);

/// The topics' ids in an even shuffle (Fisher and Yates), "something-else" last.
std::vector<std::string> shuffled_topics(std::uint64_t& random, const std::vector<survey::Topic>& topics);

struct DrawnSurprise {
  std::string kind;        ///< empty: there is none to draw from
  bool shown = false;      ///< false: the control group
  bool milestone = false;  ///< the guest's number is one, which takes the draw's place
};

/// Of the kinds that can be had just now: a treat only while there are any, a number only once it is known.
/// Knows nothing of the answer, so the odds are the same for every rating.
DrawnSurprise draw_surprise(std::uint64_t& random, const survey::Surprises& surprises,
                            const Abilities& abilities);

}  // namespace farewell::visit
