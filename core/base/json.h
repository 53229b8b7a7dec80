// Strict JSON from outside: parsed with limits, read with exact types, every fault named by its path and line.
// Not for JSON we wrote ourselves a moment ago. Any thread.
#pragma once

#include <cstdint>
#include <map>
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

/// A parsed text that still knows on which line each value stood.
struct JsonDocument {
  std::string name;                  ///< what to call it in errors: a file's path, "batch", …
  Json root;
  std::map<std::string, int> lines;  ///< JSON pointer (RFC 6901) → line, from 1
};

/// RFC 8259 and no more: UTF-8 only, no duplicate keys, no NUL in keys, no lone surrogates, numbers that fit
/// their type. Errors: invalid or too_large; context is "name:line".
Result<JsonDocument> parse_json(std::string_view text, std::string name, JsonLimits limits = {});

/// Reads one object's fields. The first fault is kept and later reads return fallbacks, so that callers read
/// straight down and ask `status()` once. `done()` also refuses keys that nobody asked for.
class JsonReader {
 public:
  explicit JsonReader(const JsonDocument& document);

  bool has(const char* key);
  std::string string(const char* key, std::size_t min_bytes = 0, std::size_t max_bytes = 8192);
  std::optional<std::string> optional_string(const char* key, std::size_t min_bytes = 0,
                                             std::size_t max_bytes = 8192);
  std::int64_t integer(const char* key, std::int64_t min, std::int64_t max);
  std::optional<std::int64_t> optional_integer(const char* key, std::int64_t min, std::int64_t max);
  std::optional<double> optional_number(const char* key, double min, double max);
  bool boolean_or(const char* key, bool fallback);
  bool boolean(const char* key);
  std::vector<std::string> strings(const char* key, std::size_t max_count);
  /// The object under `key`, to be read in its turn; faults land in this reader. An absent one reads as
  /// empty after `required` has been noted as a fault.
  JsonReader object(const char* key);
  std::optional<JsonReader> optional_object(const char* key);
  /// The objects of the array under `key`, absent is empty.
  std::vector<JsonReader> objects(const char* key, std::size_t max_count);
  /// Everything under `key` as it is (any type); marks it as read.
  const Json* raw(const char* key);
  /// The keys of this object, for maps whose keys are data ("texts": {"en": …}).
  std::vector<std::string> keys() const;

  /// Notes a fault at `key` (or at the object itself when null) in the caller's words: "is 9, must be 1 to 5".
  void fault(const char* key, std::string message, ErrorCode code = ErrorCode::invalid);

  /// The keys that nobody asked for, with their values.
  Json unread() const;
  Status status() const;
  /// As status(), and a fault for the first key that nobody asked for, with the nearest known one.
  Status done();

 private:
  struct Shared;
  JsonReader(std::shared_ptr<Shared> shared, const Json* object, std::string pointer);
  const Json* find(const char* key);
  std::shared_ptr<Shared> shared_;
  const Json* object_;
  std::string pointer_;
  std::vector<std::string> asked_;
};

}  // namespace farewell
