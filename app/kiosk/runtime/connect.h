// How a network thread reaches the hub: each makes a transport of its own. A value; any thread.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>

#include "core/base/result.h"
#include "core/sync/transport.h"

namespace farewell::kiosk {

/// A requested stop breaks off what is under way. Errors: invalid, for a URL that is none or may not be used.
using Connect = std::function<Result<std::unique_ptr<sync::Transport>>(std::stop_token stop)>;

}  // namespace farewell::kiosk
