// What a terminal is to ask and say, and what time it is.
#include "app/hub/http/problem.h"
#include "app/hub/routes/routes.h"
#include "app/hub/routes/signed.h"
#include "app/hub/secrets.h"
#include "app/hub/site_survey.h"
#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/survey/survey.h"

namespace farewell::hub {

namespace {

std::string config_text(const Config& config, const Site& site) {
  Json out;
  out["version"] = config.version;
  out["survey"] = survey::to_json(survey_of(config, site));
  out["languages"] = Json::array();  // a terminal brings its own; these would be said over them
  for (const char* key : {"theme", "schedule", "timings"}) out[key] = Json::object();
  return out.dump();
}

std::string etag_of(const std::string& body) {
  return '"' + to_hex(hash_of(body)).substr(0, 32) + '"';
}

asio::awaitable<Reply> give_config(Hub& hub, Request request, Terminal terminal) {
  const std::string site = terminal.site.id;
  const auto question = [site](Store& store) { return store.config(site); };
  const Result<Config> config = co_await hub.ask(question);
  if (!config.ok()) co_return problem_for(config.error());
  Reply reply = json_reply(200, config_text(*config, terminal.site));
  const std::string etag = etag_of(reply.body);
  if (request.header("if-none-match").find(etag) != std::string::npos) reply = Reply{304, {}, {}, {}};
  reply.headers.emplace_back("ETag", etag);
  co_return reply;
}

asio::awaitable<Reply> give_time(Hub& hub, Request, Terminal) {
  co_return json_reply(200, Json{{"time", to_rfc3339_utc(hub.clock.utc_ms())}}.dump());
}

}  // namespace

void add_config_routes(Router& router, Hub& hub) {
  router.add({"GET", "/v1/config", 0, signed_handler(hub, [&hub](Request request, Terminal terminal) {
                return give_config(hub, std::move(request), std::move(terminal));
              })});
  router.add({"GET", "/v1/time", 0, signed_handler(hub, [&hub](Request request, Terminal terminal) {
                return give_time(hub, std::move(request), std::move(terminal));
              })});
}

}  // namespace farewell::hub
