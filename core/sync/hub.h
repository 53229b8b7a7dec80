// The hub as a terminal sees it: signed requests out, verified replies in. A reply that does not verify is a
// transport failure. Not a schedule (sync.h). One thread at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/sync/transport.h"
#include "core/wire/batch.h"
#include "core/wire/messages.h"

namespace farewell::sync {

/// Enrols with a pairing code. Errors: unauthorised (code unknown, used or expired), invalid (the hub says
/// what is wrong with the request), unavailable (no hub answered).
Result<wire::Enrolment> enrol(Transport& transport, const wire::EnrolRequest& request);

/// What came of a signed exchange.
struct Outcome {
  enum class Kind {
    ok,            ///< 2xx or 304, verified
    unreachable,   ///< no connection, TLS failure, unverified reply, 408, 425, 429, 5xx, and what has no
                   ///< meaning
    not_enrolled,  ///< 401, 403, verified or not
    too_large,     ///< 413, verified
    refused,       ///< 400, 422, verified
    forked,        ///< 409 stream-forked, verified
  };
  Kind kind = Kind::unreachable;
  Reply reply;                                 ///< only of a verified one
  std::optional<std::int64_t> retry_after_ms;  ///< a floor
  std::string why;                             ///< for the technician; empty when ok
};

/// What a verified reply of this status means. `problem_type` is the type of its problem details, or empty.
Outcome::Kind kind_of(int status, std::string_view problem_type);

/// An outcome that is not ok as an Error: unauthorised, too_large, invalid, conflict, not_found (404) or
/// unavailable.
Error error_of(const Outcome& outcome);

class Hub {
 public:
  /// The references outlive this.
  Hub(Transport& transport, const Clock& clock, const wire::Enrolment& enrolment);

  /// Adds what a body needs (Content-Type; gzip over 1 KiB), signs, sends, verifies.
  Outcome exchange(Request request);

 private:
  Outcome judge(const Result<Reply>& reply, const std::string& nonce) const;

  Transport& transport_;
  const Clock& clock_;
  wire::Enrolment enrolment_;
};

}  // namespace farewell::sync
