#include "core/wire/problems.h"

namespace farewell::wire {

Problem problem_of(const ProblemKind& kind, std::string detail) {
  return {std::string(kProblemBase).append(kind.slug), std::string(kind.title), kind.status,
          std::move(detail)};
}

bool is(const Problem& problem, const ProblemKind& kind) {
  return problem.type == std::string(kProblemBase).append(kind.slug);
}

Json to_json(const Problem& problem) {
  Json out = {{"type", problem.type}, {"title", problem.title}, {"status", problem.status}};
  if (!problem.detail.empty()) out["detail"] = problem.detail;
  return out;
}

Problem parse_problem(int status, std::string_view text) {
  Problem out{.type = "", .title = "", .status = status, .detail = ""};
  const Result<JsonDocument> document = parse_json(text, "problem");
  if (!document.ok() || !document->root.is_object()) return out;
  const auto text_of = [&root = document->root](const char* key) {
    const auto found = root.find(key);
    return found != root.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  out.type = text_of("type");
  out.title = text_of("title");
  out.detail = text_of("detail");
  return out;
}

}  // namespace farewell::wire
