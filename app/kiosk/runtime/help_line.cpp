#include "app/kiosk/runtime/help_line.h"

#include <chrono>
#include <utility>

#include "app/kiosk/runtime/log.h"
#include "core/sync/help_calls.h"

namespace farewell::kiosk {
namespace {

constexpr int kPollSeconds = 4;  // short, since a newer call and the program's end wait for a poll
constexpr std::int64_t kRetryMs = 1'000;

}  // namespace

HelpLine::HelpLine(const Clock& clock, Notices& notices, Connect connect)
    : clock_(clock),
      notices_(notices),
      connect_(std::move(connect)),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

HelpLine::~HelpLine() = default;

void HelpLine::enrol(const wire::Enrolment& enrolment) {
  const std::scoped_lock lock(mutex_);
  enrolment_ = enrolment;
}

void HelpLine::ring(std::uint64_t visit, wire::HelpCall call) {
  std::unique_lock lock(mutex_);
  if (!enrolment_) {
    lock.unlock();
    return tell(visit::HelpUnavailable{visit});
  }
  next_ = Call{visit, std::move(call), *enrolment_};
  woken_.notify_all();
}

void HelpLine::run(const std::stop_token& stop) {
  while (true) {
    std::unique_lock lock(mutex_);
    if (!woken_.wait(lock, stop, [this] { return next_.has_value(); })) return;
    const Call call = *std::exchange(next_, std::nullopt);
    lock.unlock();
    follow(call, stop);
  }
}

void HelpLine::follow(const Call& call, const std::stop_token& stop) {
  auto transport = connect_(stop);
  if (!transport) {
    log("a help call cannot be made: " + transport.error().text());
    return tell(visit::HelpUnavailable{call.visit});
  }
  sync::Hub hub(**transport, clock_, call.enrolment);
  if (!post(hub, call, stop)) return tell(visit::HelpUnavailable{call.visit});
  tell(visit::HelpRinging{call.visit});
  await_acceptance(hub, call, stop);
}

bool HelpLine::post(sync::Hub& hub, const Call& call, const std::stop_token& stop) {
  const std::int64_t until_ms = clock_.monotonic_ms() + kReachHubWithinMs;
  while (true) {
    const Status posted = sync::post_help_call(hub, call.call);
    if (posted) return true;
    const bool in_time = clock_.monotonic_ms() + kRetryMs < until_ms;
    if (posted.error().code != ErrorCode::unavailable || !in_time || !may_go_on(stop, kRetryMs)) {
      log("a help call did not reach the hub: " + posted.error().text());
      return false;
    }
  }
}

void HelpLine::await_acceptance(sync::Hub& hub, const Call& call, const std::stop_token& stop) {
  const std::int64_t until_ms = clock_.monotonic_ms() + visit::kRingAtMostMs;
  std::int64_t pause_ms = 0;
  while (clock_.monotonic_ms() < until_ms && may_go_on(stop, pause_ms)) {
    const auto heard = sync::poll_help_call(hub, call.call.id, kPollSeconds);
    pause_ms = heard ? 0 : kRetryMs;
    if (!heard || heard->state == wire::HelpState::ringing) continue;
    if (heard->by.empty()) return tell(visit::HelpUnavailable{call.visit});
    return tell(visit::HelpAccepted{call.visit, heard->by});
  }
}

bool HelpLine::may_go_on(const std::stop_token& stop, std::int64_t wait_ms) {
  std::unique_lock lock(mutex_);
  woken_.wait_for(lock, stop, std::chrono::milliseconds(wait_ms), [this] { return next_.has_value(); });
  return !stop.stop_requested() && !next_;
}

}  // namespace farewell::kiosk
