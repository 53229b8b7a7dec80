// Help calls: rung by terminals, which then wait for who is coming; seen and accepted by managers.
#include "app/hub/http/problem.h"
#include "app/hub/log.h"
#include "app/hub/routes/manager.h"
#include "app/hub/routes/routes.h"
#include "app/hub/routes/signed.h"
#include "core/base/text.h"

namespace farewell::hub {

namespace {

namespace problems = wire::problems;

constexpr std::size_t kMaxBodyBytes = 4096;
constexpr std::int64_t kListedForMs = 3'600'000;
constexpr int kMaxWaitSeconds = 25;

asio::awaitable<Reply> ring(Hub& hub, Request request, Terminal terminal) {
  const auto rung = wire::parse_help_call(request.body);
  if (!rung.ok()) co_return problem(problems::kMalformedJson, rung.error().text());
  HelpCall call;
  call.id = rung->id;
  call.terminal = terminal.id;
  call.site = terminal.site.id;
  call.response = rung->response;
  call.language = rung->language;
  call.at_utc_ms = hub.clock.utc_ms();
  const auto question = [call](Store& store) { return store.ring(call); };
  const Status kept = co_await hub.ask(question);
  if (!kept.ok()) co_return problem_for(kept.error());
  log("terminal " + in_quotes(terminal.name) + " at site " + in_quotes(terminal.site.name) +
      " rings for help");
  co_return json_reply(202, wire::to_json(wire::HelpCallState{}).dump());
}

Result<int> wait_of(const Request& request) {
  const auto query = parse_query(request.query);
  if (!query.ok()) return query.error();
  const auto wait = query->find("wait");
  if (wait == query->end()) return 0;
  const bool is_number = !wait->second.empty() && wait->second.size() <= 2 &&
                         wait->second.find_first_not_of("0123456789") == std::string::npos;
  const int seconds = is_number ? std::stoi(wait->second) : -1;
  if (seconds < 0 || seconds > kMaxWaitSeconds) return Error{ErrorCode::invalid, "wait must be 0 to 25", ""};
  return seconds;
}

asio::awaitable<Reply> state(Hub& hub, Request request, Terminal terminal) {
  const auto seconds = wait_of(request);
  if (!seconds.ok()) co_return problem_for(seconds.error());
  const std::string id = request.parameters["id"];
  const auto waiter = hub.help_waiters.add(id, co_await asio::this_coro::executor);
  const auto question = [id](Store& store) { return store.find_help_call(id); };
  auto call = co_await hub.ask(question);
  const bool is_ours = call.ok() && call->terminal == terminal.id;
  if (is_ours && call->state.state == wire::HelpState::ringing && *seconds > 0 && !hub.is_stopping) {
    co_await waiter->wait(std::chrono::seconds(*seconds));
    const auto second_question = [id](Store& store) { return store.find_help_call(id); };
    call = co_await hub.ask(second_question);
  }
  if (!call.ok()) co_return problem_for(call.error());
  if (!is_ours) co_return problem(problems::kNotFound, "there is no such help call");
  co_return json_reply(200, wire::to_json(call->state).dump());
}

Json listed(const HelpCall& call) {
  Json out = wire::to_json(call.state);
  out["id"] = call.id;
  out["terminal"] = call.terminal_name;
  out["language"] = call.language;
  out["at"] = to_rfc3339_utc(call.at_utc_ms);
  return out;
}

asio::awaitable<Reply> list(Hub& hub, Request, Manager manager) {
  const Site& site = manager.site;
  const std::int64_t since = hub.clock.utc_ms() - kListedForMs;
  const std::string id = site.id;
  const auto question = [id, since](Store& store) { return store.help_calls(id, since); };
  const auto calls = co_await hub.ask(question);
  if (!calls.ok()) co_return problem_for(calls.error());
  Json out = {{"help_calls", Json::array()}};
  for (const HelpCall& call : *calls) out["help_calls"].push_back(listed(call));
  co_return json_reply(200, out.dump());
}

Result<std::string> name_in(const std::string& body) {
  const auto document = parse_json(body, "body", {.max_bytes = kMaxBodyBytes, .max_depth = 2});
  if (!document.ok()) return document.error();
  JsonReader reader(*document);
  std::string by(trimmed(reader.string("by", 1, 128)));
  if (by.empty()) reader.fault("by", "is empty, must be a name");
  if (const Status status = reader.done(); !status.ok()) return status.error();
  return by;
}

asio::awaitable<Reply> accept(Hub& hub, Request request, Manager manager) {
  const Site& site = manager.site;
  const auto by = name_in(request.body);
  if (!by.ok()) co_return problem(problems::kMalformedJson, by.error().text());
  const std::string id = request.parameters["id"], site_id = site.id, name = *by;
  const auto question = [site_id, id, name](Store& store) {
    return store.accept_help_call(site_id, id, name);
  };
  const auto call = co_await hub.ask(question);
  if (!call.ok()) co_return problem_for(call.error());
  hub.help_waiters.tell(id);
  log("a help call at site " + in_quotes(site.name) + " is accepted");
  co_return json_reply(200, wire::to_json(call->state).dump());
}

}  // namespace

void add_help_call_routes(Router& router, Hub& hub) {
  router.add({"POST", "/v1/help-calls", kMaxBodyBytes,
              signed_handler(hub, [&hub](Request request, Terminal terminal) {
                return ring(hub, std::move(request), std::move(terminal));
              })});
  router.add(
      {"GET", "/v1/help-calls/{id}", 0, signed_handler(hub, [&hub](Request request, Terminal terminal) {
         return state(hub, std::move(request), std::move(terminal));
       })});
  router.add({"GET", "/v1/help-calls", 0, manager_handler(hub, [&hub](Request request, Manager manager) {
                return list(hub, std::move(request), std::move(manager));
              })});
  router.add({"POST", "/v1/help-calls/{id}/accept", kMaxBodyBytes,
              manager_handler(hub, [&hub](Request request, Manager manager) {
                return accept(hub, std::move(request), std::move(manager));
              })});
}

}  // namespace farewell::hub
