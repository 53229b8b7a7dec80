// Rings the staff through the hub, on a thread of its own, and tells the visit what comes of it: HelpRinging
// once the hub has the call, HelpAccepted when somebody comes, HelpUnavailable when nobody can be rung.
// ring() and enrol() on the drawing thread.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "app/kiosk/runtime/connect.h"
#include "app/kiosk/runtime/notices.h"
#include "core/base/clock.h"
#include "core/sync/hub.h"
#include "core/wire/messages.h"

namespace farewell::kiosk {

inline constexpr std::int64_t kReachHubWithinMs =
    8'000;  ///< a customer waits no longer to hear that it rings

class HelpLine {
 public:
  HelpLine(const Clock& clock, Notices& notices, Connect connect);
  /// Ends the thread; waits for at most one exchange.
  ~HelpLine();

  void enrol(const wire::Enrolment& enrolment);
  /// Returns at once. A newer call takes the place of one that is still being followed.
  void ring(std::uint64_t visit, wire::HelpCall call);

 private:
  struct Call {
    std::uint64_t visit = 0;
    wire::HelpCall call;
    wire::Enrolment enrolment;
  };
  void run(const std::stop_token& stop);
  void follow(const Call& call, const std::stop_token& stop);
  bool post(sync::Hub& hub, const Call& call, const std::stop_token& stop);
  void await_acceptance(sync::Hub& hub, const Call& call, const std::stop_token& stop);
  /// Waits a moment; false if there is something else to do.
  bool may_go_on(const std::stop_token& stop, std::int64_t wait_ms);
  void tell(visit::Action action) { notices_.post(std::move(action)); }

  const Clock& clock_;
  Notices& notices_;
  Connect connect_;
  std::mutex mutex_;
  std::condition_variable_any woken_;
  std::optional<wire::Enrolment> enrolment_;
  std::optional<Call> next_;
  std::jthread thread_;  ///< last: it ends before what it uses
};

}  // namespace farewell::kiosk
