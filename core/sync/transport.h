// One HTTP exchange, so that sync can be tried in any weather without a socket. The real one is libcurl
// (app/kiosk/platform/curl_transport). A transport never follows redirects and never retries.
#pragma once

#include <map>
#include <string>

#include "core/base/result.h"

namespace farewell::sync {

struct Request {
  std::string method;      ///< "GET", "POST"
  std::string path;        ///< "/v1/batches"
  std::string query = {};  ///< without "?"
  std::map<std::string, std::string> headers = {};
  std::string body = {};
  int timeout_ms = 30'000;
};

struct Reply {
  int status = 0;
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;
};

class Transport {
 public:
  virtual ~Transport() = default;
  /// Errors: unavailable, in words a technician can use ("no route", "certificate expired").
  virtual Result<Reply> exchange(const Request& request) = 0;
};

}  // namespace farewell::sync
