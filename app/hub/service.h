// A hub that serves: the store opened, its thread, the I/O thread, the port and the command socket, begun and
// ended in the right order. Not the command line. Called by the thread that owns it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "app/hub/http/router.h"
#include "app/hub/http/server.h"
#include "app/hub/http/tls.h"
#include "core/base/assets.h"
#include "core/base/clock.h"
#include "core/base/result.h"

namespace farewell::hub {

struct ServiceSettings {
  std::filesystem::path data;
  std::string host = "127.0.0.1";
  int port = 8480;              ///< 0: the kernel chooses
  std::optional<TlsFiles> tls;  ///< none: plain HTTP
  ServerSettings server;
  std::filesystem::path assets = assets_folder();
};

class Service {
 public:
  /// Errors: as the store's and the server's. `clock` outlives it.
  static Result<std::unique_ptr<Service>> start(ServiceSettings settings, const Clock& clock);
  /// As stop().
  ~Service();

  /// Takes no more connections, lets requests under way finish (at most ten seconds), commits, ends.
  void stop();
  int port() const;
  /// Reads the certificate and its key again; a new connection gets the new ones. On an error the old ones
  /// stay.
  Status reload_tls();
  /// Whether the I/O thread comes to a new task within two seconds: for a watchdog.
  bool responds();
  /// For the test that holds openapi.json to it.
  const Router& router() const;

 private:
  struct Parts;
  explicit Service(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace farewell::hub
