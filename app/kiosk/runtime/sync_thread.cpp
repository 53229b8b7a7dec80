#include "app/kiosk/runtime/sync_thread.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <utility>

#include "app/kiosk/runtime/log.h"
#include "core/base/ids.h"
#include "core/sync/config.h"

namespace farewell::kiosk {
namespace {

constexpr std::int64_t kEnrolRetryMs = 5'000;
constexpr std::int64_t kLookUpMs = 60'000;  // a machine that slept has missed its wake-up: look now and then

std::int64_t draw_below(std::int64_t below) {
  std::array<std::uint8_t, 8> bytes{};
  fill_random(bytes);
  std::uint64_t number = 0;
  std::memcpy(&number, bytes.data(), sizeof number);
  return below <= 0 ? 0 : static_cast<std::int64_t>(number % static_cast<std::uint64_t>(below));
}

}  // namespace

SyncThread::SyncThread(Parts parts, std::optional<wire::Enrolment> enrolment, Pairing pairing)
    : parts_(std::move(parts)),
      enrolment_(std::move(enrolment)),
      pairing_(std::move(pairing)),
      seen_config_(parts_.config_version),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

SyncThread::~SyncThread() = default;

void SyncThread::response_finished() {
  const std::scoped_lock lock(mutex_);
  finished_ = true;
  woken_.notify_all();
}

void SyncThread::run(const std::stop_token& stop) {
  const auto transport = parts_.connect(stop);
  if (!transport) return log("no hub: " + transport.error().text());
  if (!enrolment_ && !enrol(**transport, stop)) return;
  keep_up_to_date(**transport, stop);
}

bool SyncThread::enrol(sync::Transport& transport, const std::stop_token& stop) {
  bool told = false;
  while (!stop.stop_requested()) {
    auto enrolment = sync::enrol(transport, {.code = pairing_.code, .name = pairing_.name});
    if (enrolment) {
      const Status kept = parts_.data.save_enrolment({pairing_.hub, *enrolment});
      if (!kept) log("the enrolment could not be kept: " + kept.error().text());
      enrolment_ = std::move(*enrolment);
      parts_.notices.post(EnrolledNow{*enrolment_});
      log("enrolled at " + enrolment_->site_name);
      return true;
    }
    if (enrolment.error().code != ErrorCode::unavailable) {
      parts_.notices.post(CodeRefused{enrolment.error()});
      return false;
    }
    if (!std::exchange(told, true)) log("not enrolled yet, trying on: " + enrolment.error().text());
    wait(stop, parts_.clock.monotonic_ms() + kEnrolRetryMs);
  }
  return false;
}

void SyncThread::keep_up_to_date(sync::Transport& transport, const std::stop_token& stop) {
  sync::Hub hub(transport, parts_.clock, *enrolment_);
  const auto health = [this] { return parts_.health.report(parts_.journal); };
  sync::Sync sync(parts_.journal, hub, parts_.clock, draw_below, health, parts_.settings);
  std::string last_why;
  while (!stop.stop_requested()) {
    if (wait(stop, sync.due_ms())) sync.response_finished();
    if (stop.stop_requested()) return;
    sync.step();
    parts_.health.note_clock_offset(sync.state().clock_offset_ms);
    if (const std::string why = sync.state().why; std::exchange(last_why, why) != why) {
      log(why.empty() ? "the hub is up to date" : "sync waits: " + why);
    }
    follow_config(hub, sync.state().config_version);
  }
}

void SyncThread::follow_config(sync::Hub& hub, int wanted_version) {
  if (wanted_version == 0 || wanted_version == seen_config_) return;
  const auto fetched = sync::fetch_config(hub, etag_);
  if (fetched || fetched.error().code == ErrorCode::not_found) seen_config_ = wanted_version;
  if (!fetched) return log("the hub's configuration could not be fetched: " + fetched.error().text());
  if (!*fetched) return;
  etag_ = (*fetched)->etag;
  take_config((*fetched)->body);
}

void SyncThread::take_config(const std::string& body) {
  auto config = parse_hub_config(body, "the hub's configuration");
  if (!config) {
    log("keeping the last good survey: " + config.error().text());
    return parts_.health.raise("config-rolled-back");
  }
  if (const Status kept = parts_.data.save_hub_config(body); !kept) {
    log("the hub's configuration could not be kept: " + kept.error().text());
  }
  parts_.notices.post(ConfigArrived{std::move(*config)});
}

bool SyncThread::wait(const std::stop_token& stop, std::int64_t due_ms) {
  std::unique_lock lock(mutex_);
  const auto left_ms = std::clamp<std::int64_t>(due_ms - parts_.clock.monotonic_ms(), 0, kLookUpMs);
  woken_.wait_for(lock, stop, std::chrono::milliseconds(left_ms), [this] { return finished_; });
  return std::exchange(finished_, false);
}

}  // namespace farewell::kiosk
