// Help calls at the hub: ringing, and hearing who comes. Not the offer to the customer (visit/) and not a
// schedule: whoever calls tries again. One thread at a time for each Hub.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/sync/hub.h"

namespace farewell::sync {

/// Rings. The hub takes the same id any number of times. Errors: as error_of().
Status post_help_call(Hub& hub, const wire::HelpCall& call);

/// Waits up to `wait_s` seconds (0 to 25) for the state to change and returns it. Errors: not_found if the
/// hub has no such call, else as error_of().
Result<wire::HelpCallState> poll_help_call(Hub& hub, const std::string& id, int wait_s);

}  // namespace farewell::sync
