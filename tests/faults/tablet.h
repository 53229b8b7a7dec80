// A terminal without a screen: the real journal in a folder of its own, the real sync, a clock that the test
// moves, whatever lies between it and its hub. Keeps a ledger of what it thanked for. One thread, beside the
// journal's own.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>

#include "core/base/ids.h"
#include "core/sync/sync.h"
#include "tests/faults/campaign.h"
#include "tests/support/a_response.h"
#include "tests/support/http_client.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temp_dir.h"

namespace farewell::testing {

/// Health with nothing known but the version.
wire::Health some_health();

/// The hub at the other end of a plain socket. An exchange that breaks off is an error, and the next one
/// connects anew.
class SocketTransport final : public sync::Transport {
 public:
  explicit SocketTransport(std::function<int()> port) : port_(std::move(port)) {}
  Result<sync::Reply> exchange(const sync::Request& request) override;

 private:
  std::function<int()> port_;
  int connected_to_ = 0;
  std::unique_ptr<HttpClient> client_;
};

class Tablet {
 public:
  Tablet(ManualClock& clock, sync::Transport& transport, wire::Enrolment enrolment);

  void start();
  void stop();
  /// Is `other` from now on, as it stands: its image was written here, or its journal's copy restored.
  void become_copy_of(Tablet& other);

  /// Thanks for a visit and finishes it.
  std::string finish() { return finish(a_response(clock_)); }
  std::string finish(const wire::Response& response);

  /// Moves the clock on to the next thing to do, and does it.
  void step();
  /// All that can be done without waiting.
  void settle();
  /// A heartbeat is one request; so that many of them, and all that follows from each.
  void settle(int heartbeats);

  journal::Unsent unsent();
  std::filesystem::path file() const { return dir_ / "journal.sqlite"; }
  std::filesystem::path folder() const { return dir_.path(); }

  wire::Enrolment enrolment;
  std::set<std::string> thanked;  ///< ids
  std::function<std::int64_t(std::int64_t)> draw = [](std::int64_t below) { return below / 2; };
  std::unique_ptr<journal::Writer> journal;
  std::unique_ptr<sync::Sync> sync;

 private:
  TempDir dir_;
  ManualClock& clock_;
  sync::Transport& transport_;
  std::unique_ptr<sync::Hub> hub_;
};

}  // namespace farewell::testing
