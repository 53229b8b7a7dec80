// What a survey says of the small unexpected thing at Goodbye: which kinds, how often none, and what each
// kind needs. Not the draw (visit/draw.h) and not what a treat's code is (treat/). Values; any thread.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_fwd.h"

namespace farewell::survey {

/// The shop's own words: language → key → text.
using Texts = std::map<std::string, std::map<std::string, std::string>>;

/// Most treats that a terminal gives out in a day: a code has ten bits to count them in (treat/code.h).
inline constexpr int kMostTreatsPerDay = 1000;

struct Surprises {
  /// Drawn from with equal odds: "garden" (the guest's own flower), "fact" (today's), "number" (the guest's,
  /// true), "treat" (a code for the till), "changed" (what guests asked for, done).
  std::vector<std::string> kinds = {"garden"};
  double control_share = 0.2;      ///< of visits see none; 0 to 1
  std::vector<std::string> facts;  ///< one a day in turn; their words are the texts "fact.<id>"
  int milestone_every = 0;         ///< each so many guests of a day, one is given a treat for it; 0: none
  int treats_per_day = 0;          ///< of one terminal; its word is the text "shop.treat"
  int changed_guests = 0;          ///< how many asked for "shop.changed", the manager's line; 0: not said

  bool has(std::string_view kind) const;
  /// True if a visit may end in a treat, drawn or for a milestone.
  bool give_treats() const { return has("treat") || milestone_every > 0; }
};

/// The facts that every shipped language tells, each about a flower of the garden.
const std::vector<std::string>& shipped_facts();

/// The keys of the texts that these surprises need and that only the survey can have or name.
std::vector<std::string> needed_texts(const Surprises& surprises);

/// Reads "surprises" of `survey`, absent is the default. Faults also what cannot be kept: a kind without its
/// words in the default language, treats without a budget or a budget without treats.
Surprises read_surprises(JsonReader& survey, const std::string& default_language, const Texts& texts);
Json to_json(const Surprises& surprises);

}  // namespace farewell::survey
