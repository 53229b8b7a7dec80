// Problem replies (RFC 9457) out of the one catalogue, core/wire/problems.h. Any thread.
#pragma once

#include <string>

#include "app/hub/http/message.h"
#include "core/base/result.h"
#include "core/wire/problems.h"

namespace farewell::hub {

/// `detail` says what and where this time, for the person who reads it.
Reply problem(const wire::ProblemKind& kind, std::string detail);

/// 429, to be tried again in a minute.
Reply too_many_tries(std::string detail);

/// For an error without a better answer: not-found, unavailable (with Retry-After), too-large, …
Reply problem_for(const Error& error);

}  // namespace farewell::hub
