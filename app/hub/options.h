// farewell-hub's words: the command line as values. Not what they do. Main thread.
#pragma once

#include <filesystem>
#include <string>
#include <variant>

#include "app/hub/commands.h"

namespace farewell::hub {

struct Serve {
  std::string host = "127.0.0.1";
  int port = 8480;
  int connections_per_address = 64;
  std::string behind_proxy;       ///< the proxy's address; empty: none
  std::string tls_cert, tls_key;  ///< files; empty: plain HTTP
};

struct Options {
  std::filesystem::path data;
  std::variant<Serve, Command> wish;
};

/// The options, or the exit status with which to end at once (help or version printed, or wrong usage told).
std::variant<Options, int> parse_options(int argc, char** argv);

}  // namespace farewell::hub
