#include <algorithm>
#include <numeric>
#include <utility>

#include "core/base/json.h"
#include "core/base/printable.h"

namespace farewell {
namespace {

const Json kNoObject = Json::object();

/// What a value is, for "is …, must be …". Texts are not repeated: they may be secret.
std::string described(const Json& value) {
  if (value.is_string()) return "is text";
  if (value.is_object()) return "is an object";
  if (value.is_array()) return "is a list";
  return "is " + value.dump();
}

template <class Number>
std::string must_be_within(const Json& value, Number min, Number max) {
  return described(value) + ", must be " + Json(min).dump() + " to " + Json(max).dump();
}

/// How many letters to add, drop or exchange. Source: Levenshtein 1966, by Wagner and Fischer 1974.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t exchanged = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, exchanged});
    }
  }
  return row.back();
}

/// The known key that `key` was probably meant to be; empty if none is near.
std::string nearest(std::string_view key, const std::vector<std::string>& known) {
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(2, key.size() / 3) + 1;
  if (key.size() > 100) return best;
  for (const std::string& candidate : known) {
    const std::size_t d = distance(key, candidate);
    if (d < best_distance) best = candidate, best_distance = d;
  }
  return best;
}

}  // namespace

struct JsonReader::Shared {
  const JsonDocument& document;
  Status status;
};

JsonReader::JsonReader(const JsonDocument& document)
    : JsonReader(std::make_shared<Shared>(Shared{document, {}}), &document.root, {}) {}

JsonReader::JsonReader(std::shared_ptr<Shared> shared, const Json* object, JsonPath path)
    : shared_(std::move(shared)), object_(object), path_(std::move(path)) {
  if (object_->is_object()) return;
  fault(nullptr, described(*object_) + ", must be an object");
  object_ = &kNoObject;
}

bool JsonReader::has(const char* key) {
  return find(key) != nullptr;
}

std::string JsonReader::string(const char* key, std::size_t min_bytes, std::size_t max_bytes) {
  const Json* value = required(key);
  return value != nullptr ? text_of(key, *value, min_bytes, max_bytes) : "";
}

std::optional<std::string> JsonReader::optional_string(const char* key, std::size_t min_bytes,
                                                       std::size_t max_bytes) {
  const Json* value = find(key);
  if (value == nullptr) return {};
  return text_of(key, *value, min_bytes, max_bytes);
}

std::int64_t JsonReader::integer(const char* key, std::int64_t min, std::int64_t max) {
  const Json* value = required(key);
  return value != nullptr ? integer_of(key, *value, min, max) : min;
}

std::optional<std::int64_t> JsonReader::optional_integer(const char* key, std::int64_t min,
                                                         std::int64_t max) {
  const Json* value = find(key);
  if (value == nullptr) return {};
  return integer_of(key, *value, min, max);
}

std::optional<double> JsonReader::optional_number(const char* key, double min, double max) {
  const Json* value = find(key);
  if (value == nullptr) return {};
  if (!value->is_number()) {
    fault(key, described(*value) + ", must be a number");
    return min;
  }
  const double number = value->get<double>();
  if (number >= min && number <= max) return number;
  fault(key, must_be_within(*value, min, max));
  return min;
}

bool JsonReader::boolean_or(const char* key, bool fallback) {
  const Json* value = find(key);
  return value != nullptr ? boolean_of(key, *value) : fallback;
}

bool JsonReader::boolean(const char* key) {
  const Json* value = required(key);
  return value != nullptr && boolean_of(key, *value);
}

std::vector<std::string> JsonReader::strings(const char* key, std::size_t max_count) {
  std::vector<std::string> texts;
  const Json* values = list(key, max_count);
  if (values == nullptr) return texts;
  for (const Json& value : *values) {
    if (!value.is_string()) {
      JsonPath path = path_to(key);
      path.push_back(std::to_string(texts.size()));
      fault_at(path, described(value) + ", must be text");
      return {};
    }
    texts.push_back(value.get<std::string>());
  }
  return texts;
}

JsonReader JsonReader::object(const char* key) {
  const Json* value = required(key);
  return JsonReader(shared_, value != nullptr ? value : &kNoObject, path_to(key));
}

std::optional<JsonReader> JsonReader::optional_object(const char* key) {
  const Json* value = find(key);
  if (value == nullptr) return {};
  return JsonReader(shared_, value, path_to(key));
}

std::vector<JsonReader> JsonReader::objects(const char* key, std::size_t max_count) {
  std::vector<JsonReader> readers;
  const Json* values = list(key, max_count);
  if (values == nullptr) return readers;
  for (const Json& value : *values) {
    JsonPath path = path_to(key);
    path.push_back(std::to_string(readers.size()));
    readers.push_back(JsonReader(shared_, &value, std::move(path)));
  }
  return readers;
}

const Json* JsonReader::raw(const char* key) {
  return find(key);
}

std::vector<std::string> JsonReader::keys() const {
  std::vector<std::string> names;
  for (const auto& item : object_->items()) names.push_back(item.key());
  return names;
}

void JsonReader::fault(const char* key, std::string message, ErrorCode code) {
  fault_at(key != nullptr ? path_to(key) : path_, message, code);
}

Json JsonReader::unread() const {
  Json rest = Json::object();
  for (const auto& item : object_->items()) {
    if (std::find(asked_.begin(), asked_.end(), item.key()) == asked_.end()) rest[item.key()] = item.value();
  }
  return rest;
}

Status JsonReader::status() const {
  return shared_->status;
}

Status JsonReader::done() {
  if (const Json rest = unread(); !rest.empty()) {
    const std::string& key = rest.begin().key();
    const std::string meant = nearest(key, asked_);
    const std::string advice = meant.empty() ? "remove it" : "did you mean \"" + meant + "\"?";
    const std::string within = path_.empty() ? "" : " in " + to_text(path_);
    if (shared_->status.ok()) {
      shared_->status =
          Error{ErrorCode::invalid, "unknown key \"" + to_text({key}) + "\"" + within + "; " + advice,
                shared_->document.name + ":" + std::to_string(shared_->document.line(path_to(key)))};
    }
  }
  return status();
}

const Json* JsonReader::find(const char* key) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
  const auto at = object_->find(key);
  return at != object_->end() ? &*at : nullptr;
}

const Json* JsonReader::required(const char* key) {
  const Json* value = find(key);
  if (value == nullptr) fault(key, "is missing");
  return value;
}

const Json* JsonReader::list(const char* key, std::size_t max_count) {
  const Json* value = find(key);
  if (value == nullptr) return nullptr;
  if (!value->is_array()) {
    fault(key, described(*value) + ", must be a list");
    return nullptr;
  }
  if (value->size() <= max_count) return value;
  fault(key, "has " + std::to_string(value->size()) + " elements, at most " + std::to_string(max_count),
        ErrorCode::too_large);
  return nullptr;
}

void JsonReader::fault_at(const JsonPath& path, const std::string& message, ErrorCode code) {
  if (!shared_->status.ok()) return;
  // What is missing has no line: its object has.
  const bool exists = path == path_ || path.size() <= path_.size() || object_->contains(path[path_.size()]);
  const int line = shared_->document.line(exists ? path : path_);
  const std::string said = on_one_line(message);  // it may repeat what somebody wrote
  shared_->status = Error{code, path.empty() ? said : to_text(path) + " " + said,
                          shared_->document.name + ":" + std::to_string(line)};
}

JsonPath JsonReader::path_to(std::string step) const {
  JsonPath path = path_;
  path.push_back(std::move(step));
  return path;
}

std::string JsonReader::text_of(const char* key, const Json& value, std::size_t min_bytes,
                                std::size_t max_bytes) {
  if (!value.is_string()) {
    fault(key, described(value) + ", must be text");
    return "";
  }
  const auto& text = value.get_ref<const std::string&>();
  if (text.size() >= min_bytes && text.size() <= max_bytes) return text;
  fault(key, text.empty() ? "is empty"
                          : "is " + std::to_string(text.size()) + " bytes long, must be " +
                                std::to_string(min_bytes) + " to " + std::to_string(max_bytes));
  return "";
}

std::int64_t JsonReader::integer_of(const char* key, const Json& value, std::int64_t min, std::int64_t max) {
  if (!value.is_number_integer()) {
    fault(key, described(value) + ", must be a whole number");
    return min;
  }
  const bool beyond = value.is_number_unsigned() && value.get<std::uint64_t>() > std::uint64_t{INT64_MAX};
  const std::int64_t number = beyond ? INT64_MAX : value.get<std::int64_t>();
  if (!beyond && number >= min && number <= max) return number;
  fault(key, must_be_within(value, min, max));
  return min;
}

bool JsonReader::boolean_of(const char* key, const Json& value) {
  if (value.is_boolean()) return value.get<bool>();
  fault(key, described(value) + ", must be true or false");
  return false;
}

}  // namespace farewell
