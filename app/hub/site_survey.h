// The survey that a site's terminals ask: its own, or the one that ships in all the languages that ship.
// Any thread.
#pragma once

#include "app/hub/store/store.h"
#include "core/survey/survey.h"

namespace farewell::hub {

survey::Survey survey_of(const Config& config, const Site& site);

}  // namespace farewell::hub
