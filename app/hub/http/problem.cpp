#include "app/hub/http/problem.h"

#include "app/hub/log.h"

namespace farewell::hub {

namespace problems = wire::problems;

Reply problem(const wire::ProblemKind& kind, std::string detail) {
  Reply reply;
  reply.status = kind.status;
  reply.headers = {{"Content-Type", "application/problem+json"}};
  if (kind.status == problems::kUnavailable.status) reply.headers.emplace_back("Retry-After", "5");
  reply.body = wire::to_json(wire::problem_of(kind, std::move(detail))).dump();
  return reply;
}

Reply too_many_tries(std::string detail) {
  Reply reply = problem(problems::kTooManyRequests, std::move(detail));
  reply.headers.emplace_back("Retry-After", "60");
  return reply;
}

Reply problem_for(const Error& error) {
  switch (error.code) {
    case ErrorCode::invalid:
      return problem(problems::kInvalidRequest, error.text());
    case ErrorCode::not_found:
      return problem(problems::kNotFound, error.text());
    case ErrorCode::conflict:
    case ErrorCode::unauthorised:
      return problem(problems::kForbidden, error.text());
    case ErrorCode::too_large:
      return problem(problems::kTooLarge, error.text());
    case ErrorCode::unavailable:
      log(error.text());
      return problem(problems::kUnavailable, "try again in a while");
    case ErrorCode::corrupt:
    case ErrorCode::internal:
      log(error.text());
      break;
  }
  return problem(problems::kInternal, "see the hub's log");
}

}  // namespace farewell::hub
