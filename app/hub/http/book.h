// What the connections of one server share: settings, who is connected, whether it is ending. Not the
// connections' own work (connection.h). I/O thread only.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "app/hub/http/server.h"

namespace farewell::hub {

struct Connection {
  boost::beast::tcp_stream stream;
  std::string address;
  bool is_idle = true;  ///< between requests: may be closed at any time
};

struct ServerBook {
  ServerBook(asio::io_context& io, const Router& routes, ServerSettings chosen, Metrics& counting)
      : router(routes), settings(std::move(chosen)), metrics(counting), acceptor(io) {}

  const Router& router;
  ServerSettings settings;
  Metrics& metrics;
  std::shared_ptr<asio::ssl::context> tls;  ///< for the next connection; nothing: they speak plain HTTP
  asio::ip::tcp::acceptor acceptor;
  std::unordered_map<std::string, int> by_address;
  std::unordered_set<Connection*> connections;
  bool is_stopping = false;
  std::function<void()> drained;
};

}  // namespace farewell::hub
