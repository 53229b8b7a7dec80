// hub.sock in the data folder: how commands reach a hub that is serving it. One line of JSON there, one back.
// Mode 0600: whoever may read the folder's database may command.
#pragma once

#include <boost/asio/io_context.hpp>
#include <filesystem>
#include <optional>

#include "app/hub/commands.h"
#include "app/hub/hub.h"

namespace farewell::hub {

/// Listens until the I/O context ends. I/O thread or before it. Errors: unavailable.
Status listen_for_commands(boost::asio::io_context& io, Hub& hub, const std::filesystem::path& folder);

/// Through the socket; nothing if no hub listens there. Waits for the answer. Errors: the hub's.
std::optional<Result<std::string>> ask_serving_hub(const std::filesystem::path& folder,
                                                   const Command& command);

}  // namespace farewell::hub
