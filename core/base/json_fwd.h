// The names of json.h without what they are, for headers that only pass them on: nlohmann/json is the slowest
// header here by far. Any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace farewell {

using Json = nlohmann::json;
class JsonReader;

}  // namespace farewell
