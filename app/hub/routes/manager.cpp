#include "app/hub/routes/manager.h"

#include "app/hub/http/problem.h"
#include "app/hub/log.h"
#include "app/hub/secrets.h"

namespace farewell::hub {

namespace {

namespace problems = wire::problems;

Reply unauthorised(std::string why) {
  Reply reply = problem(problems::kUnauthorised, std::move(why));
  reply.headers.emplace_back("WWW-Authenticate", "Bearer");
  return reply;
}

asio::awaitable<std::variant<Manager, Reply>> authenticated(Hub& hub, const Request& request) {
  static constexpr std::string_view kBearer = "Bearer ";
  const std::string given = request.header("authorization");
  if (given.starts_with(kBearer)) {
    co_return co_await manager_of_token(hub, given.substr(kBearer.size()), request.address);
  }
  // A cookie comes along by itself, so other sites' pages must not be the ones who ask.
  const std::string from = request.header("sec-fetch-site");
  const bool is_ours = from.empty() || from == "same-origin" || from == "none";
  if (const std::string name = session_cookie(request); is_ours && !name.empty()) {
    if (auto manager = hub.sessions.find(name, hub.clock.monotonic_ms())) co_return *std::move(manager);
  }
  co_return unauthorised("give a token of this hub: farewell-hub token prints one");
}

asio::awaitable<Reply> answer(Hub& hub, const ManagerHandler& handler, Request request) {
  std::variant<Manager, Reply> who = co_await authenticated(hub, request);
  if (auto* refusal = std::get_if<Reply>(&who)) co_return std::move(*refusal);
  co_return co_await handler(std::move(request), std::get<Manager>(std::move(who)));
}

Result<Day> day_from(std::map<std::string, std::string>& query, const char* key, Day fallback) {
  auto given = query.extract(key);
  if (given.empty()) return fallback;
  auto day = parse_day(given.mapped());
  if (day.ok()) return day;
  return Error{ErrorCode::invalid, std::string(key) + " must be a day like 2026-11-21", ""};
}

}  // namespace

Handler manager_handler(Hub& hub, ManagerHandler handler) {
  return [&hub, handler = std::move(handler)](Request request) {
    return answer(hub, handler, std::move(request));
  };
}

asio::awaitable<std::variant<Manager, Reply>> manager_of_token(Hub& hub, std::string token,
                                                               std::string address) {
  if (!hub.throttle.takes(address, hub.clock.monotonic_ms())) {
    ++hub.metrics.tries_throttled;
    co_return too_many_tries("wait a minute, then try the token again");
  }
  const Hash hash = hash_of(token);
  const auto question = [hash](Store& store) { return store.tokens_like(hash); };
  const auto like = co_await hub.ask(question);
  if (!like.ok()) co_return problem_for(like.error());
  for (const Token& one : *like) {
    if (!same(one.hash, hash)) continue;
    hub.throttle.give_back(address);
    co_return Manager{one.site, one.who};
  }
  ++hub.metrics.tokens_refused;
  log("refused a token from " + address);
  co_return unauthorised("this is no token of this hub");
}

asio::awaitable<Status> note(Hub& hub, const Manager& manager, std::string what, std::string detail) {
  const AuditNote entry{hub.clock.utc_ms(), std::move(what), manager.site.id, manager.who, std::move(detail)};
  const auto question = [entry](Store& store) { return store.note(entry); };
  co_return co_await hub.ask(question);
}

std::string session_cookie(const Request& request) {
  const std::string cookies = request.header("cookie");
  const std::string wanted = std::string(kSessionCookie) + "=";
  std::size_t at = 0;
  while (at < cookies.size()) {
    const std::size_t end = std::min(cookies.find(';', at), cookies.size());
    std::string one = cookies.substr(at, end - at);
    one.erase(0, one.find_first_not_of(' '));
    if (one.starts_with(wanted)) return one.substr(wanted.size());
    at = end + 1;
  }
  return {};
}

Result<Period> take_period(std::map<std::string, std::string>& query, const Site& site,
                           std::int64_t now_utc_ms) {
  auto zone = TimeZone::find(site.time_zone);
  if (!zone.ok()) return zone.error();
  if (query.contains("day") && (query.contains("from") || query.contains("to"))) {
    return Error{ErrorCode::invalid, "give either day or from and to", ""};
  }
  const Day today = zone->local(now_utc_ms).day;
  const auto day = day_from(query, "day", today);
  if (!day.ok()) return day.error();
  const bool has_from = query.contains("from"), has_to = query.contains("to");
  const auto from = day_from(query, "from", *day);
  if (!from.ok()) return from.error();
  const auto to = day_from(query, "to", has_from ? std::max(*from, today) : *day);
  if (!to.ok()) return to.error();
  if (has_to && !has_from) return Error{ErrorCode::invalid, "to needs from", ""};
  if (*to < *from) return Error{ErrorCode::invalid, "from must not be after to", ""};
  return Period{*zone, *from, *to, {zone->bounds(*from).from_ms, zone->bounds(*to).to_ms}};
}

}  // namespace farewell::hub
