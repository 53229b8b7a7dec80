// The real hub, in this process: its own store, routes and socket on a folder of a test's own, which can be
// put away as a backup and brought back. One thread.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "app/hub/service.h"
#include "core/base/clock.h"
#include "core/wire/messages.h"
#include "tests/support/temp_dir.h"

namespace farewell::testing {

class RealHub {
 public:
  /// Serves at once, with one site.
  explicit RealHub(const Clock& clock);

  void start();
  void stop();
  int port() const { return service_->port(); }

  wire::Enrolment enrol();
  /// Keeps a copy of all that it has, under `name`; restores it. It serves again afterwards.
  void back_up(const std::string& name);
  void restore(const std::string& name);

  struct Holdings {
    std::map<std::string, std::string> responses;  ///< bodies by id
    std::int64_t quarantined = 0;
    std::int64_t cloned = 0;  ///< terminals
  };
  /// Read from the store while it does not serve.
  Holdings holdings();

 private:
  std::filesystem::path home() const { return dir_ / "hub"; }

  const Clock& clock_;
  TempDir dir_;
  std::unique_ptr<hub::Service> service_;
};

}  // namespace farewell::testing
