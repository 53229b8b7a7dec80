#include "core/sync/config.h"

namespace farewell::sync {

Result<std::optional<FetchedConfig>> fetch_config(Hub& hub, const std::string& etag) {
  Request request{.method = "GET", .path = "/v1/config"};
  if (!etag.empty()) request.headers["if-none-match"] = etag;
  const Outcome outcome = hub.exchange(std::move(request));
  if (outcome.kind != Outcome::Kind::ok) return error_of(outcome);
  if (outcome.reply.status == 304) return std::optional<FetchedConfig>();
  const auto found = outcome.reply.headers.find("etag");
  return std::optional(
      FetchedConfig{outcome.reply.body, found == outcome.reply.headers.end() ? "" : found->second});
}

}  // namespace farewell::sync
