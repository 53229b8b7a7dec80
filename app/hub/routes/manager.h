// Handlers for managers: by an API token, or signed in to the page. Each knows one site and no other.
// I/O thread only.
#pragma once

#include <functional>
#include <variant>

#include "app/hub/http/router.h"
#include "app/hub/hub.h"

namespace farewell::hub {

inline constexpr const char* kSessionCookie = "farewell";

using ManagerHandler = std::function<asio::awaitable<Reply>(Request, Manager)>;

Handler manager_handler(Hub& hub, ManagerHandler handler);

/// Whose token this is, or what to answer: it is none, or `address` has tried too many that were none.
asio::awaitable<std::variant<Manager, Reply>> manager_of_token(Hub& hub, std::string token,
                                                               std::string address);

/// Enters into the audit log what `manager` does at this moment. Errors: as the store's.
asio::awaitable<Status> note(Hub& hub, const Manager& manager, std::string what, std::string detail);

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
