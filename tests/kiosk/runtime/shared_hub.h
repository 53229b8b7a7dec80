// A hub in memory that several threads may reach, and that enrols anybody who knows the code.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "app/kiosk/runtime/connect.h"
#include "app/kiosk/runtime/notices.h"
#include "tests/support/made_hub.h"

namespace farewell::kiosk::testing {

class SharedHub {
 public:
  static constexpr const char* kCode = "K7QM-2RXD";

  explicit SharedHub(const Clock& clock) : made_(clock) {}

  /// Does something to the hub while no thread is talking to it.
  template <class Work>
  auto with(Work work) {
    const std::scoped_lock lock(mutex_);
    return work(made_);
  }

  Connect connect() {
    return [this](const std::stop_token&) -> Result<std::unique_ptr<sync::Transport>> {
      return std::unique_ptr<sync::Transport>(std::make_unique<Line>(*this));
    };
  }

 private:
  struct Line final : sync::Transport {
    explicit Line(SharedHub& hub) : shared(hub) {}
    Result<sync::Reply> exchange(const sync::Request& request) override {
      const std::scoped_lock lock(shared.mutex_);
      const bool fair = !shared.made_.weather || shared.made_.weather() == farewell::testing::Weather::fair;
      if (request.path != "/v1/terminals" || !fair) return shared.made_.exchange(request);
      const auto asked = wire::parse_enrol_request(request.body);
      if (!asked || asked->code != kCode) return refused();
      return sync::Reply{201, {}, wire::to_json(shared.made_.enrol_terminal()).dump()};
    }
    static sync::Reply refused() {
      const std::string type = std::string(wire::kProblemBase) + "code-refused";
      return {403, {}, wire::to_json(wire::Problem{type, "No such code", 403, ""}).dump()};
    }
    SharedHub& shared;
  };

  std::mutex mutex_;
  farewell::testing::MadeHub made_;
};

/// Collects notices until one satisfies a test, or gives up after a long time.
class Listener {
 public:
  Notices notices{[] {}};

  template <class Kind>
  bool hears(std::function<bool(const Kind&)> wanted = [](const Kind&) { return true; }) {
    for (int tries = 0; tries < 2'000; ++tries) {
      for (Notice& notice : notices.take()) heard_.push_back(std::move(notice));
      for (const Notice& notice : heard_) {
        if (const auto* kind = find<Kind>(notice); kind != nullptr && wanted(*kind)) return true;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
  }

 private:
  template <class Kind>
  static const Kind* find(const Notice& notice) {
    if constexpr (std::is_constructible_v<Notice, Kind> && !std::is_constructible_v<visit::Action, Kind>) {
      return std::get_if<Kind>(&notice);
    } else {
      const auto* action = std::get_if<visit::Action>(&notice);
      return action == nullptr ? nullptr : std::get_if<Kind>(action);
    }
  }
  std::vector<Notice> heard_;
};

}  // namespace farewell::kiosk::testing
