#include "tests/support/made_hub.h"

#include "core/base/ids.h"
#include "core/wire/gzip.h"
#include "core/wire/signature.h"

namespace farewell::testing {
namespace {

using sync::Reply;
using sync::Request;

std::string field(const Request& request, const char* name) {
  const auto found = request.headers.find(name);
  return found == request.headers.end() ? "" : found->second;
}

wire::Signed signature_of(const Request& request) {
  return {field(request, "content-digest"), field(request, "signature-input"), field(request, "signature")};
}

Result<std::string> body_of(const Request& request) {
  if (field(request, "content-encoding") != "gzip") return request.body;
  return wire::decompress(request.body, wire::kMaxBatchBytes);
}

Reply captive_portal(Weather weather) {
  if (weather == Weather::no_content) return {204, {}, ""};
  if (weather == Weather::redirect) return {302, {{"location", "http://portal.invalid/"}}, ""};
  return {200, {{"content-type", "text/html"}}, "<html>Accept our terms</html>"};
}

}  // namespace

MadeHub::MadeHub(const Clock& clock) : clock_(clock) {
  state_.epoch = new_uuid_v4();
}

wire::Enrolment MadeHub::enrol_terminal() {
  wire::Enrolment enrolment;
  enrolment.terminal = new_uuid_v4();
  fill_random(enrolment.key);
  enrolment.site_id = "demo";
  enrolment.site_name = "Demo shop";
  enrolment.time_zone = "Europe/Oslo";
  keys_[enrolment.terminal] = enrolment.key;
  return enrolment;
}

Result<Reply> MadeHub::exchange(const Request& request) {
  ++exchanges;
  const Weather now = weather ? weather() : Weather::fair;
  switch (now) {
    case Weather::fair:
      return serve(request);
    case Weather::request_lost:
      return Error{ErrorCode::unavailable, "no route", ""};
    case Weather::reply_lost:
      serve(request);
      return Error{ErrorCode::unavailable, "the connection broke off", ""};
    case Weather::duplicated:
      serve(request);
      return serve(request);
    case Weather::not_signed_by_us: {
      Reply reply = serve(request);
      reply.headers["signature"] = "farewell=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:";
      return reply;
    }
    case Weather::server_error:
      return Reply{500, {}, "Internal Server Error"};
    case Weather::too_many:
      return Reply{429, {{"retry-after", "7"}}, ""};
    case Weather::html_page:
    case Weather::no_content:
    case Weather::redirect:
      break;
  }
  return captive_portal(now);
}

Reply MadeHub::answer(const Request& request, int status, std::string body) const {
  const auto said = wire::read_parameters(field(request, "signature-input"));
  Reply reply{status, {{"content-type", "application/json"}}, std::move(body)};
  if (!said.ok() || !keys_.contains(said->keyid)) return reply;
  const wire::Signed fields = wire::sign_reply(status, reply.body, keys_.at(said->keyid), said->keyid,
                                               clock_.utc_ms() / 1000, said->nonce);
  reply.headers["content-digest"] = fields.content_digest;
  reply.headers["signature-input"] = fields.signature_input;
  reply.headers["signature"] = fields.signature;
  return reply;
}

Reply MadeHub::problem(const Request& request, const wire::ProblemKind& kind) const {
  return answer(request, kind.status, wire::to_json(wire::problem_of(kind, "")).dump());
}

Reply MadeHub::serve(const Request& request) {
  const auto said = wire::read_parameters(field(request, "signature-input"));
  const auto key = said.ok() ? keys_.find(said->keyid) : keys_.end();
  if (key == keys_.end()) return problem(request, wire::problems::kUnknownTerminal);
  const Status verified = wire::verify_request({request.method, request.path, request.query, request.body},
                                               signature_of(request), key->second);
  if (!verified.ok()) return problem(request, wire::problems::kBadSignature);
  seen.push_back(request);
  const Result<std::string> body = body_of(request);
  if (!body.ok()) return problem(request, wire::problems::kTooLarge);
  if (instead) {
    if (std::optional<Reply> other = instead(request, *body)) return *std::move(other);
  }
  if (request.method == "POST" && request.path == "/v1/batches") {
    return take_batch(request, said->keyid, *body);
  }
  return problem(request, wire::problems::kNotFound);
}

Reply MadeHub::take_batch(const Request& request, const std::string& terminal, const std::string& body) {
  const Result<wire::Batch> batch = wire::parse_batch(body);
  if (!batch.ok()) {
    return problem(request, batch.error().code == ErrorCode::too_large ? wire::problems::kTooLarge
                                                                       : wire::problems::kInvalidBatch);
  }
  if (is_fork(*batch, terminal)) {
    ++forks;
    return problem(request, wire::problems::kStreamForked);
  }
  const std::vector<wire::Rejected> rejected = store(*batch, terminal);
  const wire::BatchReply reply{.epoch = state_.epoch,
                               .have_upto = state_.streams[batch->stream].have_upto,
                               .rejected = rejected,
                               .config_version = config_version,
                               .time_utc_ms = clock_.utc_ms()};
  return answer(request, 200, wire::to_json(reply).dump());
}

bool MadeHub::is_fork(const wire::Batch& batch, const std::string& terminal) const {
  const auto stream = state_.streams.find(batch.stream);
  if (stream != state_.streams.end() && stream->second.terminal != terminal) return true;
  for (const wire::BatchItem& item : batch.items) {
    const auto had = state_.ids.find({batch.stream, item.seq});
    if (had != state_.ids.end()) {
      if (had->second != item.id) return true;
      continue;
    }
    const auto owner = state_.terminal_of.find(item.id);
    if (owner != state_.terminal_of.end() && owner->second != terminal) return true;
  }
  return false;
}

std::vector<wire::Rejected> MadeHub::store(const wire::Batch& batch, const std::string& terminal) {
  Stream& stream = state_.streams[batch.stream];
  stream.terminal = terminal;
  std::vector<wire::Rejected> rejected;
  for (const wire::BatchItem& item : batch.items) {
    if (item.seq > stream.have_upto + 1) break;
    if (item.seq == stream.have_upto + 1) {
      stream.have_upto = item.seq;
      state_.ids[{batch.stream, item.seq}] = item.id;
      state_.terminal_of.emplace(item.id, terminal);
      if (const Error* fault = std::get_if<Error>(&item.response)) {
        state_.quarantine.emplace(item.id, fault->message);
      } else {
        state_.responses.emplace(item.id, item.body);
      }
    }
    const auto kept = state_.quarantine.find(item.id);
    if (kept != state_.quarantine.end()) rejected.push_back({item.seq, item.id, kept->second});
  }
  return rejected;
}

}  // namespace farewell::testing
