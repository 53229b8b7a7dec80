#include "core/wire/batch.h"

#include <utility>

#include "core/base/ids.h"
#include "core/base/time_zone.h"

namespace farewell::wire {
namespace {

constexpr std::int64_t kMaxExact = 9'007'199'254'740'991;  // 2^53 - 1
constexpr std::int64_t kMaxInt = 2'147'483'647;
constexpr std::size_t kMaxNameBytes = 64;
constexpr int kBatchDepth = kMaxResponseDepth + 2;  // the batch and its array stand around each response
constexpr std::size_t kMaxReasonBytes = 1024;

bool has_text(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() && !found->get_ref<const std::string&>().empty() &&
         found->get_ref<const std::string&>().size() <= kMaxNameBytes;
}

bool has_seq(const Json& object) {
  const auto found = object.find("seq");
  return found != object.end() && found->is_number_integer() && *found >= 1 && *found <= kMaxExact;
}

/// Read as a document of its own, so that a fault reads "satisfaction.value is …" and stays this item's own.
std::variant<Response, Error> read_response(const std::string& body, const Json& value) {
  if (body.size() > kMaxResponseBytes) {
    return Error{
        ErrorCode::too_large,
        "has " + std::to_string(body.size()) + " bytes, at most " + std::to_string(kMaxResponseBytes),
        "response"};
  }
  const JsonDocument document{.name = "response", .text = body, .root = value};
  Result<Response> response = parse_response(JsonReader(document));
  if (!response.ok()) return response.error();
  return *std::move(response);
}

/// Null if not even its number and id can be read.
std::optional<BatchItem> read_item(const Json& value) {
  if (!value.is_object() || !has_seq(value) || !has_text(value, "id")) return std::nullopt;
  BatchItem item{value["seq"].get<std::int64_t>(), value["id"].get<std::string>(), value.dump(), {}};
  item.response = read_response(item.body, value);
  return item;
}

std::vector<BatchItem> read_items(JsonReader& reader) {
  const Json* const responses = reader.raw("responses");
  std::vector<BatchItem> items;
  if (responses == nullptr || !responses->is_array()) {
    reader.fault("responses", "must be a list");
    return items;
  }
  if (responses->size() > kMaxBatchResponses) {
    reader.fault("responses",
                 "has " + std::to_string(responses->size()) + " elements, at most " +
                     std::to_string(kMaxBatchResponses),
                 ErrorCode::too_large);
    return items;
  }
  for (const Json& value : *responses) {
    std::optional<BatchItem> item = read_item(value);
    if (!item) {
      reader.fault("responses", "has an element without a readable seq and id");
      return items;
    }
    if (!items.empty() && item->seq != items.back().seq + 1) {
      reader.fault("responses", "has seq " + std::to_string(item->seq) + " after " +
                                    std::to_string(items.back().seq) + ", must ascend by one");
      return items;
    }
    items.push_back(*std::move(item));
  }
  return items;
}

std::optional<Health> read_health(JsonReader& reader) {
  const std::optional<JsonReader> object = reader.optional_object("health");
  if (!object) return std::nullopt;
  Result<Health> health = parse_health(*object);
  if (!health.ok()) return std::nullopt;  // its fault is the batch's fault already
  return *std::move(health);
}

std::int64_t read_time(JsonReader& reader, const char* key) {
  const std::string text = reader.string(key, 1, kMaxNameBytes);
  const Result<Instant> instant = parse_rfc3339(text);
  if (instant.ok()) return instant->utc_ms;
  reader.fault(key, "is \"" + text + "\", must be like 2026-11-21T16:04:05Z");
  return 0;
}

}  // namespace

Result<Batch> parse_batch(std::string_view text) {
  const Result<JsonDocument> document =
      parse_json(text, "batch", {.max_bytes = kMaxBatchBytes, .max_depth = kBatchDepth});
  if (!document.ok()) return document.error();
  JsonReader reader(*document);
  Batch out;
  out.format = static_cast<int>(reader.integer("format", kFormat, kFormat));
  out.stream = reader.string("stream", 1, kMaxNameBytes);
  if (!is_uuid(out.stream)) reader.fault("stream", "is not a UUID in lower case");
  out.items = read_items(reader);
  out.health = read_health(reader);
  if (const Status status = reader.status(); !status.ok()) return status.error();
  return out;
}

std::string batch_text(const std::string& stream, const std::vector<std::string>& bodies,
                       const std::optional<Health>& health) {
  std::string out = "{\"format\":" + std::to_string(kFormat) + ",\"stream\":" + Json(stream).dump();
  out += ",\"responses\":[";
  for (const std::string& body : bodies) {
    if (&body != &bodies.front()) out += ',';
    out += body;
  }
  out += ']';
  if (health) out += ",\"health\":" + to_json(*health).dump();
  return out += '}';
}

Json to_json(const BatchReply& reply) {
  Json rejected = Json::array();
  for (const Rejected& each : reply.rejected) {
    rejected.push_back({{"seq", each.seq}, {"id", each.id}, {"reason", each.reason}});
  }
  return {{"epoch", reply.epoch},
          {"have_upto", reply.have_upto},
          {"rejected", std::move(rejected)},
          {"config_version", reply.config_version},
          {"time", to_rfc3339_utc(reply.time_utc_ms)}};
}

Result<BatchReply> parse_batch_reply(std::string_view text) {
  const Result<JsonDocument> document = parse_json(text, "batch reply");
  if (!document.ok()) return document.error();
  JsonReader reader(*document);
  BatchReply out;
  out.epoch = reader.string("epoch", 1, kMaxNameBytes);
  out.have_upto = reader.integer("have_upto", 0, kMaxExact);
  for (JsonReader& each : reader.objects("rejected", kMaxBatchResponses)) {
    out.rejected.push_back({each.integer("seq", 1, kMaxExact), each.string("id", 1, kMaxNameBytes),
                            each.string("reason", 0, kMaxReasonBytes)});
  }
  out.config_version = static_cast<int>(reader.integer("config_version", 0, kMaxInt));
  out.time_utc_ms = read_time(reader, "time");
  if (const Status status = reader.status(); !status.ok()) return status.error();
  return out;
}

}  // namespace farewell::wire
