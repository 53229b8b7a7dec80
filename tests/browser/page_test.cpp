// The hub's page in a real browser, over responses as bad as customers can make them.
#include <catch2/catch.hpp>
#include <filesystem>

#include "core/base/clock.h"
#include "core/base/file.h"
#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/time_zone.h"
#include "tests/hub/running_hub.h"
#include "tests/support/hub_program.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

const std::vector<std::string> kComments = {
    "<img src=x onerror=alert(1)>",
    "</p><script>alert(document.cookie)</script>",
    "\u202Eesrever \U0001F469\u200D\U0001F469\u200D\U0001F467 & \"quotes\" 'too'",
};

/// What tests/browser/page.mjs saw at a hub that has one response of today a comment.
Json seen_page() {
  RunningHub hub;
  const auto day = to_rfc3339_utc(SystemClock().utc_ms());
  std::vector<std::string> responses;
  for (const std::string& comment : kComments) {
    const auto seq = static_cast<std::int64_t>(responses.size()) + 1;
    responses.push_back(response_text(seq, new_uuid_v7(1), day, comment));
  }
  HubTerminal terminal = hub.terminal();
  terminal.upload("7d1f4a3e-52c8-4d0b-8a6f-1c9e7b2d4f60", responses);
  TempDir folder;
  REQUIRE(write_file(folder.path() / "token", hub.token()).ok());
  const Said said =
      run_program("/usr/bin/node",
                  {FAREWELL_BROWSER "/page.mjs", "http://127.0.0.1:" + std::to_string(hub.port()),
                   folder.path() / "token", folder.path() / "page.png"},
                  folder.path());
  INFO(said.err);
  REQUIRE(said.exit == 0);
  return Json::parse(said.out);
}

}  // namespace

TEST_CASE("a manager signs in and reads what customers wrote, as text and nothing else") {
  if (!std::filesystem::exists(FAREWELL_BROWSER "/node_modules/playwright-core")) {
    WARN("skipped: playwright-core is not there; npm ci --prefix tests/browser brings it");
    return;
  }
  const Json seen = seen_page();
  CHECK(seen["headline"] == "3 guests have answered today.");
  std::vector<std::string> newest_first(kComments.rbegin(), kComments.rend());
  CHECK(seen["comments"].get<std::vector<std::string>>() == newest_first);
  CHECK(seen["elements_in_comments"] == 0);
  CHECK(seen["complaints"] == Json::array());
  CHECK(seen["address"].get<std::string>().find("farewell_") == std::string::npos);
  CHECK(seen["after_signing_out"] == 0);
}
