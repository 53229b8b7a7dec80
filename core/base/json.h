// Strict JSON from outside: parsed with limits, read with exact types, every fault named by its path and
// line. Not for JSON we wrote ourselves a moment ago. Any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace farewell {

using Json = nlohmann::json;

struct JsonLimits {
  std::size_t max_bytes = 256u << 10;
  int max_depth = 16;
};

/// The steps from a text's root to a value: names of members, indices of elements.
using JsonPath = std::vector<std::string>;
/// "responses.3.satisfaction": for people, shortened and without control characters.
std::string to_text(const JsonPath& path);

/// A parsed text that still knows on which line each value stood.
struct JsonDocument {
  std::string name;  ///< what to call it in errors: a file's path, "batch", …
  std::string text;  ///< what was parsed
  Json root;

  /// The line, from 1, on which the value at `path` begins; 1 if there is none. Reads the text once more.
  int line(const JsonPath& path) const;
};

/// RFC 8259 and no more: UTF-8 only, no byte order mark, no duplicate keys, no NUL in keys, no lone
/// surrogates, numbers that fit 64 bits. Errors: invalid or too_large; context is "name:line".
Result<JsonDocument> parse_json(std::string_view text, std::string name, JsonLimits limits = {});

/// Reads one object's fields. The first fault is kept and later reads return fallbacks (the least allowed
/// value, an empty text or list), so that callers read straight down and ask `status()` once. `done()` also
/// refuses keys of this object that nobody asked for; nested objects are done in their turn. Faults read
/// "name:line: path is …, must be …". The document must outlive its readers.
class JsonReader {
 public:
  explicit JsonReader(const JsonDocument& document);
  explicit JsonReader(JsonDocument&&) = delete;

  bool has(const char* key);
  std::string string(const char* key, std::size_t min_bytes = 0, std::size_t max_bytes = 8192);
  std::optional<std::string> optional_string(const char* key, std::size_t min_bytes = 0,
                                             std::size_t max_bytes = 8192);
  std::int64_t integer(const char* key, std::int64_t min, std::int64_t max);
  std::optional<std::int64_t> optional_integer(const char* key, std::int64_t min, std::int64_t max);
  std::optional<double> optional_number(const char* key, double min, double max);
  bool boolean_or(const char* key, bool fallback);
  bool boolean(const char* key);
  /// The texts of the list under `key`, absent is empty.
  std::vector<std::string> strings(const char* key, std::size_t max_count);
  /// The object under `key`, to be read in its turn; faults land in this reader. An absent one reads as
  /// empty after its absence has been noted as a fault.
  JsonReader object(const char* key);
  std::optional<JsonReader> optional_object(const char* key);
  /// The objects of the list under `key`, absent is empty.
  std::vector<JsonReader> objects(const char* key, std::size_t max_count);
  /// Everything under `key` as it is (any type), or nullptr; marks it as read.
  const Json* raw(const char* key);
  /// The keys of this object, for maps whose keys are data ("texts": {"en": …}).
  std::vector<std::string> keys() const;

  /// Notes a fault at `key` (or at the object itself when null) in the caller's words: "is 9, must be 1 to
  /// 5".
  void fault(const char* key, std::string message, ErrorCode code = ErrorCode::invalid);

  /// The keys that nobody asked for, with their values.
  Json unread() const;
  Status status() const;
  /// As status(), and a fault for the first key that nobody asked for, with the nearest known one.
  Status done();

 private:
  struct Shared;
  JsonReader(std::shared_ptr<Shared> shared, const Json* object, JsonPath path);
  const Json* find(const char* key);
  const Json* required(const char* key);
  const Json* list(const char* key, std::size_t max_count);
  void fault_at(const JsonPath& path, const std::string& message, ErrorCode code = ErrorCode::invalid);
  JsonPath path_to(std::string step) const;
  std::string text_of(const char* key, const Json& value, std::size_t min_bytes, std::size_t max_bytes);
  std::int64_t integer_of(const char* key, const Json& value, std::int64_t min, std::int64_t max);
  bool boolean_of(const char* key, const Json& value);

  std::shared_ptr<Shared> shared_;
  const Json* object_;
  JsonPath path_;
  std::vector<std::string> asked_;
};

}  // namespace farewell
