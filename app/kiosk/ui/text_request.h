// What a scene's Text asks of Type: the role's style with the text's own differences, in this panel's pixels.
// One place for it, so that what a screen measured is what the painter draws. Pure; any thread.
#pragma once

#include <string>

#include "app/kiosk/ui/scene.h"
#include "app/kiosk/ui/theme.h"
#include "app/kiosk/ui/type.h"

namespace farewell::kiosk {

/// `language` (BCP 47) is the screen's, for a text that names none of its own. Where the text stands in the
/// height of its rect is the painter's to see to.
TextRequest request_for(const Text& text, const Theme& theme, const Metrics& metrics, bool right_to_left,
                        const std::string& language);

}  // namespace farewell::kiosk
