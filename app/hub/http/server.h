// Takes connections and turns their bytes into requests for the router's handlers and replies back:
// deadlines, size limits, connections an address, keep-alive, a clean end. Knows no route. I/O thread only.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "app/hub/http/router.h"
#include "app/hub/metrics.h"
#include "core/base/result.h"

namespace farewell::hub {

struct ServerBook;

struct ServerSettings {
  std::chrono::milliseconds header_deadline{
      10'000};  ///< from the first byte, or from the connection, to the whole header
  std::chrono::milliseconds body_deadline{30'000};
  std::chrono::milliseconds idle_deadline{60'000};   ///< between requests
  std::chrono::milliseconds write_deadline{30'000};  ///< for a reply, or a piece of one, to be taken
  std::size_t max_header_bytes = 16u << 10;
  int max_connections_per_address = 64;
  int max_connections = 20'000;
  /// The proxy before the hub: it may have any number of connections, and says whose each request is
  /// (X-Real-IP). Empty: none.
  std::string trusted_proxy = {};
};

class Server {
 public:
  Server(asio::io_context& io, const Router& router, ServerSettings settings, Metrics& metrics);
  ~Server();

  /// Port 0: the kernel chooses. Returns the port. Errors: unavailable (taken, or not this machine's
  /// address).
  Result<int> listen(const std::string& host, int port);

  /// From the next connection on they speak TLS, by this certificate.
  void use_tls(std::shared_ptr<asio::ssl::context> tls);

  /// No more connections, no more requests on those there are; `drained` is called when the last has ended.
  void stop(std::function<void()> drained);

 private:
  std::shared_ptr<ServerBook> book_;
};

}  // namespace farewell::hub
