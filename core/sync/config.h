// The terminal's configuration at the hub. Only fetches: checking, keeping and applying it between visits is
// the terminal's business. One thread at a time for each Hub.
#pragma once

#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/sync/hub.h"

namespace farewell::sync {

struct FetchedConfig {
  std::string body;  ///< JSON as the hub sent it
  std::string etag;  ///< to hand in next time; empty if the hub gave none
};

/// Nothing if the hub still has what `etag` names. An empty `etag` asks for whatever there is.
/// Errors: as error_of().
Result<std::optional<FetchedConfig>> fetch_config(Hub& hub, const std::string& etag);

}  // namespace farewell::sync
