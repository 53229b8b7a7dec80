// A terminal's side of the wire for tests of the hub: signed requests on a connection of its own, and
// responses to send. One thread at a time.
#pragma once

#include <string>
#include <vector>

#include "core/wire/batch.h"
#include "core/wire/messages.h"
#include "tests/support/http_client.h"

namespace farewell::testing {

/// The JSON of a response that keeps the schema.
std::string response_text(std::int64_t seq, const std::string& id,
                          const std::string& started_at = "2026-11-21T16:03:51+01:00",
                          const std::string& comment = "The queue at the till");

/// `count` of them with new identities, from `first_seq` on.
std::vector<std::string> response_texts(std::int64_t first_seq, int count);

class HubTerminal {
 public:
  HubTerminal(int port, wire::Enrolment enrolment, const std::string& from = "127.0.0.1")
      : enrolled(std::move(enrolment)), client(port, from) {}

  /// Signed as `enrolled` says; throws if the reply is not signed so too.
  HttpReply exchange(const std::string& method, const std::string& target, const std::string& body = "",
                     std::vector<std::string> headers = {});
  HttpReply send_batch(const std::string& stream, const std::vector<std::string>& responses);
  /// have_upto of the reply, which must be 200.
  std::int64_t upload(const std::string& stream, const std::vector<std::string>& responses);

  wire::Enrolment enrolled;
  HttpClient client;
};

/// The header lines of a signed request.
std::vector<std::string> signature_headers(const wire::Enrolment& enrolled, const std::string& method,
                                           const std::string& target, const std::string& body,
                                           const std::string& nonce);

}  // namespace farewell::testing
