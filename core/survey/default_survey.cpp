#include "core/survey/survey.h"

namespace farewell::survey {

Survey default_survey() {
  Survey survey;
  survey.languages = {"en", "nb", "sv", "da", "fi", "de", "nl", "fr",      "es", "pt", "it",
                      "pl", "tr", "uk", "ar", "he", "hi", "th", "zh-Hans", "ja", "ko"};
  survey.topics = {
      {"waiting", "chip-waiting"}, {"prices", "chip-prices"}, {"finding", "chip-finding"},
      {"choice", "chip-choice"},   {"help", "chip-help"},     {"something-else", "quest"},
  };
  survey.surprises.kinds = {"garden", "fact", "number"};
  survey.surprises.facts = shipped_facts();
  return survey;
}

}  // namespace farewell::survey
