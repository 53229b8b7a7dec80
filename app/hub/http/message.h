// A request as a route sees it and the reply it gives: plain values, without sockets. Any thread.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace farewell::hub {

namespace asio = boost::asio;

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
  std::string method;
  std::string path;                               ///< as sent, percent-encoding untouched
  std::string query;                              ///< as sent, without "?"
  std::map<std::string, std::string> headers;     ///< names in lower case
  std::map<std::string, std::string> parameters;  ///< "{id}" of the route's pattern, decoded
  std::string body;                               ///< as sent
  std::string address;                            ///< whose it is, without the port
  bool is_secured = false;                        ///< it came by TLS to the hub itself

  std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  }
};

/// The next piece of a long body; an empty one ends it. Errors: what cut it short.
using NextPiece = std::function<asio::awaitable<Result<std::string>>()>;

struct Reply {
  int status = 200;
  Headers headers;
  std::string body;
  NextPiece next_piece;  ///< if set, the body comes in pieces instead
};

/// `application/json`.
Reply json_reply(int status, std::string body);

/// The values of a query ("a=1&b=2"), decoded. Errors: invalid, for a key given twice or bad encoding.
Result<std::map<std::string, std::string>> parse_query(std::string_view query);
/// Without "%41". Nothing for broken encoding.
std::optional<std::string> percent_decoded(std::string_view text);

}  // namespace farewell::hub
