#include "app/hub/sessions.h"

#include "app/hub/secrets.h"
#include "core/base/ids.h"

namespace farewell::hub {

namespace {

constexpr std::int64_t kLastsMs = 12LL * 3'600'000;
constexpr std::size_t kMaxSessions = 10'000;

// Looked up by hash, so that how long a lookup takes says nothing of the name.
std::string key_of(const std::string& name) {
  return to_hex(hash_of(name));
}

}  // namespace

std::string Sessions::open(const Manager& manager, std::int64_t now_ms) {
  std::erase_if(sessions_, [now_ms](const auto& item) { return item.second.ends_ms <= now_ms; });
  if (sessions_.size() >= kMaxSessions) sessions_.erase(sessions_.begin());
  std::string name = new_secret();
  sessions_[key_of(name)] = {manager, now_ms + kLastsMs};
  return name;
}

std::optional<Manager> Sessions::find(const std::string& name, std::int64_t now_ms) {
  const auto found = sessions_.find(key_of(name));
  if (found == sessions_.end() || found->second.ends_ms <= now_ms) return std::nullopt;
  return found->second.manager;
}

void Sessions::close_all(const std::string& site, const std::string& who) {
  std::erase_if(sessions_, [&](const auto& item) {
    const Manager& manager = item.second.manager;
    return manager.site.name == site && manager.who == who;
  });
}

void Sessions::close(const std::string& name) {
  sessions_.erase(key_of(name));
}

}  // namespace farewell::hub
