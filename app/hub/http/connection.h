// One connection: reads requests one after another, asks the router, writes replies, until it ends or a
// deadline passes. I/O thread only.
#pragma once

#include "app/hub/http/book.h"

namespace farewell::hub {

/// Ends when the connection does. `book` outlives it.
asio::awaitable<void> serve(Connection& connection, ServerBook& book);

}  // namespace farewell::hub
