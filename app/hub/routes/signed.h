// Handlers for terminals: the request's signature is verified before, the reply is signed after, whatever it
// says. I/O thread only.
#pragma once

#include <functional>

#include "app/hub/http/router.h"
#include "app/hub/hub.h"

namespace farewell::hub {

using SignedHandler = std::function<asio::awaitable<Reply>(Request, Terminal)>;

Handler signed_handler(Hub& hub, SignedHandler handler);

}  // namespace farewell::hub
