// The hub's page: what protects it, and that openapi.json describes every route and no other.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <set>

#include "core/base/assets.h"
#include "tests/hub/running_hub.h"

using namespace farewell;
using namespace farewell::testing;

namespace {

std::string signed_in_cookie(RunningHub& hub) {
  HttpClient client(hub.port());
  const HttpReply reply = client.exchange("POST", "/v1/session", {}, Json{{"token", hub.token()}}.dump());
  REQUIRE(reply.status == 204);
  return reply.headers.at("set-cookie");
}

std::string cookie_pair(const std::string& set_cookie) {
  return "Cookie: " + set_cookie.substr(0, set_cookie.find(';'));
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(c));
  return text;
}

}  // namespace

TEST_CASE("the page may run its own script only, and nobody may frame it") {
  RunningHub hub;
  HttpClient client(hub.port());
  const HttpReply page = client.exchange("GET", "/");
  CHECK(page.headers.at("content-type") == "text/html; charset=utf-8");
  const std::string policy = page.headers.at("content-security-policy");
  CHECK(policy.starts_with("default-src 'none'; script-src 'self';"));
  CHECK(policy.find("unsafe") == std::string::npos);
  CHECK(policy.find("frame-ancestors 'none'") != std::string::npos);
  CHECK(page.headers.at("x-content-type-options") == "nosniff");
  CHECK(page.headers.at("referrer-policy") == "no-referrer");
}

TEST_CASE("all that the page names is there") {
  RunningHub hub;
  HttpClient client(hub.port());
  for (const char* name : {"hub.css", "hub.js", "face-1.svg", "face-5.svg"}) {
    INFO(name);
    CHECK(client.exchange("GET", std::string("/assets/") + name).status == 200);
  }
  CHECK(client.exchange("GET", "/assets/..%2Flanguages%2Fen.json").status == 404);
}

TEST_CASE("the page's script makes no markup of what it is given") {
  std::ifstream stream(assets_folder() / "web/hub.js");
  const std::string script{std::istreambuf_iterator<char>(stream), {}};
  REQUIRE_FALSE(script.empty());
  for (const char* way :
       {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "DOMParser"}) {
    INFO(way);
    CHECK(script.find(way) == std::string::npos);
  }
}

TEST_CASE("signing in gives a cookie that no script can read and no other site can use") {
  RunningHub hub;
  const std::string cookie = signed_in_cookie(hub);
  CHECK(cookie.find("; HttpOnly") != std::string::npos);
  CHECK(cookie.find("; SameSite=Strict") != std::string::npos);
}

TEST_CASE("who is signed in reads responses without a token, until signed out") {
  RunningHub hub;
  HttpClient client(hub.port());
  const std::string cookie = cookie_pair(signed_in_cookie(hub));
  CHECK(client.exchange("GET", "/v1/responses", {cookie}).status == 200);
  CHECK(client.exchange("GET", "/v1/responses", {cookie, "Sec-Fetch-Site: cross-site"}).status == 401);
  CHECK(client.exchange("DELETE", "/v1/session", {cookie}).status == 204);
  CHECK(client.exchange("GET", "/v1/responses", {cookie}).status == 401);
}

TEST_CASE("a wrong token does not sign in") {
  RunningHub hub;
  HttpClient client(hub.port());
  CHECK(client.exchange("POST", "/v1/session", {}, R"({"token":"farewell_wrong"})").status == 401);
}

TEST_CASE("openapi.json describes every route, and no route that there is not") {
  RunningHub hub;
  HttpClient client(hub.port());
  const Json described = Json::parse(client.exchange("GET", "/openapi.json").body);
  std::set<std::string> in_file, in_router;
  for (const auto& [path, methods] : described["paths"].items()) {
    for (const auto& [method, what] : methods.items()) in_file.insert(method + " " + path);
  }
  for (const auto& route : hub.router().routes()) in_router.insert(lower(route.method) + " " + route.pattern);
  CHECK(in_file == in_router);
}

TEST_CASE("the problems are told in the words of their catalogue") {
  RunningHub hub;
  HttpClient client(hub.port());
  const HttpReply reply = client.exchange("GET", "/nothing/here");
  const Json problem = Json::parse(reply.body);
  CHECK(reply.headers.at("content-type") == "application/problem+json");
  CHECK(problem["type"] == "https://farewell.invalid/problems/not-found");
  CHECK(problem["status"] == 404);
}
