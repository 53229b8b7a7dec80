#include "app/hub/site_survey.h"

namespace farewell::hub {

survey::Survey survey_of(const Config& config, const Site& site) {
  if (!config.survey.empty()) {
    auto own = survey::parse_survey(config.survey, "the survey of " + site.name);
    if (own.ok()) return *std::move(own);
  }
  survey::Survey shipped = survey::default_survey();
  shipped.shop = site.name;
  return shipped;
}

}  // namespace farewell::hub
