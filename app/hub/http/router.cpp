#include "app/hub/http/router.h"

#include <optional>

namespace farewell::hub {

namespace {

std::string_view take_segment(std::string_view& path) {
  const std::string_view segment = path.substr(0, path.find('/'));
  path.remove_prefix(std::min(path.size(), segment.size() + 1));
  return segment;
}

std::optional<std::map<std::string, std::string>> matched(std::string_view pattern, std::string_view path) {
  std::map<std::string, std::string> parameters;
  while (!pattern.empty() && !path.empty()) {
    const std::string_view wanted = take_segment(pattern), given = take_segment(path);
    if (!wanted.starts_with('{')) {
      if (wanted != given) return std::nullopt;
      continue;
    }
    const auto value = percent_decoded(given);
    if (!value || value->empty()) return std::nullopt;
    parameters.emplace(wanted.substr(1, wanted.size() - 2), *value);
  }
  if (!pattern.empty() || !path.empty()) return std::nullopt;
  return parameters;
}

}  // namespace

Router::Match Router::find(const std::string& method, const std::string& path) const {
  Match match;
  if (path.size() > 1 && path.ends_with('/')) return match;
  for (const Route& route : routes_) {
    auto parameters = matched(route.pattern, path);
    if (!parameters) continue;
    const bool answers_head = route.method == "GET" && method == "HEAD";
    if (route.method == method || answers_head) return {&route, *std::move(parameters), route.method};
    if (!match.allow.empty()) match.allow += ", ";
    match.allow += route.method == "GET" ? "GET, HEAD" : route.method;
  }
  return match;
}

}  // namespace farewell::hub
