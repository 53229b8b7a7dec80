// farewell-hub's words, with the real program.
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "tests/support/http_client.h"
#include "tests/support/hub_program.h"
#include "tests/support/temp_dir.h"

using namespace farewell::testing;

namespace {

struct Folder {
  TempDir base;
  std::string data = base / "hub";
  Folder() { std::filesystem::create_directory(data); }
  Said run(std::vector<std::string> arguments) const {
    return run_program(FAREWELL_HUB, std::move(arguments), base.path());
  }
  Said add_site() const {
    return run({"site", "add", "Demo shop", "--time-zone", "Europe/Oslo", "--data", data});
  }
  Said pair() const { return run({"pair", "--site", "Demo shop", "--data", data}); }
};

unsigned mode_of(const std::string& file) {
  struct stat found {};
  ::stat(file.c_str(), &found);
  return found.st_mode & 0777;
}

bool is_code(const std::string& out) {
  return out.size() == 10 && out[4] == '-' && out.back() == '\n';
}

}  // namespace

TEST_CASE("commands work on a folder that no hub serves") {
  const Folder folder;
  REQUIRE(folder.add_site().exit == 0);
  CHECK(is_code(folder.pair().out));
}

TEST_CASE("commands work on a folder that a hub serves, and what they made counts at once") {
  const Folder folder;
  const TempDir outputs;
  HubProgram hub(FAREWELL_HUB, folder.data, outputs.path());
  REQUIRE(folder.add_site().exit == 0);
  const std::string code = folder.pair().out.substr(0, 9);
  HttpClient client(hub.port());
  CHECK(client.exchange("POST", "/v1/terminals", {}, R"({"name":"Door","code":")" + code + "\"}").status ==
        201);
}

TEST_CASE("only the owner may read the hub's files and use its socket") {
  const Folder folder;
  const TempDir outputs;
  HubProgram hub(FAREWELL_HUB, folder.data, outputs.path());
  CHECK(mode_of(folder.data + "/hub.sqlite") == 0600);
  CHECK(mode_of(folder.data + "/hub.sock") == 0600);
}

TEST_CASE("a second hub on the same folder says that there is one") {
  const Folder folder;
  const TempDir outputs;
  HubProgram hub(FAREWELL_HUB, folder.data, outputs.path());
  const Said second = folder.run({"serve", "--data", folder.data, "--listen", "127.0.0.1:0"});
  CHECK(second.exit == 1);
  CHECK(second.err.find("another process has the hub's database open") != std::string::npos);
  CHECK(is_code((folder.add_site(), folder.pair().out)));
}

TEST_CASE("SIGTERM ends the hub with status 0 and leaves one file of data") {
  const Folder folder;
  const TempDir outputs;
  HubProgram hub(FAREWELL_HUB, folder.data, outputs.path());
  CHECK(hub.end(SIGTERM) == 0);
  CHECK_FALSE(std::filesystem::exists(folder.data + "/hub.sqlite-wal"));
}

TEST_CASE("what failed is one line that says what, where and what to do") {
  const Folder folder;
  const Said said = folder.pair();
  CHECK(said.exit == 1);
  CHECK(said.out.empty());
  CHECK(said.err ==
        "farewell-hub: Demo shop: there is no site of this name; add it with farewell-hub site add\n");
}

TEST_CASE("a time zone that does not exist is refused") {
  const Folder folder;
  const Said said = folder.run({"site", "add", "A", "--time-zone", "Europe/Atlantis", "--data", folder.data});
  CHECK(said.exit == 1);
  CHECK(said.err.find("Europe/Atlantis") != std::string::npos);
}

TEST_CASE("a site is added once") {
  const Folder folder;
  REQUIRE(folder.add_site().exit == 0);
  CHECK(folder.add_site().exit == 1);
}

TEST_CASE("wrong usage is status 2, help and version are 0") {
  const Folder folder;
  CHECK(folder.run({}).exit == 2);
  CHECK(folder.run({"dance"}).exit == 2);
  CHECK(folder.run({"serve"}).exit == 2);
  CHECK(folder.run({"serve", "--data", folder.data, "--listen", "8480"}).exit == 2);
  CHECK(folder.run({"serve", "--data", folder.data, "--store", "stone"}).exit == 2);
  CHECK(folder.run({"--help"}).exit == 0);
  CHECK(folder.run({"--version"}).out.starts_with("farewell-hub "));
}

TEST_CASE("a file that is not a hub's is left alone") {
  const Folder folder;
  std::ofstream(folder.data + "/hub.sqlite") << std::string(8192, 'x');
  CHECK(folder.add_site().exit == 1);
  CHECK(text_of(folder.data + "/hub.sqlite") == std::string(8192, 'x'));
}
