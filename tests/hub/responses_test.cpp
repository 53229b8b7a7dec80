// What managers are given: their own site's days, page by page, and as files.
#include <catch2/catch.hpp>

#include "core/base/ids.h"
#include "tests/hub/running_hub.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

const std::string kStream = "7d1f4a3e-52c8-4d0b-8a6f-1c9e7b2d4f60";

void upload_at(HubTerminal& terminal, const std::vector<std::string>& times) {
  std::vector<std::string> responses;
  for (const std::string& time : times) {
    responses.push_back(response_text(static_cast<std::int64_t>(responses.size()) + 1, new_uuid_v7(1), time));
  }
  terminal.upload(kStream, responses);
}

std::size_t count_of(RunningHub& hub, const std::string& query) {
  return hub.ask("/v1/responses?" + query, hub.token())["responses"].size();
}

}  // namespace

TEST_CASE("a response belongs to the site's local day, whatever the terminal's offset") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  upload_at(terminal,
            {"2026-11-20T22:59:59Z", "2026-11-20T23:00:00Z", "2026-11-21T22:59:59Z", "2026-11-21T23:00:00Z"});
  CHECK(count_of(hub, "day=2026-11-20") == 1);
  CHECK(count_of(hub, "day=2026-11-21") == 2);
  CHECK(count_of(hub, "day=2026-11-22") == 1);
}

TEST_CASE("the day on which Oslo's clocks go back has 25 hours") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  upload_at(terminal, {"2026-10-24T21:59:59Z", "2026-10-24T22:00:00Z", "2026-10-25T00:30:00Z",
                       "2026-10-25T01:30:00Z", "2026-10-25T22:59:59Z", "2026-10-25T23:00:00Z"});
  CHECK(count_of(hub, "day=2026-10-25") == 4);
}

TEST_CASE("several days are asked for from the first to the last, both included") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  upload_at(terminal, {"2026-11-20T12:00:00Z", "2026-11-21T12:00:00Z", "2026-11-22T12:00:00Z"});
  CHECK(count_of(hub, "from=2026-11-20&to=2026-11-21") == 2);
}

TEST_CASE("pages follow one another without a gap and without a repetition") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  upload_at(terminal, std::vector<std::string>(7, "2026-11-21T12:00:00Z"));
  std::vector<int> seqs;
  std::string cursor;
  do {
    const Json page = hub.ask("/v1/responses?day=2026-11-21&limit=3" + cursor, hub.token());
    for (const Json& response : page["responses"]) seqs.push_back(response["seq"]);
    cursor = page["next"].is_null() ? "" : "&cursor=" + page["next"].get<std::string>();
  } while (!cursor.empty());
  CHECK(seqs == std::vector<int>{1, 2, 3, 4, 5, 6, 7});
}

TEST_CASE("a query that asks for something else is refused in words") {
  RunningHub hub;
  const std::string token = hub.token();
  for (const char* query : {"day=yesterday", "day=2026-02-30", "limit=0", "limit=1001", "cursor=x",
                            "from=2026-01-02&to=2026-01-01", "day=2026-01-01&from=2026-01-01",
                            "to=2026-01-01", "colour=red", "day=%zz"}) {
    INFO(query);
    CHECK(hub.ask(std::string("/v1/responses?") + query, token, 400)["type"] ==
          "https://farewell.invalid/problems/invalid-request");
  }
}

TEST_CASE("the token of one site opens no other") {
  RunningHub hub;
  hub.add_site("Harbour");
  HubTerminal terminal = hub.terminal("Demo shop");
  upload_at(terminal, {"2026-11-21T12:00:00Z"});
  CHECK(hub.ask("/v1/responses?day=2026-11-21", hub.token("Harbour"))["responses"].empty());
  CHECK(hub.ask("/v1/export?day=2026-11-21&format=json", hub.token("Harbour")).empty());
}

TEST_CASE("without a token, or with a wrong one, nothing is told") {
  RunningHub hub;
  hub.ask("/v1/responses", "", 401);
  hub.ask("/v1/responses", "farewell_wrong", 401);
  hub.ask("/v1/export", "farewell_wrong", 401);
}

TEST_CASE("an export in JSON is the responses as they came, however many") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  for (int i = 0; i < 6; ++i) terminal.upload(kStream, response_texts(1 + i * 200, 200));
  const Json file = hub.ask("/v1/export?format=json&day=2026-11-21", hub.token());
  REQUIRE(file.size() == 1200);
  CHECK(file[1199]["seq"] == 1200);
}

TEST_CASE("an export in CSV has a header and a row for each response") {
  RunningHub hub;
  HubTerminal terminal = hub.terminal();
  upload_at(terminal, {"2026-11-21T12:00:00Z", "2026-11-21T12:01:00Z"});
  HttpClient client(hub.port());
  const HttpReply reply = client.exchange("GET", "/v1/export?format=csv&preset=plain&day=2026-11-21",
                                          {"Authorization: Bearer " + hub.token()});
  CHECK(std::count(reply.body.begin(), reply.body.end(), '\n') == 3);
  CHECK(reply.headers.at("content-type").starts_with("text/csv"));
  CHECK(reply.headers.at("content-disposition") == "attachment; filename=\"farewell-2026-11-21.csv\"");
}
