#include "tests/hub/running_hub.h"

#include <catch2/catch.hpp>

#include "app/hub/control.h"

namespace farewell::testing {

namespace {

std::string command(const std::filesystem::path& folder, const hub::Command& wish) {
  const auto said = hub::ask_serving_hub(folder, wish);
  REQUIRE(said);
  INFO((said->ok() ? "" : said->error().text()));
  REQUIRE(said->ok());
  return **said;
}

}  // namespace

RunningHub::RunningHub(hub::ServerSettings server) {
  hub::ServiceSettings settings;
  settings.data = folder_.path();
  settings.port = 0;
  settings.server = server;
  auto started = hub::Service::start(settings, clock_);
  INFO((started.ok() ? "" : started.error().text()));
  REQUIRE(started.ok());
  service_ = *std::move(started);
  add_site("Demo shop");
}

void RunningHub::add_site(const std::string& name, const std::string& time_zone) {
  command(folder(), {"site-add", name, time_zone});
}

std::string RunningHub::code(const std::string& site) {
  return command(folder(), {"pair", site, ""});
}
std::string RunningHub::token(const std::string& site) {
  return command(folder(), {"token", site, "a test"});
}

HttpReply RunningHub::enrol(const std::string& code) {
  HttpClient client(port());
  return client.exchange("POST", "/v1/terminals", {}, Json{{"code", code}, {"name", "Front door"}}.dump());
}

HubTerminal RunningHub::terminal(const std::string& site) {
  const HttpReply reply = enrol(code(site));
  auto enrolled = wire::parse_enrolment(reply.body, "reply");
  INFO(reply.body);
  REQUIRE(enrolled.ok());
  return HubTerminal(port(), *std::move(enrolled));
}

Json RunningHub::ask(const std::string& target, const std::string& token, int status) {
  HttpClient client(port());
  const HttpReply reply = client.exchange("GET", target, {"Authorization: Bearer " + token});
  INFO(reply.body);
  REQUIRE(reply.status == status);
  return Json::parse(reply.body);
}

}  // namespace farewell::testing
