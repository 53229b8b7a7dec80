// A hub in memory behind a Transport: verifies, keeps rows and answers as core/wire/format.md says, in
// whatever weather a test asks for. What the weather may do to a message, it does; the hub itself is always
// honest.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/base/clock.h"
#include "core/sync/transport.h"
#include "core/wire/batch.h"
#include "core/wire/messages.h"
#include "core/wire/problems.h"

namespace farewell::testing {

enum class Weather {
  fair,
  request_lost,      ///< never reaches the hub
  reply_lost,        ///< reaches the hub, whose reply does not come back
  duplicated,        ///< reaches the hub twice
  html_page,         ///< 200 from a captive portal
  no_content,        ///< 204 from a captive portal
  redirect,          ///< 302 from a captive portal
  not_signed_by_us,  ///< the hub's reply with another key's signature
  server_error,      ///< 500 from a proxy
  too_many,          ///< 429 from a proxy, Retry-After: 7
};

class MadeHub final : public sync::Transport {
 public:
  /// A place in a stream.
  using Slot = std::pair<std::string, std::int64_t>;

  struct Stream {
    std::string terminal;
    std::int64_t have_upto = 0;
  };

  /// All that a backup would hold.
  struct State {
    std::string epoch;
    std::map<std::string, Stream> streams;
    std::map<Slot, std::string> ids;                 ///< what was had at each place
    std::map<std::string, std::string> terminal_of;  ///< by response id
    std::map<std::string, std::string> responses;    ///< bodies by id
    std::map<std::string, std::string> quarantine;   ///< reasons by id
    bool operator==(const State&) const = delete;
  };

  explicit MadeHub(const Clock& clock);

  /// A terminal that the hub knows from now on.
  wire::Enrolment enrol_terminal();
  void forget_terminal(const std::string& terminal) { keys_.erase(terminal); }

  Result<sync::Reply> exchange(const sync::Request& request) override;

  const State& state() const { return state_; }
  void restore(State backup) { state_ = std::move(backup); }
  /// Signs any answer as the hub would.
  sync::Reply answer(const sync::Request& request, int status, std::string body) const;
  sync::Reply problem(const sync::Request& request, const wire::ProblemKind& kind) const;

  /// Asked for each exchange; fair without one.
  std::function<Weather()> weather;
  /// Asked before the hub's own answer to a verified request whose body is given inflated.
  std::function<std::optional<sync::Reply>(const sync::Request&, const std::string& body)> instead;

  int config_version = 1;
  int exchanges = 0;                ///< that the terminal tried
  int forks = 0;                    ///< answered
  std::vector<sync::Request> seen;  ///< verified ones, as sent

 private:
  sync::Reply serve(const sync::Request& request);
  sync::Reply take_batch(const sync::Request& request, const std::string& terminal, const std::string& body);
  bool is_fork(const wire::Batch& batch, const std::string& terminal) const;
  std::vector<wire::Rejected> store(const wire::Batch& batch, const std::string& terminal);

  const Clock& clock_;
  State state_;
  std::map<std::string, wire::Key> keys_;
};

}  // namespace farewell::testing
