// What is wanting in a survey's words: texts that a language lacks, and the shop's own texts that no screen
// says or that nobody can fill. Not faults of form, which stop the parsing (survey.h). Pure; any thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/survey/language.h"
#include "core/survey/survey.h"

namespace farewell::survey {

/// One offered language's wants, as keys in order.
struct Wants {
  std::vector<std::string> missing;  ///< said in the default language, or in English
  std::vector<std::string>
      ours;  ///< the shop has its own words for these elsewhere; here Farewell's are said
};

struct Review {
  std::map<std::string, Wants> wants;  ///< by language; those that want nothing are left out
  std::vector<std::string> faults;     ///< the shop's texts that cannot be meant, a sentence each
};

/// What `survey` says in each language that it offers: English's texts, the words of its topics and
/// surprises, and whatever the shop has words of its own for.
Review review(const Survey& survey, const std::vector<Language>& languages);

}  // namespace farewell::survey
