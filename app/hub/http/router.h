// Which handler answers which method and path: one table, from which 404, 405 and HEAD follow. Not the
// handlers (routes/). Filled at start, read by the I/O thread.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "app/hub/http/message.h"

namespace farewell::hub {

using Handler = std::function<asio::awaitable<Reply>(Request)>;

struct Route {
  std::string method;
  std::string pattern;  ///< "/v1/help-calls/{id}"
  std::size_t max_body_bytes = 0;
  Handler handler;
};

class Router {
 public:
  void add(Route route) { routes_.push_back(std::move(route)); }

  struct Match {
    const Route* route = nullptr;  ///< none: nothing here, or not with this method
    std::map<std::string, std::string> parameters;
    std::string allow;  ///< the methods there are here; empty: nothing here
  };
  /// HEAD is answered wherever GET is.
  Match find(const std::string& method, const std::string& path) const;
  const std::vector<Route>& routes() const { return routes_; }

 private:
  std::vector<Route> routes_;
};

}  // namespace farewell::hub
