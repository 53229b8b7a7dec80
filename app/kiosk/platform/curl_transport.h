// HTTP by libcurl for one hub: the real sync::Transport. Never redirects, never retries, never unverified
// TLS. Not signatures (core/sync/hub). Each one keeps a connection alive and belongs to one thread at a time.
#pragma once

#include <memory>
#include <stop_token>
#include <string>

#include "core/sync/transport.h"

namespace farewell::kiosk {

/// Whether "http://" may reach beyond this machine. Loopback is always allowed.
enum class PlainHttp { refused, allowed };

class CurlTransport final : public sync::Transport {
 public:
  /// `hub_url` is scheme, host and perhaps a port: "https://hub.example:8443". Proxies are taken from the
  /// environment, but never for loopback. A requested stop breaks an exchange off within a second. Errors:
  /// invalid, if it is no such URL or plain HTTP is refused.
  static Result<std::unique_ptr<CurlTransport>> to(const std::string& hub_url, PlainHttp plain_http,
                                                   std::stop_token stop = {});
  ~CurlTransport() override;

  /// Ten seconds to connect, `request.timeout_ms` in all, 1 MiB at most in reply. Errors: unavailable, saying
  /// what a technician would look at; context is the hub's URL.
  Result<sync::Reply> exchange(const sync::Request& request) override;

 private:
  struct Handle;
  explicit CurlTransport(std::unique_ptr<Handle> handle);
  std::unique_ptr<Handle> handle_;
};

}  // namespace farewell::kiosk
