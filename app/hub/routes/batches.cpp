// Uploads: a batch is read on the pool, stored by the store's thread, answered when it is durable.
#include <variant>

#include "app/hub/http/problem.h"
#include "app/hub/log.h"
#include "app/hub/routes/routes.h"
#include "app/hub/routes/signed.h"
#include "core/wire/batch.h"
#include "core/wire/gzip.h"

namespace farewell::hub {

namespace {

namespace problems = wire::problems;

// Far over what is taken, so that a batch that is too large is still answered with a signed refusal.
constexpr std::size_t kMaxSentBytes = 2u << 20;

struct Upload {
  Submission submission;
  std::vector<wire::Rejected> rejected;
};
using Read = std::variant<Upload, Reply>;

Arrival arrival_of(wire::BatchItem item) {
  Arrival arrival;
  arrival.seq = item.seq;
  arrival.id = std::move(item.id);
  arrival.body = std::move(item.body);
  if (const auto* fault = std::get_if<Error>(&item.response)) {
    arrival.reason = fault->message;
    return arrival;
  }
  const auto& response = std::get<wire::Response>(item.response);
  arrival.started_at_utc_ms = response.started_at_utc_ms;
  arrival.offset_minutes = response.started_at_offset_minutes;
  arrival.value = response.satisfaction.value;
  arrival.of = response.satisfaction.of;
  return arrival;
}

Upload upload_of(wire::Batch batch) {
  Upload upload;
  upload.submission.stream = std::move(batch.stream);
  for (wire::BatchItem& item : batch.items) {
    upload.submission.arrivals.push_back(arrival_of(std::move(item)));
    const Arrival& arrival = upload.submission.arrivals.back();
    if (!arrival.reason.empty()) upload.rejected.push_back({arrival.seq, arrival.id, arrival.reason});
  }
  if (batch.health) {
    upload.submission.health = wire::to_json(*batch.health).dump();
    upload.submission.hours = std::move(batch.health->hours);
  }
  return upload;
}

Reply refusal(std::string_view text, const Error& fault) {
  if (fault.code == ErrorCode::too_large) return problem(problems::kTooLarge, fault.text());
  const auto json = parse_json(text, "batch", {.max_bytes = wire::kMaxBatchBytes, .max_depth = 64});
  return problem(json.ok() ? problems::kInvalidBatch : problems::kMalformedJson, fault.text());
}

Read read_upload(const Request& request) {
  const std::string encoding = request.header("content-encoding");
  std::string inflated;
  if (encoding == "gzip") {
    auto plain = wire::decompress(request.body, wire::kMaxBatchBytes);
    if (!plain.ok()) {
      const bool is_large = plain.error().code == ErrorCode::too_large;
      return problem(is_large ? problems::kTooLarge : problems::kMalformedJson, plain.error().text());
    }
    inflated = std::move(*plain);
  } else if (!encoding.empty() && encoding != "identity") {
    return problem(problems::kUnsupportedMediaType, "Content-Encoding may be gzip");
  }
  const std::string& text = encoding == "gzip" ? inflated : request.body;
  auto batch = wire::parse_batch(text);
  if (!batch.ok()) return refusal(text, batch.error());
  return upload_of(*std::move(batch));
}

std::string acknowledgement(const Hub& hub, const Receipt& receipt, std::vector<wire::Rejected> rejected) {
  wire::BatchReply reply;
  reply.epoch = hub.epoch;
  reply.have_upto = receipt.have_upto;
  std::erase_if(rejected, [&](const wire::Rejected& item) { return item.seq > receipt.have_upto; });
  reply.rejected = std::move(rejected);
  reply.config_version = receipt.config_version;
  reply.time_utc_ms = hub.clock.utc_ms();
  return wire::to_json(reply).dump();
}

asio::awaitable<Reply> take(Hub& hub, Request request, Terminal terminal) {
  const auto work = [&request] { return read_upload(request); };
  Read read = co_await hub.compute(work);
  if (auto* refused = std::get_if<Reply>(&read)) co_return std::move(*refused);
  Upload& upload = std::get<Upload>(read);
  upload.submission.terminal = terminal.id;
  upload.submission.site = terminal.site.id;
  upload.submission.received_at_utc_ms = hub.clock.utc_ms();
  const auto submit = [&hub, &upload](auto done) { hub.store.submit(std::move(upload.submission), done); };
  const Result<Receipt> receipt = co_await await_callback<Result<Receipt>>(submit);
  if (!receipt.ok()) co_return problem_for(receipt.error());
  if (receipt->verdict == Verdict::forked) {
    log("terminal " + in_quotes(terminal.name) + " (" + terminal.id + ") looks cloned: " + receipt->why);
    co_return problem(problems::kStreamForked, receipt->why);
  }
  if (!upload.rejected.empty()) {
    log("in quarantine from terminal " + in_quotes(terminal.name) + ": " +
        std::to_string(upload.rejected.size()));
  }
  co_return json_reply(200, acknowledgement(hub, *receipt, std::move(upload.rejected)));
}

}  // namespace

void add_batch_routes(Router& router, Hub& hub) {
  router.add(
      {"POST", "/v1/batches", kMaxSentBytes, signed_handler(hub, [&hub](Request request, Terminal terminal) {
         return take(hub, std::move(request), std::move(terminal));
       })});
}

}  // namespace farewell::hub
