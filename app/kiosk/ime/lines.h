// How farewell-input-method speaks: a line of composed letters in; a line for each candidate out, "COVERS TAB
// TEXT", and an empty line when there are no more. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/kiosk/ime/candidate.h"

namespace farewell::kiosk {

visit::PrivateText line_of(const Candidate& candidate);

/// Nothing, if `line` (without its end) is none.
std::optional<Candidate> candidate_in(std::string_view line);

}  // namespace farewell::kiosk
