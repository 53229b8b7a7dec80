// Handlers for managers: by an API token, or signed in to the page. Each knows one site and no other.
// I/O thread only.
#pragma once

#include <functional>

#include "app/hub/http/router.h"
#include "app/hub/hub.h"

namespace farewell::hub {

inline constexpr const char* kSessionCookie = "farewell";

using ManagerHandler = std::function<asio::awaitable<Reply>(Request, Site)>;

Handler manager_handler(Hub& hub, ManagerHandler handler);

/// The site whose token this is. Errors: unauthorised.
asio::awaitable<Result<Site>> site_of_token(Hub& hub, std::string token);

/// The session's name out of the Cookie header; empty: none.
std::string session_cookie(const Request& request);

/// The days that a query asks for ("day", or "from" and "to", both inclusive; none: today), in the site's
/// time. Takes what it knows out of `query`. Errors: invalid.
struct Period {
  TimeZone zone;
  Day first, last;
  UtcRange range;
};
Result<Period> take_period(std::map<std::string, std::string>& query, const Site& site,
                           std::int64_t now_utc_ms);

}  // namespace farewell::hub
