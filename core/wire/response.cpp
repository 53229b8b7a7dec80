#include "core/wire/response.h"

#include <array>
#include <utility>

#include "core/base/base64.h"
#include "core/base/ids.h"
#include "core/base/text.h"
#include "core/base/time_zone.h"

namespace farewell::wire {
namespace {

constexpr std::int64_t kMaxExact = 9'007'199'254'740'991;  // 2^53 - 1: what every JSON reader holds exactly
constexpr std::int64_t kMaxInt = 2'147'483'647;
constexpr std::size_t kMaxNameBytes = 64;
constexpr std::size_t kMaxContactBytes = 4u << 10;
constexpr std::size_t kMaxFlags = 16;
constexpr std::size_t kMaxScreens = 64;

constexpr std::array<std::pair<Ended, std::string_view>, 4> kEndedNames{
    {{Ended::completed, "completed"},
     {Ended::skipped, "skipped"},
     {Ended::timed_out, "timed_out"},
     {Ended::interrupted, "interrupted"}}};
constexpr std::array<std::pair<RecoveryChoice, std::string_view>, 3> kChoiceNames{
    {{RecoveryChoice::call, "call"}, {RecoveryChoice::contact, "contact"}, {RecoveryChoice::none, "no"}}};

template <class Enum, std::size_t N>
std::string_view name_of(Enum value, const std::array<std::pair<Enum, std::string_view>, N>& names) {
  for (const auto& [each, name] : names) {
    if (each == value) return name;
  }
  return names.front().second;
}

template <class Enum, std::size_t N>
Enum read_enum(JsonReader& reader, const char* key,
               const std::array<std::pair<Enum, std::string_view>, N>& names) {
  const std::string text = reader.string(key, 1, kMaxNameBytes);
  std::string choices;
  for (const auto& [value, name] : names) {
    if (name == text) return value;
    choices += (choices.empty() ? "" : ", ") + std::string(name);
  }
  reader.fault(key, "is \"" + text + "\", must be one of " + choices);
  return names.front().first;
}

/// Keeps what a newer terminal said inside a known object, under that object's key.
void keep_unread(JsonReader& reader, const char* key, Json& unknown) {
  Json rest = reader.unread();
  if (!rest.empty()) unknown[key] = std::move(rest);
}

/// The other way round: lays the kept fields over `known`, into objects and, element by element, into arrays.
void give_back(Json& known, const Json& unknown) {
  if (known.is_object() && unknown.is_object()) {
    for (const auto& [key, value] : unknown.items()) {
      if (known.contains(key)) {
        give_back(known[key], value);
      } else {
        known[key] = value;
      }
    }
  } else if (known.is_array() && unknown.is_array()) {
    for (std::size_t i = 0; i < known.size() && i < unknown.size(); ++i) give_back(known[i], unknown[i]);
  }
}

std::string read_uuid(JsonReader& reader, const char* key) {
  std::string text = reader.string(key, 1, kMaxNameBytes);
  if (!is_uuid(text)) reader.fault(key, "is not a UUID in lower case");
  return text;
}

Satisfaction read_satisfaction(JsonReader reader, Json& unknown) {
  Satisfaction out;
  out.value = static_cast<int>(reader.integer("value", -kMaxInt, kMaxInt));
  out.of = static_cast<int>(reader.integer("of", -kMaxInt, kMaxInt));
  if (out.of != 4 && out.of != 5) reader.fault("of", "is " + std::to_string(out.of) + ", must be 4 or 5");
  if (out.value < 1 || out.value > out.of) {
    reader.fault("value", "is " + std::to_string(out.value) + ", of is " + std::to_string(out.of));
  }
  keep_unread(reader, "satisfaction", unknown);
  return out;
}

ClockReading read_clock(JsonReader reader, Json& unknown) {
  ClockReading out;
  out.boot = reader.string("boot", 0, kMaxNameBytes);
  out.monotonic_ms = reader.integer("monotonic_ms", 0, kMaxExact);
  out.synchronised = reader.boolean("synchronised");
  keep_unread(reader, "clock", unknown);
  return out;
}

std::vector<std::string> read_names(JsonReader& reader, const char* key, std::size_t max_count) {
  std::vector<std::string> out = reader.strings(key, max_count);
  for (const std::string& name : out) {
    if (name.empty() || name.size() > kMaxNameBytes) {
      reader.fault(key, "has an element of " + std::to_string(name.size()) + " bytes, must be 1 to " +
                            std::to_string(kMaxNameBytes));
    }
  }
  return out;
}

Change read_change(JsonReader reader, Json& unknown) {
  Change out;
  out.topics = read_names(reader, "topics", kMaxTopics);
  out.comment = reader.optional_string("comment").value_or("");
  const std::size_t characters = grapheme_count(out.comment);
  if (characters > kMaxCommentGraphemes) {
    reader.fault("comment", "has " + std::to_string(characters) + " characters, at most " +
                                std::to_string(kMaxCommentGraphemes));
  }
  keep_unread(reader, "change", unknown);
  return out;
}

Recovery read_recovery(JsonReader reader, Json& unknown) {
  Recovery out;
  out.choice = read_enum(reader, "choice", kChoiceNames);
  if (reader.has("help_call")) out.help_call = read_uuid(reader, "help_call");
  keep_unread(reader, "recovery", unknown);
  return out;
}

Surprise read_surprise(JsonReader reader, Json& unknown) {
  Surprise out;
  out.kind = reader.string("kind", 1, kMaxNameBytes);
  out.arm = reader.string("arm", 1, kMaxNameBytes);
  if (out.arm != "shown" && out.arm != "control") {
    reader.fault("arm", "is \"" + out.arm + "\", must be shown or control");
  }
  out.engaged = reader.boolean("engaged");
  keep_unread(reader, "surprise", unknown);
  return out;
}

std::vector<ScreenTime> read_screens(JsonReader& reader, Json& unknown) {
  std::vector<ScreenTime> out;
  Json rests = Json::array();
  bool any_rest = false;
  for (JsonReader& screen : reader.objects("screens", kMaxScreens)) {
    out.push_back({screen.string("name", 1, kMaxNameBytes), screen.integer("ms", 0, kMaxExact)});
    rests.push_back(screen.unread());
    any_rest = any_rest || !rests.back().empty();
  }
  if (any_rest) unknown["screens"] = std::move(rests);
  return out;
}

void read_survey(JsonReader reader, Response& out) {
  out.survey_id = reader.string("id", 1, kMaxNameBytes);
  out.survey_revision = static_cast<int>(reader.integer("revision", 1, kMaxInt));
  keep_unread(reader, "survey", out.unknown);
}

void read_started_at(JsonReader& reader, Response& out) {
  const std::string text = reader.string("started_at", 1, kMaxNameBytes);
  if (const Result<Instant> instant = parse_rfc3339(text); instant.ok()) {
    out.started_at_utc_ms = instant->utc_ms;
    out.started_at_offset_minutes = instant->offset_minutes;
  } else {
    reader.fault("started_at", "is \"" + text + "\", must be like 2026-11-21T16:03:51+01:00");
  }
}

void read_contact(JsonReader& reader, Response& out) {
  out.contact = reader.optional_string("contact", 1, kMaxContactBytes).value_or("");
  if (!from_base64(out.contact).ok()) reader.fault("contact", "is not base64");
}

void read_optional_parts(JsonReader& reader, Response& out) {
  out.language = reader.optional_string("language", 1, kMaxNameBytes).value_or("");
  out.layout = reader.optional_string("layout", 1, kMaxNameBytes).value_or("");
  if (auto part = reader.optional_object("change")) out.change = read_change(*part, out.unknown);
  if (auto part = reader.optional_object("recovery")) out.recovery = read_recovery(*part, out.unknown);
  if (auto part = reader.optional_object("surprise")) out.surprise = read_surprise(*part, out.unknown);
  out.duration_ms = reader.optional_integer("duration_ms", 0, kMaxExact);
  out.screens = read_screens(reader, out.unknown);
  out.flags = read_names(reader, "flags", kMaxFlags);
  read_contact(reader, out);
}

void write_optional_parts(const Response& response, Json& out) {
  if (!response.language.empty()) out["language"] = response.language;
  if (!response.layout.empty()) out["layout"] = response.layout;
  if (const auto& change = response.change) {
    out["change"] = {{"topics", change->topics}};
    if (!change->comment.empty()) out["change"]["comment"] = change->comment;
  }
  if (const auto& recovery = response.recovery) {
    out["recovery"] = {{"choice", to_text(recovery->choice)}};
    if (!recovery->help_call.empty()) out["recovery"]["help_call"] = recovery->help_call;
  }
  if (const auto& surprise = response.surprise) {
    out["surprise"] = {{"kind", surprise->kind}, {"arm", surprise->arm}, {"engaged", surprise->engaged}};
  }
  if (response.duration_ms) out["duration_ms"] = *response.duration_ms;
  for (const ScreenTime& screen : response.screens) {
    out["screens"].push_back({{"name", screen.name}, {"ms", screen.ms}});
  }
  if (!response.flags.empty()) out["flags"] = response.flags;
  if (!response.contact.empty()) out["contact"] = response.contact;
}

}  // namespace

std::string_view to_text(Ended ended) {
  return name_of(ended, kEndedNames);
}

std::string_view to_text(RecoveryChoice choice) {
  return name_of(choice, kChoiceNames);
}

Result<Response> parse_response(JsonReader reader) {
  Response out;
  out.id = read_uuid(reader, "id");
  out.seq = reader.integer("seq", 1, kMaxExact);
  read_survey(reader.object("survey"), out);
  read_started_at(reader, out);
  out.clock = read_clock(reader.object("clock"), out.unknown);
  out.satisfaction = read_satisfaction(reader.object("satisfaction"), out.unknown);
  out.ended = read_enum(reader, "ended", kEndedNames);
  read_optional_parts(reader, out);
  out.unknown.update(reader.unread());
  if (const Status status = reader.status(); !status.ok()) return status.error();
  return out;
}

Result<Response> parse_response(std::string_view text, std::string name) {
  const Result<JsonDocument> document =
      parse_json(text, std::move(name), {.max_bytes = kMaxResponseBytes, .max_depth = kMaxResponseDepth});
  if (!document.ok()) return document.error();
  return parse_response(JsonReader(*document));
}

Json to_json(const Response& response) {
  Json out = {{"id", response.id},
              {"seq", response.seq},
              {"survey", {{"id", response.survey_id}, {"revision", response.survey_revision}}},
              {"started_at", to_rfc3339(response.started_at_utc_ms, response.started_at_offset_minutes)},
              {"clock",
               {{"boot", response.clock.boot},
                {"monotonic_ms", response.clock.monotonic_ms},
                {"synchronised", response.clock.synchronised}}},
              {"satisfaction", {{"value", response.satisfaction.value}, {"of", response.satisfaction.of}}},
              {"ended", to_text(response.ended)}};
  write_optional_parts(response, out);
  give_back(out, response.unknown);
  return out;
}

}  // namespace farewell::wire
