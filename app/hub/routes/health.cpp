// For whoever watches the hub: it runs (healthz), it can take responses (readyz), what it has done (metrics).
#include "app/hub/http/problem.h"
#include "app/hub/routes/routes.h"

namespace farewell::hub {

namespace {

asio::awaitable<Reply> is_alive() {
  co_return json_reply(200, R"({"status":"ok"})");
}

asio::awaitable<Reply> is_ready(Hub& hub) {
  if (hub.is_stopping) co_return problem(wire::problems::kUnavailable, "the hub is ending");
  const auto question = [](Store& store) { return store.sites(); };
  const auto sites = co_await hub.ask(question);
  if (!sites.ok()) co_return problem_for(sites.error());
  co_return json_reply(200, R"({"status":"ready"})");
}

asio::awaitable<Reply> counts(Hub& hub) {
  co_return Reply{200,
                  {{"Content-Type", "text/plain; version=0.0.4"}},
                  to_prometheus(hub.metrics, hub.store.counts()),
                  {}};
}

}  // namespace

void add_health_routes(Router& router, Hub& hub) {
  router.add({"GET", "/healthz", 0, [](Request) { return is_alive(); }});
  router.add({"GET", "/readyz", 0, [&hub](Request) { return is_ready(hub); }});
  router.add({"GET", "/metrics", 0, [&hub](Request) { return counts(hub); }});
}

}  // namespace farewell::hub
