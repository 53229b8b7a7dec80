#include "core/sync/hub.h"

#include <utility>

#include "core/sync/retry.h"
#include "core/wire/gzip.h"
#include "core/wire/problems.h"
#include "core/wire/signature.h"

namespace farewell::sync {
namespace {

constexpr std::size_t kPlainBytes = 1024;  // below this gzip gains nothing

std::string field(const Reply& reply, const char* name) {
  const auto found = reply.headers.find(name);
  return found == reply.headers.end() ? "" : found->second;
}

void dress_body(Request& request) {
  if (request.body.empty()) return;
  request.headers["content-type"] = "application/json";
  if (request.body.size() <= kPlainBytes) return;
  request.headers["content-encoding"] = "gzip";
  request.body = wire::compress(request.body);
}

/// Against the answerer's own clock where it tells it: the terminal's may be years off.
std::optional<std::int64_t> asked_delay_ms(const Reply& reply, std::int64_t now_utc_ms) {
  const auto their_now = parse_http_date(field(reply, "date"));
  return retry_after_ms(field(reply, "retry-after"), their_now.value_or(now_utc_ms));
}

/// "the hub answers 422: The batch as a whole is wrong (stream is missing)"
std::string words_for(const Reply& reply) {
  const wire::Problem problem = wire::parse_problem(reply.status, reply.body);
  std::string words = "the hub answers " + std::to_string(reply.status);
  if (!problem.title.empty()) words += ": " + problem.title;
  if (!problem.detail.empty()) words += " (" + problem.detail + ")";
  return words;
}

bool is_not_enrolled(int status) {
  return status == 401 || status == 403;
}

}  // namespace

Result<wire::Enrolment> enrol(Transport& transport, const wire::EnrolRequest& request) {
  const Result<Reply> reply = transport.exchange({.method = "POST",
                                                  .path = "/v1/terminals",
                                                  .headers = {{"content-type", "application/json"}},
                                                  .body = wire::to_json(request).dump()});
  if (!reply.ok()) return reply.error();
  if (reply->status == 201) {
    Result<wire::Enrolment> enrolment = wire::parse_enrolment(reply->body, "enrolment");
    if (enrolment.ok()) return enrolment;
  }
  const wire::Problem problem = wire::parse_problem(reply->status, reply->body);
  if (wire::is(problem, wire::problems::kCodeRefused)) {
    return Error{ErrorCode::unauthorised, "the code is unknown, used or expired; ask for a new one", ""};
  }
  if (!problem.type.empty() && kind_of(reply->status, problem.type) == Outcome::Kind::refused) {
    return Error{ErrorCode::invalid, words_for(*reply), ""};
  }
  return Error{ErrorCode::unavailable,
               problem.type.empty() ? "no hub answers there (status " + std::to_string(reply->status) + ")"
                                    : words_for(*reply),
               ""};
}

Outcome::Kind kind_of(int status, std::string_view problem_type) {
  using Kind = Outcome::Kind;
  if ((status >= 200 && status < 300) || status == 304) return Kind::ok;
  if (is_not_enrolled(status)) return Kind::not_enrolled;
  if (status == 413) return Kind::too_large;
  if (status == 400 || status == 422) return Kind::refused;
  const wire::Problem problem{.type = std::string(problem_type), .title = "", .status = status, .detail = ""};
  if (status == 409 && wire::is(problem, wire::problems::kStreamForked)) return Kind::forked;
  return Kind::unreachable;
}

Error error_of(const Outcome& outcome) {
  switch (outcome.kind) {
    case Outcome::Kind::not_enrolled:
      return {ErrorCode::unauthorised, outcome.why, ""};
    case Outcome::Kind::too_large:
      return {ErrorCode::too_large, outcome.why, ""};
    case Outcome::Kind::refused:
      return {ErrorCode::invalid, outcome.why, ""};
    case Outcome::Kind::forked:
      return {ErrorCode::conflict, outcome.why, ""};
    case Outcome::Kind::ok:
    case Outcome::Kind::unreachable:
      break;
  }
  return {outcome.reply.status == 404 ? ErrorCode::not_found : ErrorCode::unavailable, outcome.why, ""};
}

Hub::Hub(Transport& transport, const Clock& clock, const wire::Enrolment& enrolment)
    : transport_(transport), clock_(clock), enrolment_(enrolment) {}

Outcome Hub::exchange(Request request) {
  dress_body(request);
  const std::string nonce = wire::new_nonce();
  const wire::Signed fields =
      wire::sign_request({request.method, request.path, request.query, request.body}, enrolment_.key,
                         enrolment_.terminal, clock_.utc_ms() / 1000, nonce);
  request.headers["content-digest"] = fields.content_digest;
  request.headers["signature-input"] = fields.signature_input;
  request.headers["signature"] = fields.signature;
  return judge(transport_.exchange(request), nonce);
}

Outcome Hub::judge(const Result<Reply>& reply, const std::string& nonce) const {
  Outcome outcome;
  if (!reply.ok()) {
    outcome.why = reply.error().text();
    return outcome;
  }
  const wire::Signed fields{field(*reply, "content-digest"), field(*reply, "signature-input"),
                            field(*reply, "signature")};
  const Status verified =
      wire::verify_reply(reply->status, reply->body, fields, enrolment_.key, enrolment_.terminal, nonce);
  outcome.retry_after_ms = asked_delay_ms(*reply, clock_.utc_ms());
  if (verified.ok()) {
    outcome.reply = *reply;
    outcome.kind = kind_of(reply->status, wire::parse_problem(reply->status, reply->body).type);
    if (outcome.kind != Outcome::Kind::ok) outcome.why = words_for(*reply);
  } else if (is_not_enrolled(reply->status)) {
    outcome.kind = Outcome::Kind::not_enrolled;
    outcome.why = "the hub does not know this terminal (status " + std::to_string(reply->status) + ")";
  } else {
    outcome.why = "something other than the hub answers (status " + std::to_string(reply->status) +
                  "): " + verified.error().message;
  }
  return outcome;
}

}  // namespace farewell::sync
