#include "core/sync/help_calls.h"

namespace farewell::sync {
namespace {

constexpr int kPostTimeoutMs = 4'000;  // a customer is waiting
constexpr int kBeyondWaitMs = 10'000;  // what the network may add to the wait asked for

}  // namespace

Status post_help_call(Hub& hub, const wire::HelpCall& call) {
  const Outcome outcome = hub.exchange({.method = "POST",
                                        .path = "/v1/help-calls",
                                        .body = wire::to_json(call).dump(),
                                        .timeout_ms = kPostTimeoutMs});
  if (outcome.kind != Outcome::Kind::ok) return error_of(outcome);
  return {};
}

Result<wire::HelpCallState> poll_help_call(Hub& hub, const std::string& id, int wait_s) {
  const Outcome outcome = hub.exchange({.method = "GET",
                                        .path = "/v1/help-calls/" + id,
                                        .query = "wait=" + std::to_string(wait_s),
                                        .timeout_ms = wait_s * 1000 + kBeyondWaitMs});
  if (outcome.kind != Outcome::Kind::ok) return error_of(outcome);
  return wire::parse_help_call_state(outcome.reply.body);
}

}  // namespace farewell::sync
