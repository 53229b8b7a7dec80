#include "tests/faults/real_hub.h"

#include "app/hub/control.h"
#include "app/hub/store/sqlite_store.h"
#include "core/base/json.h"
#include "tests/faults/campaign.h"
#include "tests/support/http_client.h"

namespace farewell::testing {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSite = "Demo shop";

std::string command(const fs::path& folder, const hub::Command& wish) {
  auto said = hub::ask_serving_hub(folder, wish);
  demand(said.has_value(), "the hub hears no command");
  return must(std::move(*said));
}

/// What a backup is of: the database with its log, without the socket for commands.
void copy_files(const fs::path& from, const fs::path& to) {
  fs::create_directories(to);
  for (const auto& entry : fs::directory_iterator(from)) {
    if (entry.is_regular_file()) fs::copy_file(entry.path(), to / entry.path().filename());
  }
}

}  // namespace

RealHub::RealHub(const Clock& clock) : clock_(clock) {
  fs::create_directory(home());
  start();
  command(home(), {"site-add", kSite, "Europe/Oslo"});
}

void RealHub::start() {
  hub::ServiceSettings settings;
  settings.data = home();
  settings.port = 0;
  settings.server = {};
  service_ = must(hub::Service::start(settings, clock_));
}

void RealHub::stop() {
  service_.reset();
}

wire::Enrolment RealHub::enrol() {
  HttpClient client(port());
  const Json wish = {{"code", command(home(), {"pair", kSite, ""})}, {"name", "Front door"}};
  return must(
      wire::parse_enrolment(client.exchange("POST", "/v1/terminals", {}, wish.dump()).body, "enrolment"));
}

void RealHub::back_up(const std::string& name) {
  stop();
  fs::remove_all(dir_ / name);
  copy_files(home(), dir_ / name);
  start();
}

void RealHub::restore(const std::string& name) {
  stop();
  fs::remove_all(home());
  copy_files(dir_ / name, home());
  start();
}

RealHub::Holdings RealHub::holdings() {
  stop();
  Holdings all;
  {
    const auto store = must(hub::open_sqlite_store(home()));
    const auto site = must(store->find_site(kSite));
    hub::ResponseQuery query{site.id, {INT64_MIN / 2, INT64_MAX / 2}, std::nullopt, 1'000};
    for (auto page = must(store->responses(query)); !page.empty(); page = must(store->responses(query))) {
      for (const auto& kept : page) {
        const std::string id = Json::parse(kept.body)["id"];
        demand(all.responses.emplace(id, kept.body).second, id + " is at the hub twice");
      }
      query.after = page.back().place;
    }
    const auto summary = must(store->summary(site.id));
    all.quarantined = summary.quarantined;
    all.cloned = summary.cloned;
  }
  start();
  return all;
}

}  // namespace farewell::testing
