// A hub of a test's own: serving a temporary folder on a port that the kernel chose, with one site.
#pragma once

#include <memory>
#include <string>

#include "app/hub/service.h"
#include "core/base/clock.h"
#include "core/wire/messages.h"
#include "tests/support/http_client.h"
#include "tests/support/hub_terminal.h"
#include "tests/support/temp_dir.h"

namespace farewell::testing {

class RunningHub {
 public:
  explicit RunningHub(hub::ServerSettings server = {});

  int port() const { return service_->port(); }
  const hub::Router& router() const { return service_->router(); }
  const std::filesystem::path& folder() const { return folder_.path(); }
  void stop() { service_->stop(); }

  void add_site(const std::string& name, const std::string& time_zone = "Europe/Oslo");
  std::string code(const std::string& site = "Demo shop");
  std::string token(const std::string& site = "Demo shop");
  /// A terminal enrolled with a code, on a connection of its own.
  HubTerminal terminal(const std::string& site = "Demo shop");
  HttpReply enrol(const std::string& code);
  /// As a manager; the reply's body parsed.
  Json ask(const std::string& target, const std::string& token, int status = 200);

 private:
  TempDir folder_;
  SystemClock clock_;
  std::unique_ptr<hub::Service> service_;
};

}  // namespace farewell::testing
