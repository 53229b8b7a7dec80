// Responses for managers, page by page in the order in which the visits began, each as it came.
#include <charconv>

#include "app/hub/http/problem.h"
#include "app/hub/routes/manager.h"
#include "app/hub/routes/routes.h"

namespace farewell::hub {

namespace {

constexpr std::int64_t kMostAtOnce = 1000;

std::string cursor_text(const Place& place) {
  return std::to_string(place.started_at_utc_ms) + "." + std::to_string(place.number);
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Place> place_from(std::string_view cursor) {
  const std::size_t dot = cursor.find('.');
  if (dot == cursor.npos) return std::nullopt;
  const auto started = whole_number(cursor.substr(0, dot)), number = whole_number(cursor.substr(dot + 1));
  if (!started || !number) return std::nullopt;
  return Place{*started, *number};
}

Result<ResponseQuery> query_of(const Request& request, const Site& site, std::int64_t now_utc_ms) {
  auto query = parse_query(request.query);
  if (!query.ok()) return query.error();
  const auto period = take_period(*query, site, now_utc_ms);
  if (!period.ok()) return period.error();
  ResponseQuery out{site.id, period->range, std::nullopt, kMostAtOnce};
  if (const auto limit = query->extract("limit"); !limit.empty()) {
    const auto number = whole_number(limit.mapped());
    if (!number || *number < 1 || *number > kMostAtOnce) {
      return Error{ErrorCode::invalid, "limit must be 1 to 1000", ""};
    }
    out.limit = *number;
  }
  if (const auto cursor = query->extract("cursor"); !cursor.empty()) {
    out.after = place_from(cursor.mapped());
    if (!out.after) return Error{ErrorCode::invalid, "cursor must be what next said", ""};
  }
  if (!query->empty()) {
    return Error{ErrorCode::invalid,
                 "nothing is called " + query->begin()->first + " here; see /openapi.json", ""};
  }
  return out;
}

/// Bodies are spliced in as they came, so that nothing a newer terminal said is lost.
std::string page_text(std::vector<KeptResponse> page, std::int64_t limit) {
  const bool has_more = static_cast<std::int64_t>(page.size()) > limit;
  if (has_more) page.pop_back();
  std::string out = "{\"responses\":[";
  for (const KeptResponse& response : page) {
    if (&response != &page.front()) out += ',';
    out += response.body;
  }
  out += "],\"next\":";
  out += has_more ? '"' + cursor_text(page.back().place) + '"' : std::string("null");
  return out + "}";
}

asio::awaitable<Reply> list(Hub& hub, Request request, Manager manager) {
  const Site& site = manager.site;
  auto query = query_of(request, site, hub.clock.utc_ms());
  if (!query.ok()) co_return problem_for(query.error());
  const std::int64_t limit = query->limit;
  query->limit = limit + 1;  // one more tells whether there is a next page
  const ResponseQuery asked = *query;
  const auto question = [asked](Store& store) { return store.responses(asked); };
  auto page = co_await hub.ask(question);
  if (!page.ok()) co_return problem_for(page.error());
  co_return json_reply(200, page_text(*std::move(page), limit));
}

}  // namespace

void add_response_routes(Router& router, Hub& hub) {
  router.add({"GET", "/v1/responses", 0, manager_handler(hub, [&hub](Request request, Manager manager) {
                return list(hub, std::move(request), std::move(manager));
              })});
}

}  // namespace farewell::hub
