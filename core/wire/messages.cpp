#include "core/wire/messages.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/base64.h"
#include "core/base/ids.h"
#include "core/base/time_zone.h"

namespace farewell::wire {
namespace {

constexpr std::string_view kCodeLetters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
constexpr std::size_t kCodeLength = 8;
constexpr std::size_t kMaxNameBytes = 128;
constexpr std::array<std::pair<HelpState, std::string_view>, 3> kHelpStates{
    {{HelpState::ringing, "ringing"}, {HelpState::accepted, "accepted"}, {HelpState::done, "done"}}};

Key read_key(JsonReader& reader, const char* field) {
  Key key{};
  const Result<std::vector<std::uint8_t>> bytes = from_base64(reader.string(field, 1, kMaxNameBytes));
  if (bytes.ok() && bytes->size() == key.size()) {
    std::copy(bytes->begin(), bytes->end(), key.begin());
  } else {
    reader.fault(field, "is not the base64 of 32 bytes");
  }
  return key;
}

std::string read_uuid(JsonReader& reader, const char* field) {
  std::string text = reader.string(field, 1, kMaxNameBytes);
  if (!is_uuid(text)) reader.fault(field, "is not a UUID in lower case");
  return text;
}

template <class Value>
Result<Value> checked(const JsonReader& reader, Value value) {
  if (const Status status = reader.status(); !status.ok()) return status.error();
  return value;
}

Error not_a_code() {
  return {ErrorCode::invalid, "a pairing code has eight letters and digits, like K7QM-2RXD", ""};
}

}  // namespace

Json to_json(const EnrolRequest& request) {
  return {{"code", request.code}, {"name", request.name}};
}

Result<EnrolRequest> parse_enrol_request(std::string_view text) {
  const Result<JsonDocument> document = parse_json(text, "enrolment");
  if (!document.ok()) return document.error();
  JsonReader reader(*document);
  EnrolRequest out{reader.string("code", 1, kMaxNameBytes), reader.string("name", 1, kMaxNameBytes)};
  return checked(reader, std::move(out));
}

Json to_json(const Enrolment& enrolment) {
  return {{"terminal", enrolment.terminal},
          {"key", to_base64(enrolment.key)},
          {"sealing_key", to_base64(enrolment.sealing_key)},
          {"site",
           {{"id", enrolment.site_id}, {"name", enrolment.site_name}, {"time_zone", enrolment.time_zone}}}};
}

Result<Enrolment> parse_enrolment(std::string_view text, std::string name) {
  const Result<JsonDocument> document = parse_json(text, std::move(name));
  if (!document.ok()) return document.error();
  JsonReader reader(*document);
  Enrolment out;
  out.terminal = read_uuid(reader, "terminal");
  out.key = read_key(reader, "key");
  out.sealing_key = read_key(reader, "sealing_key");
  JsonReader site = reader.object("site");
  out.site_id = site.string("id", 1, kMaxNameBytes);
  out.site_name = site.string("name", 1, kMaxNameBytes);
  out.time_zone = site.string("time_zone", 1, kMaxNameBytes);
  return checked(reader, std::move(out));
}

Result<std::string> normalise_code(std::string_view typed) {
  std::string code;
  for (const char each : typed) {
    if (each == ' ' || each == '-') continue;
    const char upper = each >= 'a' && each <= 'z' ? static_cast<char>(each - 'a' + 'A') : each;
    if (kCodeLetters.find(upper) == std::string_view::npos || code.size() == kCodeLength) return not_a_code();
    code += upper;
  }
  if (code.size() != kCodeLength) return not_a_code();
  return code.insert(kCodeLength / 2, "-");
}

std::string new_code() {
  std::string code;
  while (code.size() < kCodeLength) {
    std::array<std::uint8_t, 1> byte{};
    fill_random(byte);
    const std::size_t index = byte[0] % 32u;  // 31 letters: drawing again on the 32nd keeps them even
    if (index < kCodeLetters.size()) code += kCodeLetters[index];
  }
  return code.insert(kCodeLength / 2, "-");
}

Json to_json(const HelpCall& call) {
  return {{"id", call.id},
          {"response", call.response},
          {"language", call.language},
          {"at", to_rfc3339(call.at_utc_ms, call.at_offset_minutes)}};
}

Result<HelpCall> parse_help_call(std::string_view text) {
  const Result<JsonDocument> document = parse_json(text, "help call");
  if (!document.ok()) return document.error();
  JsonReader reader(*document);
  HelpCall out;
  out.id = read_uuid(reader, "id");
  out.response = read_uuid(reader, "response");
  out.language = reader.string("language", 1, kMaxNameBytes);
  const std::string at = reader.string("at", 1, kMaxNameBytes);
  if (const Result<Instant> instant = parse_rfc3339(at); instant.ok()) {
    out.at_utc_ms = instant->utc_ms;
    out.at_offset_minutes = instant->offset_minutes;
  } else {
    reader.fault("at", "is \"" + at + "\", must be like 2026-11-21T16:03:51+01:00");
  }
  return checked(reader, std::move(out));
}

Json to_json(const HelpCallState& state) {
  Json out = Json::object();
  for (const auto& [each, name] : kHelpStates) {
    if (each == state.state) out["state"] = name;
  }
  if (!state.by.empty()) out["by"] = state.by;
  return out;
}

Result<HelpCallState> parse_help_call_state(std::string_view text) {
  const Result<JsonDocument> document = parse_json(text, "help call");
  if (!document.ok()) return document.error();
  JsonReader reader(*document);
  HelpCallState out;
  const std::string said = reader.string("state", 1, kMaxNameBytes);
  const auto found = std::find_if(kHelpStates.begin(), kHelpStates.end(),
                                  [&](const auto& each) { return each.second == said; });
  if (found != kHelpStates.end()) {
    out.state = found->first;
  } else {
    reader.fault("state", "is \"" + said + "\", must be ringing, accepted or done");
  }
  out.by = reader.optional_string("by", 0, kMaxNameBytes).value_or("");
  return checked(reader, std::move(out));
}

}  // namespace farewell::wire
