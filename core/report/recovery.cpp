#include "core/report/recovery.h"

#include <algorithm>

#include "core/survey/survey.h"

namespace farewell::report {

void RecoveryCounts::add(const wire::Response& response) {
  if (!survey::is_unhappy(response.satisfaction.value)) return;
  ++unhappy;
  const bool seen = std::any_of(response.screens.begin(), response.screens.end(),
                                [](const wire::ScreenTime& screen) { return screen.name == "recovery"; });
  if (seen || response.recovery) ++offered;
  if (!response.recovery) return;
  switch (response.recovery->choice) {
    case wire::RecoveryChoice::call:
      ++help_calls;
      break;
    case wire::RecoveryChoice::contact:
      ++contacts;
      break;
    case wire::RecoveryChoice::none:
      ++declined;
      break;
  }
}

}  // namespace farewell::report
