// What the hub keeps: sites, terminals, their responses, help calls. An interface so that SQLite and others
// pass one contract suite (tests/contract). Not HTTP and not parsing. Every call returns when what it wrote
// is durable, and may wait for a disk: it belongs to the store's own thread (store_thread.h), one call at a
// time.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/hub/audit.h"
#include "core/base/result.h"
#include "core/base/time_zone.h"
#include "core/wire/batch.h"
#include "core/wire/messages.h"

namespace farewell::hub {

struct Site {
  std::string id;  ///< UUID
  std::string name;
  std::string time_zone;
};

struct Terminal {
  std::string id;  ///< UUID
  std::string name;
  wire::Key key{};
  Site site;
};

/// A manager's token as it is kept: never itself, only its hash.
struct Token {
  Hash hash{};
  std::string who;
  Site site;
};

/// One element of a batch, ready to be stored.
struct Arrival {
  std::int64_t seq = 0;
  std::string id;
  std::string body;                    ///< as it came
  std::string reason;                  ///< why it goes to quarantine; empty: it is a response
  std::int64_t started_at_utc_ms = 0;  ///< from here on: of responses only
  int offset_minutes = 0;
  int value = 0;
  int of = 0;
};

/// A verified batch: its elements ascend by one in seq.
struct Submission {
  std::string terminal;
  std::string site;
  std::string stream;
  std::vector<Arrival> arrivals;
  std::string health;  ///< JSON; empty: none
  std::vector<wire::HourCounts> hours;
  std::int64_t received_at_utc_ms = 0;
};

enum class Verdict { taken, forked };
struct Receipt {
  Verdict verdict = Verdict::taken;
  std::int64_t have_upto = 0;
  int config_version = 1;
  std::string why;  ///< of a fork
};

struct Enrolling {
  Hash code{};
  std::string terminal;  ///< the new identity
  std::string name;
  wire::Key key{};
  std::int64_t now_utc_ms = 0;
};

/// Responses of one site whose visits started in `range`, after `after`, oldest first.
struct Place {
  std::int64_t started_at_utc_ms = 0;
  std::int64_t number = 0;
};
struct ResponseQuery {
  std::string site;
  UtcRange range;
  std::optional<Place> after;
  std::int64_t limit = 1000;
};
struct KeptResponse {
  Place place;
  std::string body;
};

struct HelpCall {
  std::string id;
  std::string terminal;
  std::string site;
  std::string response;
  std::string language;
  std::int64_t at_utc_ms = 0;
  wire::HelpCallState state;
  std::string terminal_name;  ///< when read
};

struct Config {
  int version = 1;
  std::string survey;  ///< JSON; empty: the survey that ships
};

/// What the first page says beside the responses.
struct SiteSummary {
  std::int64_t terminals = 0;
  std::int64_t cloned = 0;
  std::int64_t quarantined = 0;
};

class Store {
 public:
  virtual ~Store() = default;

  virtual std::string epoch() const = 0;
  /// The X25519 public key to which contact details are sealed.
  virtual wire::Key sealing_key() const = 0;

  /// What `work` does on this store is kept as a whole, or, if it gives an error, not at all.
  virtual Status together(const std::function<Status()>& work) = 0;
  /// Enters `note` into the audit log.
  virtual Status note(const AuditNote& note) = 0;
  /// At most `limit` entries after number `after`, ascending.
  virtual Result<std::vector<AuditEntry>> audit(std::int64_t after, std::int64_t limit) = 0;

  /// Errors: conflict, if a site has this name.
  virtual Result<Site> add_site(const std::string& name, const std::string& time_zone) = 0;
  /// Errors: not_found.
  virtual Result<Site> find_site(const std::string& name) = 0;
  virtual Result<std::vector<Site>> sites() = 0;

  virtual Status add_pairing_code(const std::string& site, const Hash& code, std::int64_t expires_utc_ms) = 0;
  /// Uses up the code. Errors: unauthorised, alike for codes unknown, used and expired.
  virtual Result<Terminal> enrol(const Enrolling& enrolling) = 0;
  /// Errors: not_found.
  virtual Result<Terminal> find_terminal(const std::string& id) = 0;

  virtual Status add_token(const std::string& site, const std::string& who, const Hash& hash,
                           std::int64_t now_utc_ms) = 0;
  /// Ends all tokens of this name. Errors: not_found, if there is none.
  virtual Status remove_tokens(const std::string& site, const std::string& who) = 0;
  /// Tokens whose hash begins as `hash` does (8 bytes); the caller compares the whole in constant time.
  virtual Result<std::vector<Token>> tokens_like(const Hash& hash) = 0;

  /// Takes many batches in one commit; one result each, in order. A batch that cannot be stored has its own
  /// error; if the commit fails, all have.
  virtual std::vector<Result<Receipt>> take_batches(std::span<const Submission> submissions) = 0;

  virtual Result<std::vector<KeptResponse>> responses(const ResponseQuery& query) = 0;
  virtual Result<SiteSummary> summary(const std::string& site) = 0;

  /// Keeps the first of each id. Errors: conflict, if another terminal rang with this id.
  virtual Status ring(const HelpCall& call) = 0;
  /// Errors: not_found.
  virtual Result<HelpCall> find_help_call(const std::string& id) = 0;
  /// Ringing and accepted ones, since `since_utc_ms`, newest first.
  virtual Result<std::vector<HelpCall>> help_calls(const std::string& site, std::int64_t since_utc_ms) = 0;
  /// The first to accept stays. Returns the call as it is then. Errors: not_found, also for another site's.
  virtual Result<HelpCall> accept_help_call(const std::string& site, const std::string& id,
                                            const std::string& by) = 0;

  virtual Result<Config> config(const std::string& site) = 0;
  /// Returns the new version.
  virtual Result<int> set_survey(const std::string& site, const std::string& survey) = 0;
};

}  // namespace farewell::hub
