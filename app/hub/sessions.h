// Managers signed in to the hub's page: a random name in a cookie that no script can read, kept in memory and
// gone with the hub. I/O thread only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "app/hub/store/store.h"

namespace farewell::hub {

/// Who asks.
struct Manager {
  Site site;
  std::string who;  ///< the token's name
};

class Sessions {
 public:
  /// The new session's name.
  std::string open(const Manager& manager, std::int64_t now_ms);
  std::optional<Manager> find(const std::string& name, std::int64_t now_ms);
  void close(const std::string& name);
  /// Those of one token's name, at a site by its name.
  void close_all(const std::string& site, const std::string& who);

 private:
  struct Session {
    Manager manager;
    std::int64_t ends_ms = 0;
  };
  std::unordered_map<std::string, Session> sessions_;  ///< by the SHA-256 of the name
};

}  // namespace farewell::hub
