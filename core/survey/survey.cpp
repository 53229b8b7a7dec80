#include "core/survey/survey.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/base/json.h"
#include "core/survey/message.h"
#include "core/survey/tag.h"

namespace farewell::survey {
namespace {

constexpr std::size_t kMaxTopics = 12;
constexpr std::size_t kMaxLanguages = 60;
constexpr std::size_t kMaxTextBytes = 1000;

bool is_slug(std::string_view text, std::size_t longest) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), fits);
}

bool is_text_key(std::string_view key) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  };
  return !key.empty() && key.size() <= 64 && std::all_of(key.begin(), key.end(), fits);
}

std::string read_slug(JsonReader& reader, const char* key, std::string fallback, std::size_t longest) {
  std::string slug = reader.optional_string(key).value_or(std::move(fallback));
  if (!is_slug(slug, longest)) {
    reader.fault(key, "must be 1 to " + std::to_string(longest) + " of a to z, 0 to 9 and -");
  }
  return slug;
}

std::vector<Topic> read_topics(JsonReader& reader) {
  std::vector<Topic> topics;
  std::set<std::string> seen;
  for (JsonReader& item : reader.objects("topics", kMaxTopics)) {
    Topic topic;
    topic.id = read_slug(item, "id", item.string("id"), 32);
    topic.icon = read_slug(item, "icon", "pencil", 64);
    if (!seen.insert(topic.id).second) item.fault("id", "is another topic's already, must be its own");
    if (!item.done()) break;
    topics.push_back(std::move(topic));
  }
  return topics;
}

void read_languages(JsonReader& reader, Survey& survey) {
  survey.default_language = reader.optional_string("default_language").value_or(survey.default_language);
  if (!is_language_tag(survey.default_language)) {
    reader.fault("default_language", "must be a language tag like nb or zh-Hans");
  }
  if (reader.has("languages")) survey.languages = reader.strings("languages", kMaxLanguages);
  survey.default_language = preferred_tag(survey.default_language);
  std::set<std::string> seen;
  for (std::string& tag : survey.languages) {
    if (!is_language_tag(tag)) reader.fault("languages", "must hold language tags like nb or zh-Hans");
    tag = preferred_tag(tag);
    if (!seen.insert(tag).second) reader.fault("languages", "has \"" + tag + "\" twice, remove one");
  }
  if (seen.count(survey.default_language) == 0) {
    reader.fault("languages", "must hold the default language, \"" + survey.default_language + "\"");
  }
}

Timings read_timings(JsonReader& reader) {
  Timings timings;
  auto fields = reader.optional_object("timings");
  if (!fields) return timings;
  const auto read = [&fields](const char* key, std::int64_t& value, std::int64_t min, std::int64_t max) {
    value = fields->optional_integer(key, min, max).value_or(value);
  };
  read("idle_after_ms", timings.idle_after_ms, 5'000, 600'000);
  read("idle_warning_ms", timings.idle_warning_ms, 20'000, 600'000);
  read("home_after_ms", timings.home_after_ms, 3'000, 60'000);
  read("quiet_home_after_ms", timings.quiet_home_after_ms, 3'000, 120'000);
  read("hold_ms", timings.hold_ms, 0, 2'000);
  (void)fields->done();  // the fault is the outer reader's too
  return timings;
}

Texts read_texts(JsonReader& reader) {
  Texts texts;
  auto languages = reader.optional_object("texts");
  if (!languages) return texts;
  for (const std::string& tag : languages->keys()) {
    if (!is_language_tag(tag))
      languages->fault(tag.c_str(), "must be named by a language tag like nb or zh-Hans");
    JsonReader words = languages->object(tag.c_str());
    for (const std::string& key : words.keys()) {
      if (!is_text_key(key)) words.fault(key.c_str(), "is no text's key, write one like welcome.thanks");
      std::string& text = texts[preferred_tag(tag)][key] = words.string(key.c_str(), 1, kMaxTextBytes);
      if (const auto found = holes(text); !found) words.fault(key.c_str(), found.error().message);
    }
  }
  return texts;
}

void read_staff(JsonReader& reader, Survey& survey) {
  survey.staff_name = reader.optional_string("staff_name", 0, 80).value_or(survey.staff_name);
  const auto minutes = reader.optional_integer("staff_minutes", 0, 60);
  survey.staff_minutes = static_cast<int>(minutes.value_or(survey.staff_minutes));
}

}  // namespace

bool is_unhappy(int value) {
  return value == 1 || value == 2;
}

bool is_happy(int value, int of) {
  return value <= of && value > of - 2;
}

Result<Survey> parse_survey(std::string_view text, std::string name) {
  const auto document = parse_json(text, std::move(name));
  if (!document) return document.error();
  return parse_survey(JsonReader(*document));
}

Result<Survey> parse_survey(JsonReader reader) {
  Survey survey = default_survey();
  survey.id = read_slug(reader, "id", reader.string("id"), 64);
  survey.revision = static_cast<int>(reader.integer("revision", 1, INT32_MAX));
  survey.shop = reader.optional_string("shop", 0, 200).value_or(survey.shop);
  survey.scale = static_cast<int>(reader.optional_integer("scale", 4, 5).value_or(survey.scale));
  read_languages(reader, survey);
  if (reader.has("topics")) survey.topics = read_topics(reader);
  survey.comment = reader.boolean_or("comment", survey.comment);
  survey.help_calls = reader.boolean_or("help_calls", survey.help_calls);
  survey.follow_ups = reader.boolean_or("follow_ups", survey.follow_ups);
  read_staff(reader, survey);
  survey.hours = read_opening_hours(reader);
  survey.timings = read_timings(reader);
  survey.texts = read_texts(reader);
  survey.surprises = read_surprises(reader, survey.default_language, survey.texts);
  if (const Status status = reader.done(); !status) return status.error();
  return survey;
}

Json to_json(const Survey& survey) {
  Json topics = Json::array();
  for (const Topic& topic : survey.topics) topics.push_back({{"id", topic.id}, {"icon", topic.icon}});
  const Timings& timings = survey.timings;
  Json json = {{"id", survey.id},
               {"revision", survey.revision},
               {"shop", survey.shop},
               {"scale", survey.scale},
               {"default_language", survey.default_language},
               {"languages", survey.languages},
               {"topics", topics},
               {"comment", survey.comment},
               {"help_calls", survey.help_calls},
               {"follow_ups", survey.follow_ups},
               {"staff_name", survey.staff_name},
               {"staff_minutes", survey.staff_minutes},
               {"timings",
                {{"idle_after_ms", timings.idle_after_ms},
                 {"idle_warning_ms", timings.idle_warning_ms},
                 {"home_after_ms", timings.home_after_ms},
                 {"quiet_home_after_ms", timings.quiet_home_after_ms},
                 {"hold_ms", timings.hold_ms}}},
               {"surprises", to_json(survey.surprises)},
               {"texts", survey.texts}};
  if (!survey.hours.empty()) json["hours"] = to_json(survey.hours);
  return json;
}

}  // namespace farewell::survey
