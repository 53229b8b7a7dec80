// A hub as a manager's program sees it: an export over HTTP with a bearer token. The one file of this program
// that knows libcurl. Single-threaded.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace farewell::cli {

struct HubRequest {
  std::string hub;             ///< "https://hub.example.org"
  std::string token;           ///< as `farewell-hub token` printed it
  std::string path_and_query;  ///< "/v1/export?format=csv"
  std::string media_type;      ///< what the answer must be: "text/csv"
};

/// Hands the body of a 200 to `take` as it comes; an error from `take` ends the transfer with it. Redirects
/// are not followed. Errors: invalid (not a URL; plain HTTP to anywhere but this machine, since the token
/// would be readable on the way), unauthorised, unavailable; a hub's problem is told in its own words.
Status get(const HubRequest& request, const std::function<Status(std::string_view bytes)>& take);

}  // namespace farewell::cli
