// Signing in to the hub's page with a token. The page gets a cookie that no script can read, so that nothing
// on the page could give the token away.
#include "app/hub/http/problem.h"
#include "app/hub/routes/manager.h"
#include "app/hub/routes/routes.h"
#include "app/hub/site_survey.h"
#include "core/base/assets.h"
#include "core/base/json.h"
#include "core/survey/language.h"

namespace farewell::hub {

namespace {

namespace problems = wire::problems;

constexpr std::size_t kMaxBodyBytes = 1024;

std::string cookie(const Request& request, const std::string& value, const char* lasts) {
  std::string out =
      std::string(kSessionCookie) + "=" + value + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + lasts;
  // What came by TLS, to the hub or to the proxy before it, must never travel without it.
  if (request.is_secured || request.header("x-forwarded-proto") == "https") out += "; Secure";
  return out;
}

asio::awaitable<Reply> sign_in(Hub& hub, Request request) {
  const auto document = parse_json(request.body, "body", {.max_bytes = kMaxBodyBytes, .max_depth = 2});
  if (!document.ok()) co_return problem(problems::kMalformedJson, document.error().text());
  JsonReader reader(*document);
  const std::string token = reader.string("token", 1, 256);
  if (const Status status = reader.done(); !status.ok()) {
    co_return problem(problems::kMalformedJson, status.error().text());
  }
  std::variant<Manager, Reply> who = co_await manager_of_token(hub, token, request.address);
  if (auto* refusal = std::get_if<Reply>(&who)) co_return std::move(*refusal);
  const Manager& manager = std::get<Manager>(who);
  const Status noted = co_await note(hub, manager, "signed-in", request.address);
  if (!noted.ok()) co_return problem_for(noted.error());
  const std::string name = hub.sessions.open(manager, hub.clock.monotonic_ms());
  Reply reply{204, {{"Set-Cookie", cookie(request, name, "43200")}}, {}, {}};
  co_return reply;
}

asio::awaitable<Reply> sign_out(Hub& hub, Request request) {
  hub.sessions.close(session_cookie(request));
  Reply reply{204, {{"Set-Cookie", cookie(request, "", "0")}}, {}, {}};
  co_return reply;
}

/// What the page calls topics: the words that ship, and the survey's own over them.
Json topic_words(const survey::Survey& survey) {
  static const auto languages = survey::load_languages(assets_folder() / "languages");
  Json out = Json::object();
  static constexpr std::string_view kTopic = "topic.";
  const auto take = [&out](const std::map<std::string, std::string>& texts) {
    for (const auto& [key, text] : texts) {
      if (key.starts_with(kTopic)) out[key.substr(kTopic.size())] = text;
    }
  };
  for (const survey::Language& language : languages.ok() ? *languages : std::vector<survey::Language>{}) {
    if (language.tag == "en") take(language.texts);
  }
  if (const auto own = survey.texts.find("en"); own != survey.texts.end()) take(own->second);
  return out;
}

asio::awaitable<Reply> describe(Hub& hub, Request, Manager manager) {
  const Site& site = manager.site;
  const auto zone = TimeZone::find(site.time_zone);
  if (!zone.ok()) co_return problem_for(zone.error());
  const std::string id = site.id;
  const auto question = [id](Store& store) { return store.config(id); };
  const auto config = co_await hub.ask(question);
  if (!config.ok()) co_return problem_for(config.error());
  const auto second_question = [id](Store& store) { return store.summary(id); };
  const auto summary = co_await hub.ask(second_question);
  if (!summary.ok()) co_return problem_for(summary.error());
  Json out;
  out["id"] = site.id;
  out["name"] = site.name;
  out["time_zone"] = site.time_zone;
  out["today"] = to_text(zone->local(hub.clock.utc_ms()).day);
  out["topics"] = topic_words(survey_of(*config, site));
  out["terminals"] = summary->terminals;
  out["cloned_terminals"] = summary->cloned;
  out["quarantined_responses"] = summary->quarantined;
  co_return json_reply(200, out.dump());
}

}  // namespace

void add_session_routes(Router& router, Hub& hub) {
  router.add({"POST", "/v1/session", kMaxBodyBytes,
              [&hub](Request request) { return sign_in(hub, std::move(request)); }});
  router.add(
      {"DELETE", "/v1/session", 0, [&hub](Request request) { return sign_out(hub, std::move(request)); }});
  router.add({"GET", "/v1/site", 0, manager_handler(hub, [&hub](Request request, Manager manager) {
                return describe(hub, std::move(request), std::move(manager));
              })});
}

}  // namespace farewell::hub
